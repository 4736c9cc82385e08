/** What rules can know of the run beyond the single transcript. */
import type { Twist } from '../record/exploration.js';
import type { Transcript } from '../record/run-record.js';
import type { Soak } from '../record/soak.js';
import type { Fault, Load, Outcome } from '../record/transcript.js';
import type { Step } from '../script/step.js';
import type { Behaviour } from './behaviour.js';
import type { Explored } from './explored.js';

/** What the run knows beyond the single transcript. */
export interface RunFacts {
  /** The profile name is known to be the transcript's: the factory was told it, or the vendor stated it. */
  readonly profileIsKnown: boolean;
  /** The machine that the DLL is built for. */
  readonly machine: string;
  /** Whose MAPI it was; absent: the instrumented one. */
  readonly mapi?: 'system' | undefined;
}

/** What was to be tried beyond the scripts; a run that was stopped may have tried none of it. */
export interface Asked {
  /** All sequences of so many calls: `--depth`. */
  readonly sequences: boolean;
  readonly random: boolean;
  readonly soak: boolean;
}

/** One step of one script, and what became of it. */
export interface Happening {
  readonly transcript: Transcript;
  readonly step: Step;
  readonly outcome: Outcome;
}

/** Everything that happened in the run, for rules about every call. */
export interface WholeRun {
  /**
   * The steps of all scripts that a correct caller might run, in their order, and then those of the sequences that
   * were found and run again as scripts, for a rule of every call. The one that was given last is the one that a
   * finding points to.
   */
  readonly happenings: () => Iterable<Happening>;
  readonly load: Load;
  /** False: MAPI was the machine's own, and nobody knows which calls it received. */
  readonly seesMapiCalls: boolean;
  /** How child processes came to their ends in which no step and no loading was at work. */
  readonly strayFaults: readonly Fault[];
  /** The machine that the DLL is built for. */
  readonly machine: string;
  /** Whose session the helper hands out; undefined: none was seen to be handed out. */
  readonly behaviour: Behaviour | undefined;
  readonly asked: Asked;
  /** What trying sequences of calls brought; undefined: none were tried. */
  readonly explored: Explored | undefined;
  /** What many lives brought, one after the other; undefined: there were none. */
  readonly soak: Soak | undefined;
  /** The finding points to that step of a sequence (its length: to the end), if the sequence was done once more. */
  readonly pointTo: (sequence: string, failLogons: number, step: number, twist?: Twist) => void;
}
