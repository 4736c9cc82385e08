/**
 * The machine that a helper is, learned from what it did: places in the tree of sequences from which the next calls bring
 * the same are one state. Only the calls of one helper are looked at; what the client does with its sessions is its own
 * matter.
 */
import type { StatementId } from '../catalogue/catalogue.js';
import { letters, type Exploration, type Letter } from '../record/exploration.js';
import type { Behaviour } from './behaviour.js';
import { edgeText, endText } from './edge-text.js';
import { finish } from './finish.js';
import { activeHelper, startOf, type Facts, type Phase, type State } from './state.js';
import { created, step } from './step.js';

export const machineLetters = ['g', 'h', 'i', 's', 'p', 'q'] as const satisfies Letter[];
export type MachineLetter = (typeof machineLetters)[number];

export interface MachineEdge {
  readonly letter: MachineLetter;
  /** What came of it, in parts; `the process ended` where it did. */
  readonly text: readonly string[];
  /** The state that follows; null: it is not known, or there is none. */
  readonly to: number | null;
  /** The statement that the step violates. */
  readonly violates: StatementId | null;
}

export interface MachineState {
  /** The shortest sequence that leads there. */
  readonly sequence: string;
  /** How far the documents' helper is there. */
  readonly phase: Phase;
  readonly edges: readonly MachineEdge[];
  /** What is left when the client lets go of everything there. */
  readonly end: readonly string[];
  readonly endViolates: StatementId | null;
}

/** The first state is that of a fresh helper. */
export interface Machine {
  readonly states: readonly MachineState[];
}

interface Follower {
  readonly text: readonly string[];
  readonly violates: StatementId | null;
  /** null: the process ended. */
  readonly place: Place | null;
}

/** A place in the tree, with what the model knows there. */
interface Place {
  readonly sequence: string;
  readonly state: State;
  readonly end: readonly string[];
  readonly endViolates: StatementId | null;
  /** Missing at full depth. */
  readonly followers: ReadonlyMap<MachineLetter, Follower>;
}

const ended: Follower = { text: ['the process ended'], violates: 'abi/no-crash', place: null };

/** Two steps tell states apart in every helper that the documents know. */
const lengthOfTail = 2;

/** Deeper places tell nothing new of a machine of so few letters. */
const deepestPlace = 5;

class Tree {
  readonly #exploration: Exploration;

  constructor(exploration: Exploration) {
    this.#exploration = exploration;
  }

  root(start: State): Place | undefined {
    const { nodes, observations } = this.#exploration;
    const observation = observations[nodes.at(-1)?.[0] ?? -1];
    return observation && this.#place(nodes.length - 1, '', created(start, observation).state);
  }

  #place(node: number, sequence: string, state: State): Place {
    const { nodes, observations, ends, death } = this.#exploration;
    const [, endAt = -1, ...next] = nodes[node] ?? [];
    const end = ends[endAt];
    const followers = new Map<MachineLetter, Follower>();
    for (const letter of sequence.length < deepestPlace ? machineLetters : []) {
      const follower = next[letters.indexOf(letter)] ?? -1;
      const observation = observations[nodes[follower]?.[0] ?? -1];
      if (death?.sequence === sequence + letter) followers.set(letter, ended);
      if (observation === undefined) continue;
      const judged = step(state, letter, observation);
      followers.set(letter, {
        text: edgeText(letter, state, judged.state, observation),
        violates: judged.violations[0]?.statement ?? null,
        place: this.#place(follower, sequence + letter, judged.state),
      });
    }
    return {
      sequence,
      state,
      end: end === undefined ? [] : endText(state, end),
      endViolates: end === undefined ? null : (finish(state, end)[0]?.statement ?? null),
      followers,
    };
  }
}

/** Nothing that is known of both tells them apart in so many more steps. */
function areAlike(one: Place, other: Place, length: number): boolean {
  if (one.end.join() !== other.end.join()) return false;
  if (length === 0) return true;
  for (const [letter, { text, place }] of one.followers) {
    const twin = other.followers.get(letter);
    if (twin === undefined) continue;
    if (text.join() !== twin.text.join()) return false;
    if (place !== null && twin.place !== null && !areAlike(place, twin.place, length - 1)) return false;
  }
  return true;
}

class Learner {
  readonly #places: Place[] = [];

  learn(root: Place): Machine {
    this.#places.push(root);
    const states: MachineState[] = [];
    // The list grows while it is gone through.
    for (const place of this.#places) states.push(this.#state(place));
    return { states };
  }

  #state({ sequence, state, end, endViolates, followers }: Place): MachineState {
    const edges = Array.from(followers, ([letter, { text, violates, place }]): MachineEdge => ({
      letter,
      text,
      violates,
      to: place === null ? null : this.#stateOf(place),
    }));
    return { sequence, phase: activeHelper(state).phase, edges, end, endViolates };
  }

  /** The first state that this place is like; a new one where it is like none. null: too deep to tell. */
  #stateOf(place: Place): number | null {
    if (place.followers.size === 0) return null;
    const known = this.#places.findIndex((each) => areAlike(place, each, lengthOfTail));
    if (known >= 0) return known;
    this.#places.push(place);
    return this.#places.length - 1;
  }
}

/** undefined where not even the empty sequence could be tried. */
export function learn(exploration: Exploration, behaviour: Behaviour, facts: Facts): Machine | undefined {
  const root = new Tree(exploration).root(startOf(behaviour, facts));
  return root && new Learner().learn(root);
}
