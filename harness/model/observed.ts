/** A script's transcript as the model sees it: letters, and what each brought. */
import { bufferText } from '../record/buffer-text.js';
import type { End, Letter, Observation } from '../record/exploration.js';
import type { Transcript } from '../record/run-record.js';
import type { Outcome, ProviderCounters, Returned } from '../record/transcript.js';
import { spell, type Meaning, type WhichHelper } from '../script/spelling.js';
import { changesBetween, nothingCounted, referencesByAge, type Changes } from './provider-changes.js';
import { textHash } from './text-hash.js';

export interface ObservedStep {
  /** Null: the first helper is created. */
  readonly letter: Letter | null;
  readonly observation: Observation;
  /** The step of the script that it is. */
  readonly step: number;
}

export interface Observed {
  readonly letters: string;
  /** Of each letter. */
  readonly observations: readonly Observation[];
  /** Null: the script does not let everything go, or did not come to its end. */
  readonly end: End | null;
  /** Letters and observations once more, behind what creating the first helper did, with their places in the script. */
  readonly steps: readonly ObservedStep[];
  /** So many logons failed because MAPI was told to refuse them. */
  readonly failLogons: number;
  readonly session: 'offered' | 'withheld';
}

const quiet: Omit<Observation, keyof Changes | 'kind'> = { hresult: 0, value: 0, text: 0, out: 'none', age: null };

function textOf(answer: Returned): number {
  const text = bufferText(answer);
  return text === null ? 0 : textHash(text);
}

function outOf({ out }: Returned): Observation['out'] {
  if (out === undefined) return 'none';
  if (out.session !== null) return 'session';
  return out.pointer === 'untouched' || out.pointer === 'null' ? out.pointer : 'other';
}

class Reader {
  readonly steps: ObservedStep[] = [];
  readonly #transcript: Transcript;
  readonly #profile: string | undefined;
  #before: ProviderCounters = nothingCounted;
  #active: WhichHelper = 0;
  /** Names of the sessions that the client holds, the one got first in front. */
  #held: string[] = [];
  readonly #counts: number[] = [];
  #endThrew = false;

  constructor(transcript: Transcript, profile: string | undefined) {
    this.#transcript = transcript;
    this.#profile = profile;
  }

  /** False: nothing can be read from there on. */
  read(at: number, meaning: Meaning): boolean {
    const outcome = this.#transcript.steps[at]?.outcome;
    if (outcome === undefined || outcome.kind === 'died' || meaning.kind === 'outside') return false;
    switch (meaning.kind) {
      case 'neutral':
        return true;
      case 'create':
        if (meaning.helper === 1) this.#active = 1;
        this.#push(at, meaning.helper === 0 ? null : '2', outcome);
        return outcome.kind === 'returned';
      case 'letter':
        return this.#letter(at, meaning.letter, meaning.helper, outcome);
      case 'release':
        return this.#release(at, meaning.name, outcome);
      case 'letGo':
        return this.#letGo(meaning, outcome);
    }
  }

