/** Tries all sequences of calls, and does the worst of what was found once more as a script, to be told step by step. */
import { gravest } from '../model/gravest.js';
import { judgeExploration, TooMuchToJudge, type Finding } from '../model/judge-exploration.js';
import { observationsOf } from '../model/path.js';
import { letters, twists, type Exploration, type Twist } from '../record/exploration.js';
import type { Replay } from '../record/run-record.js';
import type { Behaviour } from '../rule/behaviour.js';
import { factsOf, type Explored } from '../rule/explored.js';
import type { Binding } from '../script/draft.js';
import { sequenceScript } from '../script/spelled.js';
import type { Script } from '../script/step.js';
import { livedBy } from './lived.js';
import type { TellProgress } from './tell-progress.js';
import type { Walker } from './walker.js';

export interface ExploreOptions {
  readonly depth: number;
  /** That depth was asked for: it is gone to, whatever that takes. */
  readonly isAsked: boolean;
  readonly binding: Binding;
  readonly profileIsKnown: boolean;
  readonly behaviour: Behaviour | undefined;
  readonly progress?: TellProgress;
}

/** All of it: the explorations are there. */
type AllExplored = Explored & Required<Pick<Explored, 'explorations'>>;

/** A failing logon takes a step of its own; for one letter less it is a world of a ninth of the size. */
const failingWorldIsShorterBy = 1;

/** What a twist is about shows at once, or when one other call came before. */
const twistedDepth = 2;

/**
 * What nobody asked for shall not take longer, in microseconds: a helper that answers slowly is tried with shorter sequences.
 * Nearly all answer in less than a microsecond, and are through in a hundredth of this.
 */
const patience = 5_000_000;

/** The calls of all sequences up to a length; creating and letting go of a helper counts as one. */
function callsUpTo(depth: number): number {
  return Array.from({ length: depth }, (_, at) => (at + 2) * letters.length ** (at + 1)).reduce(
    (sum, of) => sum + of,
    0,
  );
}

/** How deep one gets in time, at the pace of the shortest sequences. */
function depthInTime({ micros, depth }: Exploration, asked: number): number {
  const pace = micros / callsUpTo(1);
  let reached = depth;
  while (reached < asked && pace * callsUpTo(reached + 1) < patience) reached += 1;
  return reached;
}

/** The script of a sequence of which it is known, up to its last steps at least, what came of it. */
export function replayScript(exploration: Exploration, sequence: string, binding: Binding): Script {
  const { twist, failLogons } = exploration;
  const lived = livedBy(observationsOf(exploration, sequence), failLogons);
  return sequenceScript(sequence, binding, { ...lived, ...(twist === undefined ? {} : { twist }) });
}

/** Undefined: there is none, or the rule will say that there is too much to be judged. */
function worstIn(...exploration: Parameters<typeof judgeExploration>): Finding | undefined {
  try {
    return gravest(judgeExploration(...exploration));
  } catch (error) {
    if (error instanceof TooMuchToJudge) return undefined;
    throw error;
  }
}

/** Of each world the finding that is told of first. */
async function replaysOf(
  walker: Walker,
  explorations: readonly Exploration[],
  { binding, profileIsKnown, behaviour }: ExploreOptions,
): Promise<Replay[]> {
  const replays: Replay[] = [];
  for (const exploration of explorations) {
    const { failLogons, twist } = exploration;
    const world = { failLogons, ...(twist === undefined ? {} : { twist }) };
    const facts = { ...factsOf(binding, profileIsKnown), ...world };
    const worst = worstIn(exploration, behaviour ?? 'unknown', facts);
    if (worst === undefined) continue;
    const [transcript] = await walker.run([replayScript(exploration, worst.sequence, binding)]);
    // A call that has ended one process after the other is not made again: there is nothing to show then.
    if (transcript?.steps.some(({ outcome }) => outcome.kind !== 'unreached') === true)
      replays.push({ sequence: worst.sequence, ...world, transcript });
  }
  return replays;
}

/** Sessions that are not offered refuse nothing. Where a process has come to its end it would do so again, each time. */
function isWorthWhile(twist: Twist, session: Explored['session'], before: readonly Exploration[]): boolean {
  if (twist === 'refused-interface' && session === 'withheld') return false;
  return before.every(({ death, givenUp }) => death === null && givenUp === undefined);
}

/**
 * In the ordinary world; a helper that logs on by itself also in the one in which the first logon fails. Then short ones with
 * each twist, and the one that may end a process comes last.
 */
export async function explore(walker: Walker, options: ExploreOptions): Promise<AllExplored> {
  const { depth, isAsked, binding, profileIsKnown, behaviour, progress } = options;
  const { session, profile, apartment } = binding;
  const within = (length: number, failLogons: number, twist?: Twist): Promise<Exploration> =>
    walker.explore({
      depth: length,
      failLogons,
      ...(twist === undefined ? {} : { twist }),
      session,
      profile,
      apartment,
      tell: (done, of) => progress?.('sequences', done, of),
    });
  const shortest = isAsked ? undefined : await within(1, 0);
  const inTime = shortest?.depth === 1 ? depthInTime(shortest, depth) : depth;
  const explorations = [shortest !== undefined && inTime === 1 ? shortest : await within(inTime, 0)];
  if (behaviour === 'own') explorations.push(await within(Math.max(1, inTime - failingWorldIsShorterBy), 1));
  for (const twist of twists)
    if (isWorthWhile(twist, session, explorations))
      explorations.push(await within(Math.min(twistedDepth, inTime), 0, twist));
  const replays = await replaysOf(walker, explorations, options);
  return { explorations, replays, ...factsOf(binding, profileIsKnown) };
}
