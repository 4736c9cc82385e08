/**
 * Sequences with a twist (`twists` of harness/record/exploration.ts) are judged only by what the twist is about: everything
 * else was judged where all is as usual, and in need a helper may do as it likes.
 */
import { failed, hex32, hresultText } from '../catalogue/hresults.js';
import type { End, Letter, Observation, Twist } from '../record/exploration.js';
import { violated } from './answers.js';
import { finish } from './finish.js';
import { formed } from './get-mapi-session.js';
import { activeHelper, type State } from './state.js';
import type { Violation } from './violation.js';

/** How a finding tells of it, behind the sequence. */
export const twistTexts: Readonly<Record<Twist, string>> = {
  'null-out': 'with ppmsess NULL',
  'refused-interface': 'while sessions refuse IID_IMAPISession',
  'no-memory': 'while MAPI has no memory',
  'helper-first': 'with the helper released before the session',
};

const nullOut = 'get-mapi-session/null-out';

/** Which statement it violates that the process comes to its end in this call. */
export function deadlyStatement(twist: Twist | undefined, letter: string | undefined): Violation['statement'] {
  return twist === 'null-out' && letter === 'g' ? nullOut : 'abi/no-crash';
}

/** Of one step; `letter` is undefined for creating the helper. */
export function twistedStep(
  twist: Twist,
  letter: Letter | undefined,
  before: State,
  observation: Observation,
): readonly Violation[] {
  const { kind, hresult } = observation;
  if (letter !== 'g' || twist === 'helper-first' || kind === 'skipped') return [];
  const what = `GetMapiSession ${twistTexts[twist]}`;
  if (kind === 'threw') {
    const statement = twist === 'null-out' ? nullOut : 'abi/no-exception';
    return violated(statement, what, 'the call comes back', `exception ${hex32(hresult)} left the method`).violations;
  }
  if (twist !== 'null-out') return formed(activeHelper(before).phase, observation, what).violations;
  if (failed(hresult)) return [];
  return violated(nullOut, what, 'E_INVALIDARG or E_POINTER', hresultText(hresult)).violations;
}

/** Of the end, when all was let go. */
export function twistedEnd(twist: Twist, state: State, end: End): readonly Violation[] {
  // Where the client held nothing, this was the order anyway.
  if (twist !== 'helper-first' || state.held.length === 0) return [];
  return finish(state, end).map((each) => ({ ...each, statement: 'session-lifetime/no-cycle' }));
}
