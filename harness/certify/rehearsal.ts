/**
 * While the child starts, this process has nothing to do, and the code that will read and judge what comes has never been
 * run. Code that has been run once is several times as fast the next time; so it reads and judges what an invented helper
 * might have answered. Nothing comes of it.
 */
import type { Plan } from '../plan/plan.js';
import { everything } from '../plan/selection.js';
import { Gathering } from '../probe/gathering.js';
import { readRecords } from '../probe/journal.js';
import { SealChain, sealSize } from '../probe/seal.js';
import type { JournalRecord, ProviderCounters } from '../record/transcript.js';
import type { Script } from '../script/step.js';
import { Docket } from './docket.js';
import { judgeDocket } from './judge.js';

/** More steps of one script warm nothing up that the first ones did not. */
const mostSteps = 8;

const provider: ProviderCounters = {
  initializes: 1,
  uninitializes: 0,
  logons: 1,
  failedLogons: 0,
  sessions: [{ id: 1, origin: 'offered', references: 2, overReleases: 0, callsAfterRelease: 0, logoffs: 0 }],
};

/** What the journal would hold of a helper that answers S_OK to everything. */
function invented({ steps }: Script, script: number): JournalRecord[] {
  const told = steps.slice(0, mostSteps).flatMap((_, step): JournalRecord[] => [
    { record: 'step', script, step },
    {
      record: 'result',
      script,
      step,
      outcome: { kind: 'returned', hresult: 0, count: 1, out: { pointer: 'p1', session: 1 } },
      provider,
      events: [{ kind: 'addRef', session: 1, answer: 2, flags: 0, text: '' }],
      micros: 1,
    },
  ]);
  return [{ record: 'script', script }, ...told, { record: 'end', script }];
}

function written(records: readonly JournalRecord[], seals: SealChain): Buffer {
  const parts = records.flatMap((record) => {
    const payload = Buffer.from(JSON.stringify(record));
    const head = Buffer.alloc(4 + sealSize);
    head.writeUInt32LE(payload.length);
    head.writeBigUInt64LE(seals.next(payload), 4);
    return [head, payload];
  });
  return Buffer.concat(parts);
}

export async function rehearse(plan: Plan): Promise<void> {
  const key = Buffer.alloc(sealSize);
  const journal = written(plan.scripts.flatMap(invented), new SealChain(key));
  const docket = new Docket(plan);
  const gathering = new Gathering(plan.scripts, 0);
  for (const transcript of gathering.take([...readRecords(journal, new SealChain(key))])) docket.add(transcript);
  docket.close();
  await judgeDocket(plan, docket, {
    facts: { profileIsKnown: true, machine: 'x64' },
    selection: everything,
    load: { kind: 'loaded', events: [], libraries: [] },
    faults: [],
    stopped: null,
  });
}
