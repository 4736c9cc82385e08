import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { expect } from 'chai';

import { Family, markName } from '../../harness/probe/processes.js';

describe('Family', () => {
  const started: ChildProcess[] = [];

  async function start(mark: string): Promise<ChildProcess> {
    const child = spawn('/bin/sleep', ['60'], { env: { [markName]: mark }, stdio: 'ignore' });
    started.push(child);
    await once(child, 'spawn');
    return child;
  }

  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
  });

  it('knows its members by their mark, and what they take', async () => {
    const mark = randomUUID();
    const family = new Family(mark);
    expect(family.look()).to.deep.equal({ bytes: 0, processes: 0, started: [] });
    await start(mark);
    await start(randomUUID());
    const { bytes, processes } = family.look();
    expect(processes).to.equal(1);
    expect(bytes).to.be.within(100_000, 50_000_000);
  });

  it('names only what was started since it had settled', async () => {
    const mark = randomUUID();
    const family = new Family(mark);
    await start(mark);
    family.settle();
    expect(family.look().started).to.deep.equal([]);
    await start(mark);
    expect(family.look().started).to.deep.equal(['sleep']);
  });

  it('ends its members and nobody else', async () => {
    const mark = randomUUID();
    const [own, stranger] = [await start(mark), await start(randomUUID())];
    const ended = once(own, 'exit');
    new Family(mark).end();
    expect(await ended).to.deep.equal([null, 'SIGKILL']);
    expect(stranger.signalCode).to.equal(null);
    expect(new Family(mark).look().started).to.deep.equal([]);
  });
});
