/** Has a child walk sequences, and brings back what it told, whatever becomes of the child. */
import type { Fault, JournalRecord } from '../record/transcript.js';
import type { WalkRecord } from '../record/walk-record.js';
import type { Children, ChildrenOptions } from './children.js';
import { untilDone, type Running } from './running.js';
import type { WalkPlace } from './walk-place.js';

/** What a walk has come to. */
export interface Walked {
  /** What it told, in order. */
  readonly records: readonly WalkRecord[];
  /** How the process came to its end, and where; undefined: it did not, or not by the helper's doing. */
  readonly death?: { readonly fault: Fault; readonly place: WalkPlace };
  /** Why it did not come to its own end, where that was no death. */
  readonly givenUp?: string;
}

/** A journal this full may not have room for what comes next: a child of another is asked then. */
const fullEnough = 0.5;

const nowhere: WalkPlace = { walk: 0, step: -1, length: 0, number: 0 };

export class WalkRunner {
  readonly #children: Children;
  readonly #options: Pick<ChildrenOptions, 'timeoutMs' | 'signal'>;
  #walks = 0;

  constructor(children: Children, options: Pick<ChildrenOptions, 'timeoutMs' | 'signal'>) {
    this.#children = children;
    this.#options = options;
  }

  /**
   * `tell` is told, some fifty times a second, where the walker is.
   * @throws LoadRefused or HarnessFault.
   */
  async walk(request: object, tell?: (place: WalkPlace) => void): Promise<Walked> {
    const running = await this.#opened();
    if (running === undefined) return { records: [], givenUp: this.#children.whyNone };
    this.#walks += 1;
    const walk = this.#walks;
    const own = (records: readonly JournalRecord[]): WalkRecord[] =>
      records.filter((record) => 'walk' in record).filter((record) => record.walk === walk);
    const placeNow = (): WalkPlace => {
      const place = running.journal.place();
      return place?.walk === walk ? place : nowhere;
    };
    running.child.send({ ...request, walk });
    const end =
      running.end ??
      (await untilDone(running, (records) => own(records).at(-1)?.record === 'walked', {
        ...this.#options,
        progress: (records) => {
          const place = placeNow();
          tell?.(place);
          return `${String(records.length)} ${String(place.step)} ${String(place.length)} ${String(place.number)}`;
        },
      }));
    const records = own(running.journal.read());
    if (end === undefined) {
      running.child.look();
      return { records };
    }
    const place = placeNow();
    if (!('kind' in end)) {
      this.#children.discard(running, end);
      return { records, givenUp: end.why };
    }
    const fault: Fault = { ...end, walking: true };
    this.#children.discard(running, fault);
    return { records, death: { fault, place } };
  }

  /** A child that has loaded the DLL, and whose journal has room. */
  async #opened(): Promise<Running | undefined> {
    if (this.#children.deathsLeft <= 0) return undefined;
    const there = this.#children.running;
    if (there?.isOpen === true && there.journal.fullness > fullEnough) await this.#children.retire();
    const running = await this.#children.ensure();
    if (running === undefined) return undefined;
    return running.isOpen || (await this.#children.awaitOpened(running)) ? running : undefined;
  }
}
