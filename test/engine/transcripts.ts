/** Transcripts written by hand, for tests of what reads them. */
import type { Case } from '../../harness/engine/judgement.js';
import type { Transcript } from '../../harness/record/run-record.js';
import type { Fault, Outcome, ProviderCounters, SessionCounters } from '../../harness/record/transcript.js';
import type { Script, Step } from '../../harness/script/step.js';

/** How a process ends that reads where it may not. */
export const accessViolation: Fault = {
  kind: 'ended',
  story: 'access violation',
  exitStatus: 2,
  signal: null,
  exception: null,
  stderr: '',
};

export function session(counters: Partial<SessionCounters>): SessionCounters {
  return { id: 1, origin: 'logon', references: 0, overReleases: 0, callsAfterRelease: 0, logoffs: 0, ...counters };
}

export function provider(...sessions: SessionCounters[]): ProviderCounters {
  return { initializes: 0, uninitializes: 0, logons: 0, failedLogons: 0, sessions };
}

/** A script of these steps, and what each brought. */
export function transcript(...lines: readonly (readonly [Step, Outcome, ProviderCounters?])[]): Transcript {
  const script: Script = {
    name: 'by hand',
    profile: 'Outlook',
    hazardous: false,
    apartment: 'sta',
    steps: lines.map(([step]) => step),
  };
  const steps = lines.map(([, outcome, counters = provider()]) => ({
    outcome,
    provider: counters,
    events: [],
    micros: 1,
  }));
  return { script, steps };
}

/** Of a run against the machine's own MAPI, of which sessions alone are known. */
export function uncounted(of: Transcript): Transcript {
  const steps = of.steps.map(({ provider: counters, ...step }) => ({
    ...step,
    provider: null,
    sessions: (counters?.sessions ?? []).map(({ id, origin, references, overReleases }) => ({
      id,
      origin,
      references,
      overReleases,
    })),
  }));
  return { ...of, steps };
}

export const look = (label: string): Step => ({ do: 'observe', label });

/** A run in which nothing was done. */
export const nothing: Case = {
  bound: new Map(),
  facts: { profileIsKnown: true, machine: 'x64' },
  behaviour: 'borrowed',
  strict: false,
  asked: { sequences: true, random: true, soak: true },
  load: { kind: 'loaded', events: [], libraries: [] },
  faults: [],
  transcripts: new Map(),
};
