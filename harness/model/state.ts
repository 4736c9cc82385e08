/**
 * What the model knows of one sequence: the sessions with their references, who holds them, and how far each helper is in
 * its life. All of it comes from what the instrumented MAPI counted; what a helper says of itself is judged by it.
 */
import type { Behaviour } from './behaviour.js';
import { sessionsToldApart, type Observation, type Twist } from '../record/exploration.js';

export interface Facts {
  /** The profile's name; absent: nobody told the harness. */
  readonly profile?: string;
  /** So many logons of the sequence fail at first. */
  readonly failLogons: number;
  /** What is otherwise than usually; absent: nothing is. */
  readonly twist?: Twist;
  readonly session: 'offered' | 'withheld';
}

export interface ModelSession {
  /** As the provider tells them apart: the harness made it, or MAPILogonEx did. */
  readonly origin: 'offered' | 'logon';
  readonly references: number;
}

/**
 * `absent`: not created yet; `refused`: creating it failed; `fresh`: never asked for a session, nor handed off; `asked`: asked
 * and refused; `open`: it has given a session; `closed`: HandsOffSession was called since.
 */
export type Phase = 'absent' | 'refused' | 'fresh' | 'asked' | 'open' | 'closed';

export interface ModelHelper {
  readonly phase: Phase;
  /** The age of the session that it gave last; `other`: a pointer that the provider does not know; null: it gave none yet. */
  readonly given: number | 'other' | null;
  /** A session was ever handed off. */
  readonly hasClosed: boolean;
}

/** What is the same throughout a sequence. */
interface World {
  readonly behaviour: Behaviour;
  readonly facts: Facts;
}

export interface State {
  readonly world: World;
  /** By age, the newest first; the last place of `sessionsToldApart` stands for all older ones. */
  readonly sessions: readonly ModelSession[];
  /** The pointers that the client has got and not released, the oldest first: the ages of their sessions. */
  readonly held: readonly (number | 'other')[];
  readonly helpers: readonly [ModelHelper, ModelHelper];
  /** Which of the two the calls go to. */
  readonly active: 0 | 1;
  /** MAPIInitialize less MAPIUninitialize. */
  readonly initialized: number;
  /** The logons that have failed. */
  readonly failedLogons: number;
}

const absent: ModelHelper = { phase: 'absent', given: null, hasClosed: false };

/** Before the first helper is created. */
export function startOf(behaviour: Behaviour, facts: Facts): State {
  return {
    world: { behaviour, facts },
    sessions: facts.session === 'offered' ? [{ origin: 'offered', references: 1 }] : [],
    held: [],
    helpers: [absent, absent],
    active: 0,
    initialized: 0,
    failedLogons: 0,
  };
}

export function activeHelper({ helpers, active }: State): ModelHelper {
  return helpers[active];
}

export function withHelper(state: State, changes: Partial<ModelHelper>): State {
  const changed = { ...activeHelper(state), ...changes };
  const [first, second] = state.helpers;
  return { ...state, helpers: state.active === 0 ? [changed, second] : [first, changed] };
}

/** Two equal texts, two states from which everything goes on alike. */
export function stateKey({ sessions, held, helpers, active, initialized, failedLogons }: State): string {
  const pages = sessions.map(({ origin, references }) => `${origin === 'offered' ? 'o' : ''}${String(references)}`);
  const lives = helpers.map(({ phase, given, hasClosed }) => `${phase}.${String(given)}.${String(hasClosed)}`);
  return [pages.join(), held.join(), lives.join(), active, initialized, failedLogons].join(';');
}

/** The references that the client has to a session: what it holds, and the one that it keeps on a session it offered. */
export function ofTheClient({ sessions, held }: State, age: number): number {
  const own = sessions[age]?.origin === 'offered' ? 1 : 0;
  return own + held.filter((each) => each === age).length;
}

/** The references to a session that are left for helpers. */
export function ofHelpers(state: State, age: number): number {
  return (state.sessions[age]?.references ?? 0) - ofTheClient(state, age);
}

const eldest = sessionsToldApart - 1;

/** With what a step did to the sessions: new ones, and references. Who holds these is another matter. */
export function counted(state: State, observation: Observation): State {
  const { logons, references } = observation;
  const aged = <Given extends number | 'other' | null>(given: Given): Given | number =>
    typeof given === 'number' ? Math.min(given + logons, eldest) : given;
  // More are told apart nowhere; the count may be anything, in a record or where the provider's books were written over.
  const length = Math.min(logons, sessionsToldApart);
  const born = Array.from({ length }, (): ModelSession => ({ origin: 'logon', references: 0 }));
  const all = [...born, ...state.sessions];
  const lumped = all.slice(eldest).reduce<ModelSession | undefined>(
    (sum, each) => ({
      origin: sum?.origin === 'offered' ? 'offered' : each.origin,
      references: (sum?.references ?? 0) + each.references,
    }),
    undefined,
  );
  const sessions = [...all.slice(0, eldest), ...(lumped === undefined ? [] : [lumped])];
  const [first, second] = state.helpers;
  return {
    ...state,
    sessions: sessions.map((each, age) => ({ ...each, references: each.references + (references[age] ?? 0) })),
    held: state.held.map(aged),
    helpers: [
      { ...first, given: aged(first.given) },
      { ...second, given: aged(second.given) },
    ],
    initialized: state.initialized + observation.initializes - observation.uninitializes,
    failedLogons: state.failedLogons + observation.failedLogons,
  };
}
