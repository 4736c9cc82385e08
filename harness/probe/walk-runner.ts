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

/** What there is to walk, by which the place that is told is measured. */
export interface Course {
  /** Sequences, or lives. */
  readonly of: number;
  /** How many of them came before that place, as far as it tells. */
  readonly doneAt: (place: WalkPlace) => number;
  /** Steps of the longest of them. */
  readonly longest: number;
  /** Told, some fifty times a second, where the walker is. */
  readonly tell?: ((done: number, of: number) => void) | undefined;
}

/**
 * The furthest that the walker has been: it goes from the first sequence to the last. The vendor's code can write to its
 * place, and what goes on for ever, or to and fro, is no progress: a helper that hangs would never be found to.
 */
export class Furthest {
  readonly #course: Course;
  #done = 0;
  #step = -1;

  constructor(course: Course) {
    this.#course = course;
  }

  reach(place: WalkPlace): { readonly done: number; readonly step: number } {
    const { of, longest, doneAt } = this.#course;
    const done = Math.min(doneAt(place), of);
    const step = Math.min(place.step, longest);
    if (done > this.#done || (done === this.#done && step > this.#step)) [this.#done, this.#step] = [done, step];
    return { done: this.#done, step: this.#step };
  }
}

/** A journal this full may not have room for what comes next: a child of another is asked then. */
const fullEnough = 0.5;

/** The DLL was unloaded by a script, and could not be loaded again: there is nothing in that child to walk. */
function hasLostDll(records: readonly JournalRecord[]): boolean {
  return records.some(
    (record) =>
      record.record === 'result' && record.outcome.kind === 'returned' && (record.outcome.reload?.error ?? 0) !== 0,
  );
}

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
   * @throws LoadRefused or HarnessFault.
   */
  async walk(request: object, course: Course): Promise<Walked> {
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
    const furthest = new Furthest(course);
    running.child.send({ ...request, walk });
    const end =
      running.end ??
      (await untilDone(running, (records) => own(records).at(-1)?.record === 'walked', {
        ...this.#options,
        progress: (records) => {
          const { done, step } = furthest.reach(placeNow());
          course.tell?.(done, course.of);
          return `${String(records.length)} ${String(done)} ${String(step)}`;
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

  /** A child that has loaded the DLL, and still has it, and whose journal has room. */
  async #opened(): Promise<Running | undefined> {
    if (this.#children.deathsLeft <= 0) return undefined;
    const there = this.#children.running;
    if (there?.isOpen === true && (there.journal.fullness > fullEnough || hasLostDll(there.journal.read())))
      await this.#children.retire();
    const running = await this.#children.ensure();
    if (running === undefined) return undefined;
    return running.isOpen || (await this.#children.awaitOpened(running)) ? running : undefined;
  }
}
