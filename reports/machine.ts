/** The machine that a helper was learned to be, and the documents' one, as reports draw them. */
import type { StatementId } from '../harness/catalogue/catalogue.js';
import { compareMachines, documentedMachine, type Difference } from '../harness/model/compare-machines.js';
import { learn, type Machine, type MachineLetter } from '../harness/model/learned.js';
import type { Phase } from '../harness/model/state.js';
import type { RunRecord } from '../harness/record/run-record.js';

/** `wrong`: it violates a statement; `other`: not what the documents' helper does, but they leave it open. */
export type LineKind = 'plain' | 'wrong' | 'other';

/** What one call does in a state. */
export interface Line {
  readonly letter: MachineLetter | 'end';
  readonly text: readonly string[];
  readonly kind: LineKind;
  readonly violates: StatementId | null;
  /** The state that follows; null: it stays in its own, or none follows. */
  readonly to: number | null;
}

export interface Box {
  readonly phase: Phase;
  readonly lines: readonly Line[];
}

export interface Drawn {
  readonly boxes: readonly Box[];
  /** States that are not drawn: a helper that counts its calls has one for each. */
  readonly left: number;
}

export interface Machines {
  readonly learned: Drawn;
  readonly documented: Drawn;
  readonly differences: readonly Difference[];
}

const mostBoxes = 12;

/** The calls whose answers never change anything: they are drawn where they do. */
const quiet: readonly string[] = ['i', 's', 'p', 'q'];

function drawn(machine: Machine, differences: readonly Difference[]): Drawn {
  const boxes = machine.states.slice(0, mostBoxes).map(({ phase, edges, end, endViolates }, state): Box => {
    const kindOf = (letter: Line['letter'], violates: StatementId | null): LineKind => {
      if (violates !== null) return 'wrong';
      return differences.some((each) => each.state === state && each.letter === letter) ? 'other' : 'plain';
    };
    const lines = edges.map(({ letter, text, to, violates }): Line => ({
      letter,
      text,
      violates,
      kind: kindOf(letter, violates),
      to: to === state || (to ?? 0) >= mostBoxes ? null : to,
    }));
    const ending: Line = {
      letter: 'end',
      text: end,
      violates: endViolates,
      kind: kindOf('end', endViolates),
      to: null,
    };
    return {
      phase,
      lines: [...lines, ending].filter(
        ({ letter, kind, to }) => kind !== 'plain' || to !== null || (letter !== 'end' && !quiet.includes(letter)),
      ),
    };
  });
  return { boxes, left: machine.states.length - boxes.length };
}

/** undefined where no sequences were tried, or nobody knows which of the documents' helpers this one should be. */
export function machinesOf({ explorations = [], subject }: RunRecord): Machines | undefined {
  const [exploration] = explorations;
  const { observed, offered } = subject.session;
  if (exploration === undefined || observed === 'unknown') return undefined;
  const { isKnown, name } = subject.profile;
  const facts = {
    failLogons: 0,
    session: offered ? ('offered' as const) : ('withheld' as const),
    ...(isKnown ? { profile: name } : {}),
  };
  const machine = learn(exploration, observed, facts);
  if (machine === undefined) return undefined;
  const documented = documentedMachine(observed, facts);
  const differences = compareMachines(machine, documented, isKnown);
  return { learned: drawn(machine, differences), documented: drawn(documented, []), differences };
}

/** The calls by their names; what a client does at the end has none. */
export const calls: Readonly<Record<Exclude<Line['letter'], 'end'>, string>> = {
  g: 'GetMapiSession',
  h: 'HandsOffSession',
  i: 'GetIdentity',
  s: 'GetIdentity (1)',
  p: 'Placeholder1',
  q: 'QueryInterface',
};

/** English names of the states; pages have their own. */
export const phaseNames: Readonly<Record<Phase, string>> = {
  absent: 'no helper',
  refused: 'no helper',
  fresh: 'at first',
  asked: 'asked in vain',
  open: 'session given',
  closed: 'handed off',
};
