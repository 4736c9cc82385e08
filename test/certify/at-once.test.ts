import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { setImmediate as afterEvents } from 'node:timers/promises';
import { expect } from 'chai';

import { workAtOnce } from '../../harness/certify/at-once.js';
import { rejectionOf } from '../setup/temporary-folder.js';

/** As many as are worked on at once; one of them at least. */
const items = Array.from({ length: availableParallelism() }, (_, at) => at);
const last = items.length - 1;
const never = new AbortController().signal;

describe('working on several at once', () => {
  it('is over when all are at their end, also where one fails', async () => {
    const ended: number[] = [];
    const work = async (item: number, signal: AbortSignal): Promise<void> => {
      if (item === last) throw new Error('the last fails');
      await once(signal, 'abort');
      // As a child takes its time to end.
      await afterEvents();
      ended.push(item);
    };
    expect(String(await rejectionOf(workAtOnce(items, never, work)))).to.equal('Error: the last fails');
    expect(ended).to.have.members(items.slice(0, last));
  });

  it('fails with what went wrong first, not with what the others make of being stopped', async () => {
    const work = async (item: number, signal: AbortSignal): Promise<void> => {
      if (item === last) throw new Error('the last fails');
      await once(signal, 'abort');
      throw new Error('stopped');
    };
    expect(String(await rejectionOf(workAtOnce(items, never, work)))).to.equal('Error: the last fails');
  });

  it('begins no further one after a failure', async () => {
    const begun: number[] = [];
    const work = (item: number): Promise<void> => {
      begun.push(item);
      return Promise.reject(new Error('each fails'));
    };
    await rejectionOf(workAtOnce([...items, ...items], never, work));
    expect(begun).to.deep.equal(items);
  });
});
