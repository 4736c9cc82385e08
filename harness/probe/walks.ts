/** What a probe can do with sequences of calls, which the child runs natively and tells of in few words. */
import type { Exploration, Tried } from '../record/exploration.js';
import type { Soak } from '../record/soak.js';
import type { Script } from '../script/step.js';

/** What all sequences of a request have in common. */
export interface WalkOptions {
  /** What each helper is made with. */
  readonly session: 'offered' | 'withheld';
  readonly profile: string;
  readonly apartment: Script['apartment'];
  /** Told now and then how far it is. */
  readonly tell?: (done: number, of: number) => void;
}

export interface ExploreOptions extends WalkOptions {
  /** From 1 to `deepest`. */
  readonly depth: number;
  /** So many logons of each sequence fail at first. */
  readonly failLogons: number;
}

export interface TryOutOptions extends WalkOptions {
  readonly sequences: readonly string[];
  readonly failLogons: number;
}

export interface SoakOptions extends WalkOptions {
  readonly cycles: number;
  /** How many samples are taken, evenly, beside the one before the first cycle. */
  readonly samples: number;
}

export interface Walks {
  explore(options: ExploreOptions): Promise<Exploration>;
  tryOut(options: TryOutOptions): Promise<Tried>;
  soak(options: SoakOptions): Promise<Soak>;
}
