/**
 * Sends scripts to a child and brings transcripts back, whatever becomes of the child: a script that killed it is not
 * run again, and what remains goes on in a new one.
 */
import type { Activation, Transcript } from '../record/run-record.js';
import type { Fault, JournalRecord, Load } from '../record/transcript.js';
import type { Script } from '../script/step.js';
import { DeadlyCalls } from './deadly-calls.js';
import type { SymbolAt } from './exception.js';
import { Gathering } from './gathering.js';
import { HarnessFault } from './harness-fault.js';
import type { HostChild } from './host-child.js';
import { HostSupply, type HostSupplyOptions } from './host-supply.js';
import { Interrupted } from './interrupted.js';
import { JournalFile } from './journal-file.js';
import { windowsPath } from './launch.js';
import { LoadRefused } from './load-refused.js';
import { endOf, faultOf, untilDone, type Running } from './running.js';
import type { Limits } from './limits.js';
import { stopOf, type Stop } from './stop.js';
import { givenUpTranscript, loadedRecord, unreachedTranscript } from './transcripts.js';

export interface ProbeOptions extends HostSupplyOptions {
  readonly dll: string;
  readonly activation: Activation;
  /** The registry names the instrumented MAPI as the mail client, for a helper that looks MAPI up there. */
  readonly mapiRegistry: boolean;
  /** What the DLL takes from the heap is guarded. */
  readonly heapGuard: boolean;
  /** Deadline for each script, in milliseconds. */
  readonly timeoutMs: number;
  /** After so many deaths the rest of the scripts is given up. */
  readonly maxDeaths: number;
  readonly limits: Limits;
  /** Asked when a child has died. */
  readonly symbolAt: SymbolAt;
  /** Ends the run before its time: the child is killed, and what was not run is given up. */
  readonly signal?: AbortSignal;
}

export interface RunOptions {
  /** Nothing more will be asked for: the child comes to its end by itself, while the caller goes on. */
  readonly isLast?: boolean;
  /** Told of each script that has come to its end, at once. */
  readonly tell?: (transcript: Transcript) => void;
}

/** The least that loading the DLL may take: it is the system's work for the most part, whatever a script may take. */
const loadDeadlineMs = 5_000;

async function journalOf(child: HostChild): Promise<JournalFile> {
  try {
    return new JournalFile(child.root);
  } catch (error) {
    await child.kill();
    throw new HarnessFault(`no journal can be opened: ${String(error)}`);
  }
}

export class Probe {
  /** How each child that died came to its end: at work, between two runs, or when it was told to exit. */
  readonly faults: Fault[] = [];
  /** The programs that the helper had started and that were still running when its process ended. */
  readonly leftBehind: string[] = [];
  /** How loading the DLL went the first time; undefined before. */
  load: Load | undefined;
  readonly #options: ProbeOptions;
  readonly #deadly = new DeadlyCalls();
  readonly #hosts: HostSupply;
  #running: Running | undefined;
  /** Scripts sent so far: their numbers go on over several calls of `run`, so that a journal's are unique. */
  #sent = 0;
  /** Why the DLL cannot be loaded, or not once more: there is no use in trying again. */
  #loadFailure: string | undefined;

  constructor(options: ProbeOptions) {
    this.#options = options;
    this.#hosts = new HostSupply(options);
  }

  /** Starts the child ahead of the first scripts, and lets it load the DLL: that takes no time of theirs. */
  async start(): Promise<void> {
    await this.#ensureChild();
  }

