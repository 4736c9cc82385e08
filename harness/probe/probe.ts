/**
 * Sends scripts to a child and brings transcripts back, whatever becomes of the child: a script that killed it is not
 * run again, and what remains goes on in a new one.
 */
import type { Exploration, Tried } from '../record/exploration.js';
import type { Transcript } from '../record/run-record.js';
import type { Soak } from '../record/soak.js';
import type { Fault, JournalRecord, Load } from '../record/transcript.js';
import type { Script } from '../script/step.js';
import { Children, type ChildrenOptions } from './children.js';
import { DeadlyCalls } from './deadly-calls.js';
import { Gathering } from './gathering.js';
import { untilDone, type Running } from './running.js';
import { stopOf } from './stop.js';
import { givenUpTranscript, unreachedTranscript } from './transcripts.js';
import { WalkRunner } from './walk-runner.js';
import {
  explore,
  repeat,
  soak,
  tryOut,
  type ExploreOptions,
  type RepeatOptions,
  type SoakOptions,
  type TryOutOptions,
  type Walks,
} from './walks.js';

export type ProbeOptions = ChildrenOptions;

export interface RunOptions {
  /** Nothing more will be asked for: the child comes to its end by itself, while the caller goes on. */
  readonly isLast?: boolean;
  /** Told of each script that has come to its end, at once. */
  readonly tell?: (transcript: Transcript) => void;
}

export class Probe implements Walks {
  readonly #options: ProbeOptions;
  readonly #deadly = new DeadlyCalls();
  readonly #children: Children;
  readonly #walks: WalkRunner;
  /** Scripts sent so far: their numbers go on over several calls of `run`, so that a journal's are unique. */
  #sent = 0;

  constructor(options: ProbeOptions) {
    this.#options = options;
    this.#children = new Children(options);
    this.#walks = new WalkRunner(this.#children, options);
  }

  /** How each child that died came to its end: at work, between two runs, or when it was told to exit. */
  get faults(): Fault[] {
    return this.#children.faults;
  }

  /** The programs that the helper had started and that were still running when its process ended. */
  get leftBehind(): string[] {
    return this.#children.leftBehind;
  }

  /** How loading the DLL went the first time; undefined before. */
  get load(): Load | undefined {
    return this.#children.load;
  }

  /** The mail client whose MAPI the machine's own is; undefined: it is not used, or not yet. */
  get mailClient(): string | undefined {
    return this.#children.mailClient;
  }

  /** Starts the child ahead of the first scripts, and lets it load the DLL: that takes no time of theirs. */
  async start(): Promise<void> {
    await this.#children.ensure();
  }

  /** From now on a host is kept ready for the case that a child dies. It takes a processor of its own while it starts. */
  keepSpare(): void {
    this.#children.keepSpare();
  }

  /**
   * One transcript for each script, in their order.
   * @throws LoadRefused or HarnessFault.
   */
  async run(scripts: readonly Script[], options: RunOptions = {}): Promise<Transcript[]> {
    const transcripts = new Map<Script, Transcript>();
    let waiting = scripts;
    while (waiting.length > 0) {
      for (const script of waiting) {
        const why = this.#deadly.whyLeftOut(script);
        if (why !== undefined) transcripts.set(script, unreachedTranscript(script, why));
      }
      waiting = waiting.filter((script) => !transcripts.has(script));
      if (waiting.length === 0) break;
      const running = this.#children.deathsLeft > 0 ? await this.#children.ensure() : undefined;
      if (running === undefined) {
        for (const script of waiting) transcripts.set(script, this.#leftOut(script));
        break;
      }
      const done = await this.#runIn(running, waiting, options);
      // It did not get to load the DLL; why not is known by now, or the run is to end.
      if (done === undefined) continue;
      for (const transcript of done) {
        transcripts.set(transcript.script, transcript);
        this.#deadly.note(transcript);
      }
      waiting = waiting.slice(done.length);
    }
    // Where there was nothing to run, loading the DLL is all that there is to tell of.
    const left = this.#children.running;
    if (left?.isOpen === false && (await this.#children.awaitOpened(left)) && left.end !== undefined)
      this.#children.discard(left, left.end);
    return scripts.flatMap((script) => transcripts.get(script) ?? []);
  }

  /**
   * Every sequence of calls up to a depth, each on a helper of its own.
   * @throws LoadRefused or HarnessFault.
   */
  explore(options: ExploreOptions): Promise<Exploration> {
    return explore(this.#walks, options);
  }

  /**
   * These sequences of calls, each on a helper of its own.
   * @throws LoadRefused or HarnessFault.
   */
  tryOut(options: TryOutOptions): Promise<Tried> {
    return tryOut(this.#walks, options);
  }

  /**
   * An ordinary life of a helper again and again, and what the process holds meanwhile.
   * @throws LoadRefused or HarnessFault.
   */
  soak(options: SoakOptions): Promise<Soak> {
    return soak(this.#walks, options);
  }

  /**
   * One call again and again, to be timed: in microseconds.
   * @throws LoadRefused or HarnessFault.
   */
  repeat(options: RepeatOptions): Promise<number> {
    return repeat(this.#walks, options);
  }

  /** Ends the child and removes its journal. */
  async close(): Promise<void> {
    await this.#children.close();
  }

  /** Until all are done, the child is dead or the run is to end: one transcript at least. Undefined: the DLL did not load. */
  async #runIn(
    running: Running,
    scripts: readonly Script[],
    { isLast = false, tell }: RunOptions,
  ): Promise<Transcript[] | undefined> {
    // Not after the DLL is loaded: the child reads the scripts meanwhile.
    running.child.send({ op: 'run', first: this.#sent, scripts });
    if (!running.isOpen && !(await this.#children.awaitOpened(running))) return undefined;
    const gathering = new Gathering(scripts, this.#sent);
    const gather = (records: readonly JournalRecord[]): boolean => {
      for (const transcript of gathering.take(records)) tell?.(transcript);
      return gathering.isWhole;
    };
    const end = running.end ?? (await untilDone(running, gather, this.#options));
    if (end === undefined) running.child.look();
    if (end === undefined && isLast) {
      running.child.endRequests();
      this.#children.expectNoMore();
    }
    gathering.take(running.journal.read());
    if (end !== undefined) this.#children.discard(running, end);
    const transcripts = gathering.whole(end);
    this.#sent += transcripts.length;
    return transcripts;
  }

  /** For a script that no child could be had for. */
  #leftOut(script: Script): Transcript {
    const stop = stopOf(this.#options.signal);
    if (stop !== undefined) return givenUpTranscript(script, stop.why);
    const { loadFailure, whyNone } = this.#children;
    return loadFailure === undefined ? givenUpTranscript(script, whyNone) : unreachedTranscript(script, loadFailure);
  }
}
