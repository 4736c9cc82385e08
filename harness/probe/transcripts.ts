/** From the journal's records, and the way the child ended, to transcripts. Pure. */
import type { Transcript } from '../record/run-record.js';
import type { Fault, JournalRecord, StepTranscript } from '../record/transcript.js';
import type { Script } from '../script/step.js';
import type { Stop } from './stop.js';

const nothing = { provider: null, events: [], micros: 0 } as const;

/** A step that was never run, and why. */
function unreached(why: string): StepTranscript {
  return { outcome: { kind: 'unreached', why }, ...nothing, events: [] };
}

/** A step that was not waited for, because the run was at an end. */
function givenUp(why: string): StepTranscript {
  return { outcome: { kind: 'unreached', why, givenUp: true }, ...nothing, events: [] };
}

/** The transcript of a script of which no step was run. */
export function unreachedTranscript(script: Script, why: string): Transcript {
  return { script, steps: script.steps.map(() => unreached(why)) };
}

/** The transcript of a script for which the run had no time, or no process, left. */
export function givenUpTranscript(script: Script, why: string): Transcript {
  return { script, steps: script.steps.map(() => givenUp(why)) };
}

type Result = Extract<JournalRecord, { record: 'result' }>;

/**
 * What its own records, in their order, tell of a script. `end` is what came to it before its own end: a fault, or the end
 * of the run.
 */
export function transcriptOf(script: Script, own: readonly JournalRecord[], end: Fault | Stop | undefined): Transcript {
  const results = new Map<number, Result>();
  for (const record of own) if (record.record === 'result') results.set(record.step, record);
  const ended = own.some(({ record }) => record === 'end');
  // What the death interrupted, or came right before: either way the process did not live to tell of this step.
  const last = script.steps.findIndex((_, at) => !results.has(at));
  const steps = script.steps.map((_, at): StepTranscript => {
    const result = results.get(at);
    if (result !== undefined) {
      const { outcome, provider, sessions, events, micros } = result;
      return { outcome, provider, ...(sessions === undefined ? {} : { sessions }), events, micros };
    }
    if (end === undefined || ended) return unreached('the harness lost its transcript');
    if ('why' in end) return givenUp(end.why);
    return at === last
      ? { outcome: { kind: 'died', fault: end }, ...nothing, events: [] }
      : unreached('the process had ended');
  });
  return { script, steps };
}

/** How many scripts have begun, and how many of them have ended: what a deadline watches. */
export function progressOf(records: readonly JournalRecord[]): number {
  return records.filter(({ record }) => record === 'script' || record === 'end').length;
}

/** How loading went; undefined when it did not come back. */
export function loadedRecord(
  records: readonly JournalRecord[],
): Extract<JournalRecord, { record: 'loaded' }> | undefined {
  return records.find((record) => record.record === 'loaded');
}
