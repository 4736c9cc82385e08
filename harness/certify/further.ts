/** What is tried beyond the scripts: what of it a run has to do, and in what order. */
import type { Plan } from '../plan/plan.js';
import type { RunRecord, Selection } from '../record/run-record.js';
import type { Soak } from '../record/soak.js';
import type { Behaviour } from '../rule/behaviour.js';
import { factsOf, type Explored } from '../rule/explored.js';
import type { TellProgress } from './tell-progress.js';
import type { Walker } from './walker.js';

/** 0 is no depth; absent: not asked for, or it is the work of another shard, which has the check that goes by it. */
export interface Further {
  readonly depth: number;
  readonly random?: NonNullable<Selection['random']>;
  readonly soak?: number;
}

export interface FurtherOptions {
  readonly plan: Plan;
  readonly behaviour: Behaviour | undefined;
  readonly profileIsKnown: boolean;
  /** The depth was asked for, and is no default. */
  readonly depthIsAsked: boolean;
  readonly progress: TellProgress | undefined;
}

export interface Brought {
  readonly explored?: Explored;
  readonly soak?: Soak;
}

/** Undefined: when the scripts have been run, all is done. */
export function furtherOf({ selected }: Plan, { depth: asked = 0, random, soak }: Selection): Further | undefined {
  const depth = selected.has('sequence/exhaustive') ? asked : 0;
  const triesRandom = random !== undefined && selected.has('sequence/random');
  const soaks = soak !== undefined && selected.has('soak/no-growth');
  if (depth === 0 && !triesRandom && !soaks) return undefined;
  return { depth, ...(triesRandom ? { random } : {}), ...(soaks ? { soak } : {}) };
}

/** All sequences first, the many lives last: who looks for a fault wants a process that has not lived through millions. */
export async function tryFurther(walker: Walker, further: Further, options: FurtherOptions): Promise<Brought> {
  const { plan, behaviour, profileIsKnown, depthIsAsked: isAsked, progress } = options;
  const { depth, random, soak } = further;
  const { binding } = plan;
  let explored: Explored | undefined;
  if (depth > 0) {
    const { explore } = await import('./explore.js');
    explored = await explore(walker, {
      depth,
      isAsked,
      binding,
      profileIsKnown,
      behaviour,
      ...(progress === undefined ? {} : { progress }),
    });
  }
  if (random === undefined && soak === undefined) return explored === undefined ? {} : { explored };
  const { runSoak, tryRandom } = await import('./run-walks.js');
  if (random !== undefined) {
    const { trials, replays } = await tryRandom(walker, binding, random, {
      behaviour: behaviour ?? 'unknown',
      profileIsKnown,
      progress,
    });
    explored = {
      ...explored,
      ...factsOf(binding, profileIsKnown),
      trials,
      replays: [...(explored?.replays ?? []), ...replays],
    };
  }
  return {
    ...(explored === undefined ? {} : { explored }),
    ...(soak === undefined ? {} : { soak: await runSoak(walker, binding, soak, progress) }),
  };
}

/** As it stands in the record, from which it is judged again. */
export function inRecord({ explored, soak }: Brought): Pick<RunRecord, 'explorations' | 'trials' | 'replays' | 'soak'> {
  return {
    ...(explored?.explorations === undefined ? {} : { explorations: [...explored.explorations] }),
    ...(explored?.trials === undefined ? {} : { trials: explored.trials }),
    ...(explored === undefined ? {} : { replays: [...explored.replays] }),
    ...(soak === undefined ? {} : { soak }),
  };
}
