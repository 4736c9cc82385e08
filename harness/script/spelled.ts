/**
 * A sequence of letters, as explorations try it, as an ordinary script: what was found in an instant and without a record
 * is done once more with one. A letter is one step, or two; the first is labelled with the letter's place and the letter.
 */
import { iid } from '../catalogue/guids.js';
import { hresults } from '../catalogue/hresults.js';
import { as, query, release } from './build.js';
import { bindScript, type Binding, type StepDraft } from './draft.js';
import type { Script } from './step.js';

/** As `twists` of harness/record/exploration.ts. */
type Twist = 'refused-interface' | 'no-memory' | 'helper-first' | 'null-out';

/** What is known of the sequence from its first life; without it, every call of GetMapiSession is taken to succeed. */
export interface Lived {
  /** Whether GetMapiSession, called in that step, gave a pointer. */
  readonly gives?: (step: number) => boolean;
  /** Logons fail until that step is over; -1: until the helper is created; Infinity: to the end; absent: none fails. */
  readonly logonsFailUntil?: number;
  /** What is otherwise than usually. */
  readonly twist?: Twist;
}

/** What MAPI is told so that it is. */
const refusals: Readonly<Record<Twist, StepDraft[]>> = {
  'null-out': [],
  'refused-interface': [{ do: 'configureProvider', refuseSessionInterface: true }],
  'no-memory': [{ do: 'configureProvider', failAllocation: 1 }],
  'helper-first': [],
};

/** Room for every name that MAPI allows, and for one that is longer. */
const usualCapacity = 256;

const helperNames = [
  { unknown: 'unknown', helper: 'helper' },
  { unknown: 'otherUnknown', helper: 'otherHelper' },
] as const;
type HelperNames = (typeof helperNames)[number];

function creation({ unknown, helper }: HelperNames): StepDraft[] {
  return [{ do: 'create', as: unknown }, query(unknown, iid.IOlkAccountHelper, helper)];
}

/** Spells out one letter after the other. */
class Speller {
  readonly #capacity: number;
  readonly #gives: (step: number) => boolean;
  readonly #twist: Twist | undefined;
  #on: HelperNames = helperNames[0];
  readonly #created: HelperNames[] = [helperNames[0]];
  readonly #held: string[] = [];

  constructor(profile: string, gives: (step: number) => boolean, twist: Twist | undefined) {
    this.#twist = twist;
    this.#capacity = Math.max(usualCapacity, profile.length + 1);
    this.#gives = gives;
  }

  steps(letter: string, at: number): StepDraft[] {
    const on = this.#on.helper;
    switch (letter) {
      case 'i':
        return [{ do: 'getIdentity', on, pcch: this.#capacity, buffer: 'slack' }];
      case 's':
        return [{ do: 'getIdentity', on, pcch: 1, buffer: 'slack' }];
      case 'g': {
        if (this.#twist === 'null-out') return [{ do: 'getMapiSession', on, out: 'null' }];
        const name = `session${String(at)}`;
        if (this.#gives(at)) this.#held.push(name);
        return [{ do: 'getMapiSession', on, out: 'memory', as: name }];
      }
      case 'n':
        return this.#released(this.#held.pop());
      case 'o':
        return this.#released(this.#held.shift());
      case 'h':
        return [{ do: 'handsOffSession', on }];
      case 'p':
        return [{ do: 'placeholder1', on, argument: 'memory' }];
      case 'q': {
        const name = `queried${String(at)}`;
        return [query(on, iid.IUnknown, name), release(name)];
      }
      case '2':
        return this.#turned();
      default:
        throw new RangeError(`no call has the letter ${letter}`);
    }
  }

  /** The client lets go of what it still holds, the newest first: usually of sessions before helpers. */
  end(): StepDraft[] {
    const sessions = this.#held.toReversed().map(release);
    const helpers = this.#created.toReversed().flatMap(({ unknown, helper }) => [release(helper), release(unknown)]);
    return this.#twist === 'helper-first' ? [...helpers, ...sessions] : [...sessions, ...helpers];
  }

  #released(name: string | undefined): StepDraft[] {
    return [name === undefined ? { do: 'observe' } : release(name)];
  }

  #turned(): StepDraft[] {
    const [first, second] = helperNames;
    this.#on = this.#on === first ? second : first;
    if (this.#created.includes(this.#on)) return [{ do: 'observe' }];
    this.#created.push(this.#on);
    return creation(this.#on);
  }
}

/** Where in its script a letter of a sequence has been spelled: its last step. The letter behind the last is the end. */
export function spelledAt({ steps }: Script, letter: number): number {
  const next = steps.findIndex(({ label }) => label !== undefined && Number.parseInt(label, 10) > letter);
  const last = steps.findLastIndex(({ label }) => label !== undefined);
  if (next >= 0) return next - 1;
  return last >= 0 && Number.parseInt(steps[last]?.label ?? '', 10) === letter ? last : steps.length - 1;
}

/** The script of a sequence; what it is called is for those who judge it to say. */
export function sequenceScript(
  letters: string,
  binding: Binding,
  { gives = () => true, logonsFailUntil, twist }: Lived = {},
): Script {
  const speller = new Speller(binding.profile, gives, twist);
  const works: StepDraft = { do: 'configureProvider', failLogon: 0 };
  const after = (step: number): StepDraft[] => (step === logonsFailUntil ? [works] : []);
  const steps: StepDraft[] = [
    ...(twist === undefined ? [] : refusals[twist]),
    ...(logonsFailUntil === undefined
      ? []
      : [{ do: 'configureProvider', failLogon: hresults.MAPI_E_LOGON_FAILED } as const]),
    ...creation(helperNames[0]),
    ...after(-1),
    ...Array.from(letters).flatMap((letter, at) => {
      const [first, ...others] = speller.steps(letter, at);
      return first === undefined ? [] : [as(`${String(at)} ${letter}`, first), ...others, ...after(at)];
    }),
    ...speller.end(),
  ];
  return bindScript({ name: `the sequence ${letters}`, hazardous: twist === 'null-out', steps }, binding);
}
