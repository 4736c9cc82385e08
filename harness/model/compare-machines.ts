/** A learned machine beside the documents' one: which edges differ. */
import type { StatementId } from '../catalogue/catalogue.js';
import { BorrowedSessionHelper, OwnSessionHelper } from './ideal-helpers.js';
import { learn, type Machine, type MachineLetter } from './learned.js';
import { simulate } from './simulate.js';
import type { Facts } from './state.js';

export interface Difference {
  /** The shortest sequence that leads to the edge, without its letter. */
  readonly sequence: string;
  /** `end`: when the client lets go of everything there. */
  readonly letter: MachineLetter | 'end';
  readonly learned: readonly string[];
  /** null: the documents' machine does not get there. */
  readonly documented: readonly string[] | null;
  /** The state of the learned machine that the edge leaves. */
  readonly state: number;
  /** null: the documents leave it open. */
  readonly violates: StatementId | null;
}

/** As long as it takes to tell the documents' states apart. */
const documentedDepth = 3;

/** What the documents' helper of that kind would have brought; by the same learning. */
export function documentedMachine(behaviour: 'own' | 'borrowed', facts: Facts): Machine {
  const profile = facts.profile ?? 'profile';
  const exploration = simulate(
    (mapi, name) => (behaviour === 'own' ? new OwnSessionHelper(mapi, name) : new BorrowedSessionHelper(mapi, name)),
    {
      depth: documentedDepth,
      failLogons: facts.failLogons,
      session: behaviour === 'own' ? 'withheld' : 'offered',
      profile,
    },
  );
  return learn(exploration, behaviour, { ...facts, profile }) ?? { states: [] };
}

/** Both are gone through together, from the fresh helper on. */
export function compareMachines(learned: Machine, documented: Machine, nameIsKnown: boolean): Difference[] {
  const differences: Difference[] = [];
  const seen = new Set<string>();
  const pairs: { own: number; other: number }[] = [{ own: 0, other: 0 }];
  const note = (difference: Difference): void => {
    const isKnown = differences.some(({ state, letter }) => state === difference.state && letter === difference.letter);
    if (!isKnown) differences.push(difference);
  };
  for (const { own, other } of pairs) {
    const state = learned.states[own];
    const twin = documented.states[other];
    if (state === undefined || twin === undefined || seen.has(`${String(own)} ${String(other)}`)) continue;
    seen.add(`${String(own)} ${String(other)}`);
    const { sequence } = state;
    for (const { letter, text, violates, to } of state.edges) {
      const match = twin.edges.find((edge) => edge.letter === letter);
      const isNameless = !nameIsKnown && (letter === 'i' || letter === 's');
      if (violates !== null || (!isNameless && match?.text.join() !== text.join()))
        note({ sequence, letter, learned: text, documented: match?.text ?? null, state: own, violates });
      if (to !== null && match !== undefined && match.to !== null) pairs.push({ own: to, other: match.to });
    }
    if (state.endViolates !== null || state.end.join() !== twin.end.join())
      note({
        sequence,
        letter: 'end',
        learned: state.end,
        documented: twin.end,
        state: own,
        violates: state.endViolates,
      });
  }
  return differences;
}
