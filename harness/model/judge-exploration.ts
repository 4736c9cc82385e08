/**
 * A whole exploration, judged. The tree of sequences is walked by length, and a place that was reached before in the same
 * state of the model is not walked again: what is behind it was judged then.
 */
import type { StatementId } from '../catalogue/catalogue.js';
import { letters, type End, type Exploration, type Letter, type Observation } from '../record/exploration.js';
import type { Behaviour } from './behaviour.js';
import { finish } from './finish.js';
import { deathIn } from './judge-runs.js';
import { startOf, stateKey, type Facts, type State } from './state.js';
import { callOf, created, step } from './step.js';
import { deadlyStatement, twistedEnd, twistedStep } from './twisted.js';
import type { Judged, OpenAnswer, Violation } from './violation.js';

export interface Finding {
  readonly sequence: string;
  /** The step that violates, from 0; the sequence's length: its end. -1: creating the helper. */
  readonly step: number;
  readonly violations: readonly Violation[];
  /** It is only advised against, whatever the statement's level. */
  readonly isAdvice?: boolean;
}

/** There is no end to judging it in reasonable time; a helper's own exploration comes to some thousand visits. */
export class TooMuchToJudge extends Error {
  override readonly name = 'TooMuchToJudge';
}

const mostVisits = 1_000_000;

interface Place {
  readonly node: number;
  readonly sequence: string;
  readonly before: State;
}

function at<Item>(items: readonly Item[], place: number | undefined): Item {
  const item = place === undefined ? undefined : items[place];
  if (item === undefined) throw new RangeError(`an exploration points to place ${String(place)}, which is not there`);
  return item;
}

class Walk {
  readonly findings: Finding[] = [];
  readonly #exploration: Exploration;
  readonly #causes = new Set<string>();
  readonly #answers = new Map<string, OpenAnswer>();
  readonly #seen = new Set<string>();
  readonly #numbers = new Map<string, number>();

  constructor(exploration: Exploration) {
    this.#exploration = exploration;
  }

