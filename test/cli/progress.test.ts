import { expect } from 'chai';
import fc from 'fast-check';

import { Progress } from '../../harness/cli/progress.js';
import { say } from '../../harness/language/message.js';

interface Terminal {
  readonly progress: Progress;
  readonly written: string[];
  readonly pass: (milliseconds: number) => void;
}

interface TerminalOptions {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly env?: NodeJS.ProcessEnv;
}

function terminal({ isTTY = true, columns = 80, env = {} }: TerminalOptions = {}): Terminal {
  let clock = 0;
  const written: string[] = [];
  const stream = { isTTY, columns, write: (text: string) => written.push(text) };
  const progress = new Progress({ stream, env, now: () => clock });
  return {
    progress,
    written,
    pass: (milliseconds) => {
      clock += milliseconds;
    },
  };
}

describe('progress', () => {
  it('shows nothing of work that is over at once', () => {
    for (const isTTY of [true, false]) {
      const { progress, written, pass } = terminal({ isTTY });
      for (let done = 1; done <= 4; done++) {
        pass(100);
        progress.tell('scripts', done, 4);
      }
      progress.hide();
      expect(written).to.deep.equal([]);
    }
  });

  it('draws a bar on a terminal, in one line, and takes it away for what is printed', () => {
    const { progress, written, pass } = terminal();
    pass(600);
    progress.tell('scripts', 30, 120);
    expect(written).to.deep.equal([`\r[${'#'.repeat(7)}${'-'.repeat(23)}] 30/120 scripts\u001B[K`]);
    progress.hide();
    progress.hide();
    expect(written.slice(1)).to.deep.equal(['\r\u001B[K']);
  });

  it('draws no more than ten times a second, however often it is told', () => {
    const { progress, written, pass } = terminal();
    for (let done = 0; done < 100_000; done++) {
      pass(0.02);
      progress.tell('sequences', done, 100_000);
    }
    expect(written.length).to.be.within(14, 16);
  });

  it('says a line now and then where there is no terminal, and on a dumb one', () => {
    for (const options of [{ isTTY: false }, { env: { TERM: 'dumb' } }]) {
      const { progress, written, pass } = terminal(options);
      for (let second = 1; second <= 100; second++) {
        pass(1000);
        progress.tell('scripts', second, 100);
      }
      progress.hide();
      expect(written).to.deep.equal([30, 60, 90].map((at) => `olkconform: scripts: ${String(at)} of 100\n`));
    }
  });

  it('has the name of one of several helpers before what is told, and obeys it in nothing', () => {
    const { progress, written, pass } = terminal();
    pass(600);
    progress.within('a\u001B[2Jb (1/2)')('scripts', 1, 2);
    expect(written.join('')).to.contain('1/2 a\\u{1b}[2Jb (1/2): scripts');
  });

  it('takes a terminal that does not know its width for an ordinary one', () => {
    const { progress, written, pass } = terminal({ columns: 0 });
    pass(600);
    progress.tell('scripts', 1, 2);
    expect(written.join('')).to.contain('] 1/2 scripts');
  });

  it('never fills a line, whatever is told on whatever terminal', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(), fc.nat(), fc.string({ maxLength: 60 }), (columns, done, of, name) => {
        const { progress, written, pass } = terminal({ columns });
        pass(600);
        progress.within(name)(say('scripts'), done, of);
        const shown = /^\r(?<bar>[^\r]*)\u001B\[K$/.exec(written.join(''))?.groups?.['bar'];
        expect(shown).to.be.a('string');
        expect(shown?.length).to.be.lessThan(Math.max(columns === 0 ? 80 : columns, 2));
      }),
    );
  });
});
