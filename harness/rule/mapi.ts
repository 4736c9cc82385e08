/** What the machine's own MAPI can show, and what only the instrumented one can: which calls came, and with which flags. */
import type { Transcript } from '../record/run-record.js';
import { sessionsAfter } from '../record/transcript.js';
import type { ScriptDraft } from '../script/draft.js';
import { inconclusive, notApplicable } from './verdict.js';

/** Sequences and lives are walked by the books that it keeps. */
const ofWalks = new Set(['sequence/exhaustive', 'sequence/random', 'soak/no-growth']);

export function needsInstrumentedMapi(): never {
  notApplicable("it needs the instrumented MAPI: the machine's own does not tell which calls it receives");
}

export function refuseWalk(id: string): void {
  if (ofWalks.has(id)) notApplicable('it needs the instrumented MAPI, whose books every walk goes by');
}

/** Where a rule wants MAPI to fail as well, the machine's own was not made to: what was tried held, and that is not all. */
export function refuseUntriedFailure(scripts: Iterable<ScriptDraft>): void {
  for (const { steps } of scripts)
    if (steps.some((step) => step.do === 'configureProvider'))
      notApplicable('it needs the instrumented MAPI, which can be made to fail; what was tried without that held');
}

/** What is no session of the machine's own MAPI is not in the account: where the helper gave such a thing, nothing is sure. */
export function requireCountable({ script, steps }: Transcript, label: string): void {
  const until = script.steps.findIndex((step) => step.label === label);
  for (const [at, step] of script.steps.slice(0, until + 1).entries()) {
    const done = steps[at];
    if (done?.outcome.kind !== 'returned') continue;
    if (step.do === 'create' && step.session !== 'withheld' && sessionsAfter(done)?.length === 0)
      inconclusive("the sessions of the machine's own MAPI do not tell their references");
    const { out } = done.outcome;
    if (step.do === 'getMapiSession' && out?.pointer.startsWith('p') === true && out.session === null)
      inconclusive("GetMapiSession gave an object that is no session of the machine's own MAPI");
  }
}