  /** From now on a host is kept ready for the case that a child dies. It takes a processor of its own while it starts. */
  keepSpare(): void {
    this.#hosts.keepSpare();
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
      const running = this.#deathsLeft > 0 ? await this.#ensureChild() : undefined;
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
    const left = this.#running;
    if (left?.isOpen === false && (await this.#awaitOpened(left)) && left.end !== undefined)
      this.#discard(left, left.end);
    return scripts.flatMap((script) => transcripts.get(script) ?? []);
  }

  /** Ends the child and removes its journal. */
  async close(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    const discarded = this.#hosts.end();
    const fault = running === undefined ? undefined : await endOf(running, this.#options.signal);
    if (fault !== undefined) this.faults.push(fault);
    if (running !== undefined) this.#letGo(running);
    await discarded;
  }

  /** Until all are done, the child is dead or the run is to end: one transcript at least. Undefined: the DLL did not load. */
  async #runIn(
    running: Running,
    scripts: readonly Script[],
    { isLast = false, tell }: RunOptions,
  ): Promise<Transcript[] | undefined> {
    // Not after the DLL is loaded: the child reads the scripts meanwhile.
    running.child.send({ op: 'run', first: this.#sent, scripts });
    if (!running.isOpen && !(await this.#awaitOpened(running))) return undefined;
    const gathering = new Gathering(scripts, this.#sent);
    const gather = (records: readonly JournalRecord[]): boolean => {
      for (const transcript of gathering.take(records)) tell?.(transcript);
      return gathering.isWhole;
    };
    const end = running.end ?? (await untilDone(running, gather, this.#options));
    if (end === undefined) running.child.look();
    if (end === undefined && isLast) {
      running.child.endRequests();
      void this.#hosts.end();
    }
    gathering.take(running.journal.read());
    if (end !== undefined) this.#discard(running, end);
    const transcripts = gathering.whole(end);
    this.#sent += transcripts.length;
    return transcripts;
  }

  get #deathsLeft(): number {
    return this.#options.maxDeaths - this.faults.length;
  }

  /** For a script that no child could be had for. */
  #leftOut(script: Script): Transcript {
    const stop = stopOf(this.#options.signal);
    if (stop !== undefined) return givenUpTranscript(script, stop.why);
    if (this.#loadFailure !== undefined) return unreachedTranscript(script, this.#loadFailure);
    return givenUpTranscript(script, 'too many processes had died before');
  }

  /** The child is dead; that it was killed because the run is to end is no fault of anybody's. */
  #discard(running: Running, end: Fault | Stop): void {
    this.#running = undefined;
    if ('kind' in end) this.faults.push(end);
    this.#letGo(running);
  }

  #letGo({ child, journal }: Running): void {
    this.leftBehind.push(...child.leftBehind);
    journal.close();
  }

  /** A child that is loading the DLL, or has done so; undefined when that has failed before, or the run is to end. */
  async #ensureChild(): Promise<Running | undefined> {
    if (this.#running?.isOpen === false) return this.#running;
    if (this.#running !== undefined) {
      this.#running.journal.read();
      const fault = await faultOf(this.#running);
      if (fault === undefined) return this.#running;
      this.#discard(this.#running, fault);
    }
    if (this.#loadFailure !== undefined) return undefined;
    const child = await this.#hosts.take().catch((error: unknown) => {
      if (!(error instanceof Interrupted)) throw error;
    });
    if (child === undefined) return undefined;
    const { places, dll, activation, mapiRegistry, heapGuard, limits, symbolAt } = this.#options;
    const journal = await journalOf(child);
    this.#running = { child, journal, symbolAt, isOpen: false };
    child.watch(limits);
    const [dllPath, provider, journalPath] = [dll, places.provider, journal.path].map((path) =>
      windowsPath(path, process.platform),
    );
    // Elsewhere the child is watched from here; Wine's job objects know no limits.
    const job = process.platform === 'win32' ? { job: limits } : {};
    const asked = { activation, mapiRegistry, heapGuard };
    child.send({ op: 'open', dll: dllPath, provider, journal: journalPath, ...asked, ...job });
    return this.#running;
  }

  /** False when loading the DLL ended the process, or could not be done once more, or the run is to end. */
  async #awaitOpened(running: Running): Promise<boolean> {
    const patience = Math.max(this.#options.timeoutMs, loadDeadlineMs);
    const end = await untilDone(running, (records) => loadedRecord(records) !== undefined, {
      ...this.#options,
      timeoutMs: patience,
    });
    const loaded = loadedRecord(running.journal.read());
    if (end !== undefined && loaded === undefined) {
      this.#discard(running, end);
      if (!('kind' in end)) return false;
      this.#loadFailure = `the DLL could not be loaded: ${end.story}`;
      this.load ??= { kind: 'died', fault: end };
      return false;
    }
    if (loaded === undefined) throw new HarnessFault('the bridge has not said how loading the DLL went');
    const { error, events, libraries } = loaded;
    if (error !== 0) {
      const refusal = new LoadRefused(error);
      if (this.load === undefined) throw refusal;
      // What other children have told before stays true.
      this.#loadFailure = `the DLL could not be loaded again: ${refusal.message}`;
      this.#running = undefined;
      await running.child.kill();
      this.#letGo(running);
      return false;
    }
    this.load ??= { kind: 'loaded', events, libraries };
    running.isOpen = true;
    // The scripts run by then, and what they did is theirs.
    running.end = end;
    if (this.#deathsLeft > 1) this.#hosts.replenish();
    return true;
  }
}