  /** Judges a place and gives those behind it, unless it violates something. */
  visit({ node, sequence, before }: Place): Place[] {
    const [observation, end, ...followers] = at(this.#exploration.nodes, node);
    const letter = letterAt(sequence, sequence.length - 1);
    const seen = `${String(node)} ${letter ?? ''} ${String(this.#numberOf(before))}`;
    if (this.#seen.has(seen)) return [];
    if (this.#seen.size === mostVisits) throw new TooMuchToJudge('there is too much in it to be judged');
    this.#seen.add(seen);
    const judged = this.#judge(before, letter, at(this.#exploration.observations, observation));
    this.note(sequence, sequence.length - 1, judged.advice ?? [], true);
    if (judged.violations.length > 0) {
      this.note(sequence, sequence.length - 1, judged.violations);
      return [];
    }
    this.#noteEnd(sequence, judged.state, at(this.#exploration.ends, end));
    return followers.map((follower, index) => ({
      node: follower,
      sequence: sequence + at(letters, index),
      before: judged.state,
    }));
  }

  /** Judges a life that is told as a whole, up to its first violation. */
  relive(sequence: string, life: readonly number[], start: State): void {
    const { observations, ends } = this.#exploration;
    let before = start;
    for (let index = -1; index < sequence.length; index += 1) {
      const judged = this.#judge(before, letterAt(sequence, index), at(observations, life[index + 1]));
      this.note(sequence, index, judged.advice ?? [], true);
      this.note(sequence, index, judged.violations);
      if (judged.violations.length > 0) return;
      before = judged.state;
    }
    this.#noteEnd(sequence, before, at(ends, life[sequence.length + 1]));
  }

  note(sequence: string, stepAt: number, violations: readonly Violation[], isAdvice = false): void {
    const letter = letterAt(sequence, stepAt) ?? (stepAt < 0 ? 'created' : 'end');
    const fresh = violations.filter(({ statement }) => !this.#causes.has(`${statement} ${letter}`));
    if (fresh.length === 0) return;
    for (const { statement } of fresh) this.#causes.add(`${statement} ${letter}`);
    this.findings.push({ sequence, step: stepAt, violations: fresh, ...(isAdvice ? { isAdvice } : {}) });
  }

  #judge(before: State, letter: Letter | undefined, observation: Observation): Judged {
    const judged = letter === undefined ? created(before, observation) : step(before, letter, observation);
    const { twist } = before.world.facts;
    if (twist !== undefined)
      return { state: judged.state, violations: twistedStep(twist, letter, before, observation) };
    const { open, violations } = judged;
    if (open === undefined || violations.length > 0) return judged;
    const known = this.#answers.get(open.question);
    if (known === undefined) this.#answers.set(open.question, open);
    if (known === undefined || known.answer === open.answer) return judged;
    const { question, answer, statement } = open;
    return {
      ...judged,
      violations: [{ statement, what: question, expected: `${known.answer}, as before`, actual: answer }],
    };
  }

  #noteEnd(sequence: string, state: State, end: End): void {
    const { twist } = state.world.facts;
    const violations = twist === undefined ? finish(state, end) : twistedEnd(twist, state, end);
    if (violations.length > 0) this.note(sequence, sequence.length, violations);
  }

  #numberOf(state: State): number {
    const key = stateKey(state);
    const number = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }
}

function letterAt(sequence: string, index: number): Letter | undefined {
  return letters.find((letter) => letter === sequence[index]);
}

/** Of these the observation has a count that Release returned, in place of an answer. */
const hresultIsCount: ReadonlySet<Letter> = new Set(['n', 'o']);
const valueIsCount: ReadonlySet<Letter> = new Set(['q']);

/** What a caller goes by: references may be kept in one life and not in another, so counts are no answer. */
function answersOf(letter: Letter | undefined, { kind, hresult, value, text, out }: Observation): string {
  const counts = kind === 'returned' && letter !== undefined && hresultIsCount.has(letter);
  return [kind, counts ? 0 : hresult, letter !== undefined && valueIsCount.has(letter) ? 0 : value, text, out].join();
}

/**
 * The tree holds what came back when a sequence was made for the first time. Where not the same came back in a later life,
 * that one is judged as a life of its own; that it differs is a fault beside.
 */
function deviationsIn({ deviations, observations }: Exploration, start: State, walk: Walk): void {
  const statement: StatementId = 'sequence/deterministic';
  for (const { sequence, life } of deviations) if (life !== undefined) walk.relive(sequence, life, start);
  for (const { sequence, step: stepAt, before, now } of deviations) {
    const letter = letterAt(sequence, stepAt);
    if (answersOf(letter, at(observations, before)) === answersOf(letter, at(observations, now))) continue;
    const expected = 'the same answer as in an earlier life';
    const what = letter === undefined ? 'creating the helper' : callOf[letter];
    walk.note(sequence, stepAt, [{ statement, what, expected, actual: 'another one' }]);
  }
}

/**
 * What the exploration holds against the helper, one finding a cause, the shortest sequence of each, in order of length.
 */
export function judgeExploration(exploration: Exploration, behaviour: Behaviour, facts: Facts): Finding[] {
  const walk = new Walk(exploration);
  const start = startOf(behaviour, facts);
  const root = exploration.nodes.length - 1;
  let places: Place[] = root < 0 ? [] : [{ node: root, sequence: '', before: start }];
  while (places.length > 0) places = places.flatMap((place) => walk.visit(place));
  deviationsIn(exploration, start, walk);
  if (exploration.death !== null) {
    const { sequence, step: stepAt } = exploration.death;
    const statement = deadlyStatement(facts.twist, sequence[stepAt]);
    walk.note(
      sequence,
      stepAt,
      deathIn(sequence, exploration.death).violations.map((each) => ({ ...each, statement })),
    );
  }
  return walk.findings.toSorted((a, b) => a.sequence.length - b.sequence.length);
}
