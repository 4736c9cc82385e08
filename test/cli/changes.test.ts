import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { looksOf, untilChanged, watchFiles } from '../../harness/cli/changes.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

describe('waiting for a change', () => {
  const folder = temporaryFolder();

  /** What is seen, look by look; how often it was waited for what. */
  async function seeing(before: string, looks: readonly (string | undefined)[]): Promise<[string | undefined, string]> {
    const left = [...looks];
    let waits = '';
    const stop = new AbortController();
    const look = (): string | undefined => {
      if (left.length === 1) stop.abort();
      return left.shift();
    };
    const wait = (letter: string) => (): Promise<void> => {
      waits += letter;
      return Promise.resolve();
    };
    const seen = await untilChanged(before, { look, pause: wait('p'), settle: wait('s') }, stop.signal);
    return [seen, waits];
  }

  it('ends when the file is another one, and stays the same for a while', async () => {
    expect(await seeing('a', ['a', 'a', 'b', 'b', 'never'])).to.deep.equal(['b', 'pps']);
  });

  it('does not end while it is being written, or is not there', async () => {
    const written = ['b', 'bb', 'bb', undefined, undefined, 'bbb', 'bbb', 'never'];
    expect(await seeing('a', written)).to.deep.equal(['bbb', 'ssps']);
  });

  it('ends with nothing when it is told to', async () => {
    expect(await seeing('a', ['a', 'a'])).to.deep.equal([undefined, 'pp']);
  });

  it('sees a file that is written, replaced or gone', () => {
    const file = join(folder(), 'a.dll');
    expect(looksOf([file])).to.equal(undefined);
    writeFileSync(file, 'one');
    const first = looksOf([file]);
    expect(looksOf([file])).to.equal(first);
    writeFileSync(join(folder(), 'new'), 'two');
    renameSync(join(folder(), 'new'), file);
    expect(looksOf([file]))
      .to.be.a('string')
      .and.not.to.equal(first);
    rmSync(file);
    expect(looksOf([file])).to.equal(undefined);
  });

  it('is woken by a file system, and comes to its end', async () => {
    const sub = join(folder(), 'out');
    mkdirSync(sub);
    const file = join(sub, 'helper.dll');
    writeFileSync(file, 'old');
    const stop = new AbortController();
    const before = looksOf([file]);
    const watch = watchFiles([file], stop.signal);
    const changed = untilChanged(before, watch, stop.signal);
    writeFileSync(file, 'newer');
    expect(await changed).to.equal(looksOf([file]));
    const waiting = untilChanged(looksOf([file]), watch, stop.signal);
    stop.abort();
    expect(await waiting).to.equal(undefined);
    watch.close();
  });
});