  /** Null: the client still holds a session. */
  end(): End | null {
    if (this.#held.length > 0) return null;
    const last = this.#transcript.steps.at(-1)?.provider ?? this.#before;
    const {
      initializes: _i,
      uninitializes: _u,
      failedLogons: _f,
      references: _r,
      ...changes
    } = changesBetween(this.#before, last);
    return {
      kind: this.#endThrew ? 'threw' : 'returned',
      counts: this.#counts,
      references: referencesByAge(last),
      initialized: last.initializes - last.uninitializes,
      ...changes,
    };
  }

  #letGo(meaning: Extract<Meaning, { kind: 'letGo' }>, outcome: Outcome): boolean {
    if (outcome.kind === 'threw') this.#endThrew = true;
    if ('session' in meaning) {
      // A session that did not come is not released either.
      const place = this.#held.lastIndexOf(meaning.session);
      if (place >= 0) this.#held = this.#held.toSpliced(place, 1);
      return true;
    }
    if (meaning.isLast) this.#counts[meaning.helper] = outcome.kind === 'returned' ? (outcome.count ?? 0) : 0;
    return outcome.kind !== 'unreached';
  }

  #push(at: number, letter: Letter | null, outcome: Outcome, also: Partial<Observation> = {}): void {
    const now = this.#transcript.steps[at]?.provider ?? this.#before;
    const came = outcome.kind === 'returned' ? (outcome.hresult ?? outcome.count ?? 0) : 0;
    const hresult = outcome.kind === 'threw' ? outcome.code : came;
    const kind = outcome.kind === 'threw' ? 'threw' : 'returned';
    const observation = { ...quiet, kind, hresult, ...changesBetween(this.#before, now), ...also } as const;
    this.steps.push({ letter, observation, step: at });
    this.#before = now;
  }

  #letter(at: number, letter: 'identity' | 'g' | 'h' | 'p' | 'q', helper: WhichHelper, outcome: Outcome): boolean {
    if (outcome.kind === 'unreached') return false;
    if (helper !== this.#active) {
      this.#active = helper;
      const nothing = { ...quiet, kind: 'returned', ...changesBetween(this.#before, this.#before) } as const;
      this.steps.push({ letter: '2', observation: nothing, step: at });
    }
    if (outcome.kind !== 'returned') {
      this.#push(at, letter === 'identity' ? 'i' : letter, outcome);
      return true;
    }
    if (letter === 'identity') return this.#identity(at, outcome);
    if (letter === 'g') this.#get(at, outcome);
    else if (letter === 'q') this.#push(at, letter, outcome, { value: this.#countAfter(at) });
    else this.#push(at, letter, outcome);
    return true;
  }

  #countAfter(at: number): number {
    const next = this.#transcript.steps[at + 1]?.outcome;
    return next?.kind === 'returned' ? (next.count ?? 0) : 0;
  }

  #identity(at: number, answer: Returned): boolean {
    const { before = 0, after = 0 } = answer.pcch ?? {};
    // Who does not know the name cannot tell whether a buffer was too small for it.
    if (this.#profile === undefined) return true;
    const letter = before > this.#profile.length ? 'i' : 's';
    this.#push(at, letter, answer, { value: after, text: textOf(answer) });
    return true;
  }

  #get(at: number, answer: Returned): void {
    const step = this.#transcript.script.steps[at];
    const name = step?.do === 'getMapiSession' ? step.as : undefined;
    const given = answer.out?.session ?? null;
    const sessions = this.#transcript.steps[at]?.provider?.sessions ?? [];
    const place = sessions.toSorted((a, b) => b.id - a.id).findIndex(({ id }) => id === given);
    const out = outOf(answer);
    const isGiven =
      answer.hresult !== undefined && answer.hresult < 0x8000_0000 && (out === 'session' || out === 'other');
    if (isGiven) this.#held = [...this.#held, name ?? ''];
    this.#push(at, 'g', answer, { out, age: place < 0 ? null : place });
  }

  #release(at: number, name: string, outcome: Outcome): boolean {
    if (outcome.kind === 'unreached') return true;
    const place = this.#held.lastIndexOf(name);
    if (place < 0 || (place > 0 && place < this.#held.length - 1)) return false;
    const letter = place === this.#held.length - 1 ? 'n' : 'o';
    this.#held = this.#held.toSpliced(place, 1);
    this.#push(at, letter, outcome);
    return true;
  }
}

/** `profile`: its name, where it is known. Steps behind one that the model knows nothing of are left out. */
export function observedOf(transcript: Transcript, profile?: string): Observed {
  const { steps } = transcript.script;
  const { meanings, isLetGo } = spell(steps);
  const reader = new Reader(transcript, profile);
  const isWhole = meanings.every((meaning, at) => reader.read(at, meaning));
  const [, ...lettered] = reader.steps;
  const refuses = steps.some((step) => step.do === 'configureProvider' && (step.failLogon ?? 0) !== 0);
  const last = transcript.steps.findLast(({ provider }) => provider !== null)?.provider;
  const creating = steps.find((step) => step.do === 'create');
  return {
    letters: lettered.map(({ letter }) => letter ?? '').join(''),
    observations: lettered.map(({ observation }) => observation),
    end: isWhole && isLetGo ? reader.end() : null,
    steps: reader.steps,
    failLogons: refuses ? (last?.failedLogons ?? 0) : 0,
    session: creating?.session === 'offered' ? 'offered' : 'withheld',
  };
}
