/**
 * What a DLL may do to its host, in each place where it can: whatever it does, a run ends in time, with a verdict for
 * every planned check, and says where it happened.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { everything, select } from '../plan/selection.js';
import { inspectSubject } from '../plan/subject.js';
import { UsageError } from '../plan/usage-error.js';
import { Interrupted } from '../probe/interrupted.js';
import type { Limits } from '../probe/limits.js';
import type { HostPlaces } from '../probe/launch.js';
import type { RunRecord } from '../record/run-record.js';
import type { Rule } from '../rule/rule.js';
import type { Step } from '../script/step.js';
import { workAtOnce } from './at-once.js';
import { certify } from './certify.js';
import { examplesFolder } from './host-places.js';
import type { TellProgress } from './tell-progress.js';
import { reasonOf } from '../record/reason.js';

/** The names of fixtures/hostile/faults.cpp. */
export const hostileFaults = [
  'read',
  'write',
  'execute',
  'call-null',
  'stack-overflow',
  'heap-corruption',
  'heap-overrun',
  'heap-double-free',
  'heap-use-after-free',
  'heap-one-beyond',
  'divide-by-zero',
  'illegal-instruction',
  'throw',
  'raise',
  'noncontinuable',
  'invalid-parameter',
  'fail-fast',
  'abort',
  'exit',
  'exit-process',
  'terminate-process',
  'exit-thread',
  'endless-loop',
  'sleep',
  'loader-lock',
  'dialog',
  'query-recursion',
  'long-jump',
  'free-self',
  'flood-stdout',
  'flood-stderr',
  'close-handles',
  'direction-flag',
  'sse-control',
  'fpu-control',
  'terminate-threads',
  'suspend-threads',
  'patch-ntdll',
  'unmap-ntdll',
  'unload-edge',
  'many-handles',
  'leave-child',
  'eat-memory',
  'start-processes',
  'change-surroundings',
  'forge-journal',
  'forge-frames',
  'detect-harness',
  'watch-clock',
] as const;

/** The names of fixtures/hostile/hostile.cpp, and the steps in which a death there may show. */
const places: Readonly<Record<string, readonly Step['do'][]>> = {
  attach: ['reload'],
  factory: ['create'],
  QueryInterface: ['create', 'query'],
  AddRef: ['create', 'query', 'addRef', 'hammer'],
  Release: ['release', 'create', 'hammer'],
  Placeholder1: ['placeholder1', 'callSlot'],
  GetIdentity: ['getIdentity', 'callSlot'],
  GetMapiSession: ['getMapiSession', 'callSlot'],
  HandsOffSession: ['handsOffSession', 'callSlot'],
  destructor: ['release'],
  detach: ['reload'],
};

/**
 * What these do is found out later, if at all: by whoever asks the heap for memory, or needs a handle, or reads the frame
 * that was forged. The call that did it has returned by then.
 */
const foundLater = new Set(['heap-overrun', 'heap-double-free', 'close-handles', 'forge-frames']);

export const hostilePlaces = Object.keys(places);

const cells = hostileFaults.flatMap((fault) =>
  hostilePlaces.map((place) => ({ fault, place, name: `${fault}@${place}` })),
);

/** FAULT@PLACE, as a hostile DLL is named. */
export const hostileNames: readonly string[] = cells.map(({ name }) => name);

/** Room for a helper without fault, and little for the others: as many cells run at once as there are processors. */
const hostileLimits: Limits = { megabytes: 768, processes: 16 };

export interface HostileCell {
  readonly fault: string;
  readonly place: string;
  /** `died`, `threw`, `lived`, `load` (it ended while it was loaded, or was refused), `exit` (on the way out). */
  readonly end: string;
  /** What is wrong with how the harness took it; null: nothing. */
  readonly wrong: string | null;
}

export interface HostileOptions {
  readonly places: HostPlaces;
  readonly loadRules: () => Promise<readonly Rule[]>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly matches: (name: string) => boolean;
  readonly onCell: (cell: HostileCell) => void;
  readonly progress?: TellProgress;
}

/** The status with which fixtures/hostile/faults.cpp ends the process that is to commit a fault of which it has none. */
const noSuchFault = 86;

export function judgeCell(fault: string, place: string, { checks, transcripts, faults, load }: RunRecord): HostileCell {
  const planned = select(everything).length;
  const outcomes = transcripts.flatMap(({ script, steps }) =>
    steps.map(({ outcome }, at) => ({ kind: outcome.kind, step: script.steps[at]?.do })),
  );
  const deaths = outcomes.filter(({ kind }) => kind === 'died');
  const elsewhere = deaths.find(({ step }) => step !== undefined && places[place]?.includes(step) === false);
  const ends: readonly [boolean, string][] = [
    [load.kind === 'died', 'load'],
    [deaths.length > 0, 'died'],
    [outcomes.some(({ kind }) => kind === 'threw'), 'threw'],
    [faults.length > 0, 'exit'],
  ];
  const unknown = faults.some(({ exitStatus }) => exitStatus === noSuchFault) ? 'hostile.dll has no such fault' : null;
  const missing = checks.length === planned ? null : `${String(checks.length)} of ${String(planned)} checks`;
  const misplaced = elsewhere === undefined || foundLater.has(fault) ? null : `a death in ${String(elsewhere.step)}`;
  return { fault, place, end: ends.find(([is]) => is)?.[1] ?? 'lived', wrong: unknown ?? missing ?? misplaced };
}

async function runCell(folder: string, fault: string, place: string, options: HostileOptions): Promise<HostileCell> {
  const dll = join(folder, `${fault}@${place}.dll`);
  copyFileSync(join(examplesFolder(), 'hostile.dll'), dll);
  const activation = { kind: 'factory', export: 'CreateHelper' } as const;
  try {
    const record = await certify({
      subject: inspectSubject(dll, activation),
      activation,
      session: 'borrowed',
      apartment: 'sta',
      profile: undefined,
      mapiRegistry: false,
      selection: everything,
      selected: select(everything),
      loadRules: options.loadRules,
      places: options.places,
      timeoutMs: options.timeoutMs,
      // One death tells all: the cell is about how it is taken.
      maxDeaths: 1,
      limits: hostileLimits,
      keepsSpare: false,
      signal: options.signal,
    });
    if (record.stopped !== null) throw new Interrupted('interrupted');
    return judgeCell(fault, place, record);
  } catch (error) {
    // Windows may refuse a DLL that faults in DllMain, and the user is told so.
    if (error instanceof UsageError && place === 'attach') return { fault, place, end: 'load', wrong: null };
    if (options.signal.aborted) throw error;
    return { fault, place, end: 'lost', wrong: reasonOf(error) };
  } finally {
    rmSync(dll, { force: true });
  }
}

/** As many cells at once as there are processors. */
export async function hostileMatrix(options: HostileOptions): Promise<HostileCell[]> {
  const folder = mkdtempSync(join(tmpdir(), 'olkconform-hostile-'));
  const wanted = cells.filter(({ name }) => options.matches(name));
  const judged: HostileCell[] = [];
  try {
    await workAtOnce(wanted, options.signal, async ({ fault, place }, signal) => {
      const cell = await runCell(folder, fault, place, { ...options, signal });
      judged.push(cell);
      options.onCell(cell);
      options.progress?.('hostile DLLs', judged.length, wanted.length);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return judged;
}
