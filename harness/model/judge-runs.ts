/**
 * Judges runs of sequences by the model. There are millions of steps, and few that are new: what the model says of a step
 * in a state is kept by number.
 */
import type { Behaviour } from './behaviour.js';
import { finish } from './finish.js';
import { startOf, stateKey, type Facts, type State } from './state.js';
import { callOf, created, step } from './step.js';
import type { OpenAnswer, Violation } from './violation.js';
import { letters, type Letter, type Tried } from '../record/exploration.js';

export interface Fault {
  /** From 0; the sequence's length: its end; -1: creating the helper. */
  readonly step: number;
  readonly violations: readonly Violation[];
  /** The sequence that had answered an open question in another way. */
  readonly earlier?: string;
}

interface Known extends OpenAnswer {
  readonly sequence: string;
}

interface Transition {
  readonly to: number;
  readonly open?: OpenAnswer;
}

/** Beyond that the memory is made free: what is needed again is judged again. */
const mostKept = 400_000;

const creation = letters.length;

function at<Item>(items: readonly Item[], place: number | undefined): Item {
  const item = place === undefined ? undefined : items[place];
  if (item === undefined) throw new RangeError(`a run points to place ${String(place)}, which is not there`);
  return item;
}

/** Numbers for equal things. */
class Numbers<Item> {
  readonly items: Item[] = [];
  readonly #byKey = new Map<string, number>();

  of(key: string, item: Item): number {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    this.#byKey.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}

/** A batch, its observations and ends numbered as those of all batches are. */
export interface Numbered {
  readonly tried: Tried;
  readonly observations: readonly number[];
  readonly ends: readonly number[];
}

export class RunJudge {
  readonly #start: State;
  readonly #observations = new Numbers<Tried['observations'][number]>();
  readonly #ends = new Numbers<Tried['ends'][number]>();
  #states = new Numbers<State>();
  #transitions = new Map<number, Transition>();
  /** Ends that the model has nothing against, by state and end. */
  #goodEnds = new Set<number>();
  readonly #answers = new Map<string, Known>();

  constructor(behaviour: Behaviour, facts: Facts) {
    this.#start = startOf(behaviour, facts);
  }

  numbered(tried: Tried): Numbered {
    return {
      tried,
      observations: tried.observations.map((each) => this.#observations.of(JSON.stringify(each), each)),
      ends: tried.ends.map((each) => this.#ends.of(JSON.stringify(each), each)),
    };
  }

  /** What the model has against the run at that place of the batch; `learns`: its open answers bind those that come later. */
  faultIn(sequence: string, place: number, batch: Numbered, learns: boolean): Fault | undefined {
    if (this.#transitions.size > mostKept) this.#forget();
    const run = at(batch.tried.runs, place);
    const answers = new Map<string, Known>();
    let state = this.#states.of(stateKey(this.#start), this.#start);
    for (let index = -1; index < sequence.length; index += 1) {
      const letter = index < 0 ? creation : letters.findIndex((each) => each === sequence[index]);
      const next = this.#next(state, letter, at(batch.observations, run[index + 1]));
      if (!('to' in next)) return { step: index, violations: next };
      const changed = next.open === undefined ? undefined : this.#changed(next.open, sequence, answers);
      if (changed !== undefined) return { step: index, ...changed };
      state = next.to;
    }
    const violations = this.#endedIn(state, at(batch.ends, run.at(-1)));
    if (violations.length > 0) return { step: sequence.length, violations };
    if (learns) for (const [question, known] of answers) this.#answers.set(question, known);
    return undefined;
  }

  #next(state: number, letter: number, observation: number): Transition | readonly Violation[] {
    const key = (state * 2 ** 20 + observation) * 16 + letter;
    const known = this.#transitions.get(key);
    if (known !== undefined) return known;
    const before = at(this.#states.items, state);
    const observed = at(this.#observations.items, observation);
    const judged =
      letter === creation ? created(before, observed) : step(before, at<Letter>(letters, letter), observed);
    if (judged.violations.length > 0) return judged.violations;
    const to = this.#states.of(stateKey(judged.state), judged.state);
    const transition = { to, ...(judged.open === undefined ? {} : { open: judged.open }) };
    this.#transitions.set(key, transition);
    return transition;
  }

  #endedIn(state: number, end: number): readonly Violation[] {
    const key = state * 2 ** 20 + end;
    if (this.#goodEnds.has(key)) return [];
    const violations = finish(at(this.#states.items, state), at(this.#ends.items, end));
    if (violations.length === 0) this.#goodEnds.add(key);
    return violations;
  }

  /** That a question was answered in another way before, in this sequence or in an earlier one. */
  #changed(open: OpenAnswer, sequence: string, answers: Map<string, Known>): Omit<Fault, 'step'> | undefined {
    const { question, answer, statement } = open;
    const known = this.#answers.get(question) ?? answers.get(question);
    if (known === undefined) answers.set(question, { ...open, sequence });
    if (known === undefined || known.answer === answer) return undefined;
    return {
      violations: [{ statement, what: question, expected: `${known.answer}, as before`, actual: answer }],
      ...(known.sequence === sequence ? {} : { earlier: known.sequence }),
    };
  }

  #forget(): void {
    this.#states = new Numbers();
    this.#transitions = new Map();
    this.#goodEnds = new Set();
  }
}

/** The process came to its end in that step. */
export function deathIn(sequence: string, death: Pick<NonNullable<Tried['death']>, 'step' | 'story'>): Fault {
  const { step: index, story = 'the process ended' } = death;
  const letter = letters.find((each) => each === sequence[index]);
  const what = letter === undefined ? (index < 0 ? 'creating the helper' : 'the last Release') : callOf[letter];
  const statement = 'abi/no-crash';
  return {
    step: index,
    violations: [{ statement, what, expected: 'the call comes back', actual: story }],
  };
}

/** The first fault of sequences that were tried one after the other, and of which one it is. */
export function firstFault(
  sequences: readonly string[],
  tried: Tried,
  behaviour: Behaviour,
  facts: Facts,
): (Fault & { readonly sequence: string }) | undefined {
  const judge = new RunJudge(behaviour, facts);
  const batch = judge.numbered(tried);
  for (const [place, sequence] of sequences.entries()) {
    if (tried.runs[place] === undefined) break;
    const fault = judge.faultIn(sequence, place, batch, true);
    if (fault !== undefined) return { ...fault, sequence };
  }
  const { death } = tried;
  return death === null ? undefined : { ...deathIn(death.sequence, death), sequence: death.sequence };
}
