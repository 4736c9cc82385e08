/**
 * Which steps of a script are calls of the alphabet in which every sequence is tried (`harness/record/exploration.ts`):
 * creating one or two helpers, calling their methods, releasing the session that was got first or last, and letting
 * everything go at the end. Of such a script the model knows what the documents say.
 */
import { iid } from '../catalogue/guids.js';
import { hresults } from '../catalogue/hresults.js';
import type { StepDraft } from './draft.js';

/** The first helper, or the second. */
export type WhichHelper = 0 | 1;

/** What a step is to the model. `identity` is `i` or `s`: how long the profile's name is decides. */
export type Meaning =
  | { readonly kind: 'create'; readonly helper: WhichHelper }
  | { readonly kind: 'letter'; readonly letter: 'identity' | 'g' | 'h' | 'p' | 'q'; readonly helper: WhichHelper }
  /** The client releases a session. */
  | { readonly kind: 'release'; readonly name: string }
  /** Everything is being let go: a session of that name, or a helper; `isLast`: the last reference to it. */
  | { readonly kind: 'letGo'; readonly session: string }
  | { readonly kind: 'letGo'; readonly helper: WhichHelper; readonly isLast: boolean }
  /** It changes nothing that the model knows of. */
  | { readonly kind: 'neutral' }
  /** The model knows nothing of it, nor of what comes after it. */
  | { readonly kind: 'outside' };

export interface Spelling {
  /** One for each step. */
  readonly meanings: readonly Meaning[];
  /** At the end the client holds no helper any more. */
  readonly isLetGo: boolean;
}

const neutral: Meaning = { kind: 'neutral' };
const outside: Meaning = { kind: 'outside' };

type Held = { readonly kind: 'helper'; readonly helper: WhichHelper } | { readonly kind: 'session' | 'other' };

class Speller {
  readonly #objects = new Map<string, Held>();
  /** References of the client's to each helper. */
  readonly #references: number[] = [];
  /** Names of sessions, the one got first in front. */
  #sessions: string[] = [];
  #asked = false;
  #session: string | undefined;
  #isEnding = false;
  #isOutside = false;

  get isLetGo(): boolean {
    return !this.#isOutside && this.#references.length > 0 && this.#references.every((count) => count === 0);
  }

  mean(step: StepDraft, next: StepDraft | undefined): Meaning {
    const meaning = this.#isOutside ? outside : this.#meaning(step, next);
    if (meaning.kind === 'outside') this.#isOutside = true;
    // When a helper is gone, nothing is left to do but to let go of the rest.
    const isCall = meaning.kind === 'letter' || meaning.kind === 'create';
    if (this.#isEnding && isCall) {
      this.#isOutside = true;
      return outside;
    }
    return meaning;
  }

  #meaning(step: StepDraft, next: StepDraft | undefined): Meaning {
    switch (step.do) {
      case 'create':
        return this.#create(step.as, step.session);
      case 'query':
        return this.#query(step, next);
      case 'addRef':
        return this.#count(step.on, 1);
      case 'release':
        return this.#release(step.on);
      case 'placeholder1':
        return this.#letter('p', step.on);
      case 'handsOffSession':
        return this.#letter('h', step.on);
      case 'getIdentity':
        return step.pcch === 'null' || step.buffer === 'null' ? neutral : this.#letter('identity', step.on);
      case 'getMapiSession':
        return step.out === 'null' ? outside : this.#get(step.on, step.as);
      case 'configureProvider':
        return this.#configure(step);
      case 'observe':
      case 'observeApartment':
      case 'hammer':
      case 'canUnloadNow':
        return neutral;
      case 'callSlot':
      case 'getClassObject':
      case 'createInstance':
      case 'reload':
      case 'registerServer':
        return outside;
    }
  }

  #create(name: string, session = 'of the run'): Meaning {
    const helper = this.#references.length;
    if ((helper !== 0 && helper !== 1) || session === 'second') return outside;
    if (this.#session !== undefined && session !== this.#session) return outside;
    this.#session = session;
    this.#references.push(1);
    this.#objects.set(name, { kind: 'helper', helper });
    return { kind: 'create', helper };
  }

  #helperOf(name: string): WhichHelper | undefined {
    const held = this.#objects.get(name);
    return held?.kind === 'helper' && (this.#references[held.helper] ?? 0) > 0 ? held.helper : undefined;
  }

  #letter(letter: 'identity' | 'g' | 'h' | 'p' | 'q', on: string): Meaning {
    const helper = this.#helperOf(on);
    return helper === undefined ? outside : { kind: 'letter', letter, helper };
  }

  #query({ on, iid: id, out, as }: Extract<StepDraft, { do: 'query' }>, next: StepDraft | undefined): Meaning {
    const helper = this.#helperOf(on);
    if (helper === undefined) return outside;
    if (out === 'null') return neutral;
    const isItself = id === iid.IUnknown || id === iid.IOlkAccountHelper;
    if (as !== undefined) this.#objects.set(as, isItself ? { kind: 'helper', helper } : { kind: 'other' });
    if (isItself) this.#references[helper] = (this.#references[helper] ?? 0) + 1;
    const isLetGoAtOnce = as !== undefined && next?.do === 'release' && next.on === as;
    return id === iid.IUnknown && isLetGoAtOnce ? { kind: 'letter', letter: 'q', helper } : neutral;
  }

  #count(on: string, more: number): Meaning {
    const helper = this.#helperOf(on);
    if (helper === undefined) return this.#objects.get(on)?.kind === 'other' ? neutral : outside;
    this.#references[helper] = (this.#references[helper] ?? 0) + more;
    return neutral;
  }

  #release(on: string): Meaning {
    if (this.#objects.get(on)?.kind === 'session') return this.#releaseSession(on);
    const meaning = this.#count(on, -1);
    const held = this.#objects.get(on);
    if (meaning.kind !== 'neutral' || held?.kind !== 'helper') return meaning;
    const isLast = this.#references[held.helper] === 0;
    this.#isEnding ||= isLast;
    return isLast || this.#isEnding ? { kind: 'letGo', helper: held.helper, isLast } : neutral;
  }

  #releaseSession(name: string): Meaning {
    const at = this.#sessions.lastIndexOf(name);
    if (at < 0 || (at > 0 && at < this.#sessions.length - 1 && !this.#isEnding)) return outside;
    this.#sessions = this.#sessions.toSpliced(at, 1);
    return this.#isEnding ? { kind: 'letGo', session: name } : { kind: 'release', name };
  }

  #get(on: string, as: string | undefined): Meaning {
    const meaning = this.#letter('g', on);
    this.#asked = true;
    this.#sessions = this.#sessions.filter((each) => each !== as);
    if (as === undefined) return meaning;
    this.#objects.set(as, { kind: 'session' });
    this.#sessions.push(as);
    return meaning;
  }

  /** So many logons fail at first: that is all that the model knows of failing. */
  #configure(step: Extract<StepDraft, { do: 'configureProvider' }>): Meaning {
    const { failInitialize = 0, failLogon = 0, refuseSessionInterface = false, failAllocation = 0 } = step;
    if (failInitialize !== 0 || refuseSessionInterface || failAllocation !== 0) return outside;
    if (failLogon === 0) return neutral;
    return failLogon === hresults.MAPI_E_LOGON_FAILED && !this.#asked ? neutral : outside;
  }
}

export function spell(steps: readonly StepDraft[]): Spelling {
  const speller = new Speller();
  const meanings = steps.map((step, at) => speller.mean(step, steps[at + 1]));
  return { meanings, isLetGo: speller.isLetGo };
}
