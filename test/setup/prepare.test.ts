import { expect } from 'chai';

import { prepare, type Step } from '../../harness/setup/prepare.mjs';
import { SetupProblem } from '../../harness/setup/problem.mjs';
import { rejectionOf, temporaryFolder } from './temporary-folder.js';

describe('the set-up as a whole', () => {
  const folder = temporaryFolder();
  let ran: string[] = [];
  let written = '';
  beforeEach(() => {
    ran = [];
    written = '';
  });

  /** A step that is done once it has run. */
  function step(name: string, { done = false, fails = false, delivers = true } = {}): Step {
    let isDone = done;
    return {
      name,
      isDone: () => isDone,
      run: async () => {
        ran.push(name);
        if (fails) throw new SetupProblem(`${name} is not there.`, { remedy: `get ${name}` });
        isDone = delivers;
      },
    };
  }

  async function prepared(...steps: Step[]): Promise<void> {
    let clock = 0;
    const now = (): number => (clock += 1500);
    const write = (text: string): void => {
      written += text;
    };
    await prepare(steps, write, { folder: folder(), now });
  }

  it('runs what is missing in order, and tells number, name and time of it', async () => {
    await prepared(step('compiler'), step('runtime', { done: true }), step('fixtures'));
    expect(ran).to.deep.equal(['compiler', 'fixtures']);
    expect(written).to.equal('[1/3] compiler … 1.5 s\n[3/3] fixtures … 1.5 s\n');
  });

  it('says and does nothing when all is there', async () => {
    await prepared(step('compiler', { done: true }), step('runtime', { done: true }));
    expect(ran).to.deep.equal([]);
    expect(written).to.equal('');
  });

  it('stops at the first step that fails', async () => {
    const problem = await rejectionOf(prepared(step('a'), step('b', { fails: true }), step('c')));
    expect(ran).to.deep.equal(['a', 'b']);
    expect(problem).to.be.instanceOf(SetupProblem).with.property('message', 'b is not there.');
    expect(written).to.match(/\[2\/3\] b … failed\n$/);
  });

  it('does not believe a step that makes nothing', async () => {
    const problem = await rejectionOf(prepared(step('a', { delivers: false }), step('b')));
    expect(ran).to.deep.equal(['a']);
    expect(problem).to.be.instanceOf(SetupProblem).with.property('message').that.includes('"a"');
  });

  it('says the remedy on the last line, after what the failed program printed', () => {
    const problem = new SetupProblem('make ended with 2.', { remedy: 'make all', details: ['$ make all', 'no rule'] });
    expect(problem.report().split('\n')).to.deep.equal([
      '  | $ make all',
      '  | no rule',
      'olkconform set-up: make ended with 2. Run: make all',
    ]);
  });
});
