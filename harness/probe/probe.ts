/**
 * Sends scripts to a child and brings transcripts back, whatever becomes of the child: a script that killed it is not
 * run again, and what remains goes on in a new one.
 */
import type { Activation, Transcript } from '../record/run-record.js';
import type { Fault, JournalRecord, Load } from '../record/transcript.js';
import type { Script } from '../script/step.js';
import { faultOfDamage, faultOfDeadline, faultOfExit } from './fault.js';
import { HarnessFault } from './harness-fault.js';
import type { ChildNews, HostChild } from './host-child.js';
import { Interrupted } from './interrupted.js';
import { JournalFile } from './journal-file.js';
import { launchOf, windowsPath, type HostPlaces } from './launch.js';
import { startHost } from './start-host.js';
import { hasEnded, loadedRecord, progressOf, scriptsBegun, transcriptOf, unreachedTranscript } from './transcripts.js';

export interface ProbeOptions {
  readonly places: HostPlaces;
  readonly dll: string;
  readonly activation: Activation;
  /** The registry names the instrumented MAPI as the mail client, for a helper that looks MAPI up there. */
  readonly mapiRegistry: boolean;
  /** Deadline for each script, in milliseconds. */
  readonly timeoutMs: number;
  /** After so many deaths the rest of the scripts is given up. */
  readonly maxDeaths: number;
  readonly signal?: AbortSignal;
}

/** LoadLibrary refused the DLL; `error` is the Win32 error code. */
export class LoadRefused extends Error {
  override readonly name = 'LoadRefused';
  readonly error: number;

  constructor(error: number) {
    super(`LoadLibrary failed with error ${String(error)}`);
    this.error = error;
  }
}

/** How often the journal is read while the child is at work. */
const readingMs = 20;

/** A child that was told to exit is given this long before it is killed. */
const exitDeadlineMs = 3_000;

interface Running {
  readonly child: HostChild;
  readonly journal: JournalFile;
}

export class Probe {
  /** How each child that died came to its end: at work, between two runs, or when it was told to exit. */
  readonly faults: Fault[] = [];
  /** How loading the DLL went the first time; undefined before. */
  load: Load | undefined;
  readonly #options: ProbeOptions;
  #running: Running | undefined;
  /** Scripts sent so far: their numbers go on over several calls of `run`, so that a journal's are unique. */
  #sent = 0;
  /** Why the DLL cannot be loaded, or not once more: there is no use in trying again. */
  #loadFailure: string | undefined;

  constructor(options: ProbeOptions) {
    this.#options = options;
  }

  /** Starts the child ahead of the first scripts, so that its start takes no time of theirs. */
  async start(): Promise<void> {
    await this.#ensureChild();
  }

  /**
   * One transcript for each script, in their order. After the last call the child comes to its end by itself, while the
   * caller goes on.
   * @throws LoadRefused, Interrupted, or HarnessFault.
   */
  async run(scripts: readonly Script[], { isLast = false } = {}): Promise<Transcript[]> {
    const transcripts: Transcript[] = [];
    while (transcripts.length < scripts.length) {
      const rest = scripts.slice(transcripts.length);
      const running = this.faults.length < this.#options.maxDeaths ? await this.#ensureChild() : undefined;
      if (running === undefined) {
        const why = this.#loadFailure ?? 'too many processes had died before';
        transcripts.push(...rest.map((script) => unreachedTranscript(script, why)));
      } else transcripts.push(...(await this.#runIn(running, rest, isLast)));
    }
    return transcripts;
  }

  /** Ends the child and removes its journal. */
  async close(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    if (running !== undefined) {
      const { child, journal } = running;
      child.endRequests();
      let news: ChildNews;
      do news = await child.next(exitDeadlineMs);
      while (news.kind === 'event');
      if (news.kind !== 'exit') await child.kill();
      // The DLL was in the process until then: what it did on being unloaded counts as well.
      else if (!news.exit.wasTold || news.exit.status !== 0)
        this.faults.push(faultOfExit(news.exit, child.stderr, journal.exception()));
      journal.close();
    }
  }

  /** Runs scripts until all are done or the child is dead; at least one transcript comes back. */
  async #runIn(running: Running, scripts: readonly Script[], isLast: boolean): Promise<Transcript[]> {
    const first = this.#sent;
    const last = first + scripts.length - 1;
    running.child.send({ op: 'run', first, scripts });
    const fault = await this.#until(running, (records) => hasEnded(records, last));
    if (fault === undefined && isLast) running.child.endRequests();
    const records = running.journal.read();
    let count = scripts.length;
    if (fault !== undefined) {
      this.#discard(running, fault);
      const begun = scriptsBegun(records).filter((script) => script >= first).length;
      count = Math.min(Math.max(begun, 1), scripts.length);
    }
    this.#sent += count;
    return scripts.slice(0, count).map((script, at) => {
      const transcript = transcriptOf(script, first + at, records, fault);
      return transcript ?? unreachedTranscript(script, 'the process ended before the script began');
    });
  }

  /**
   * Waits until the journal says that the work is done; brings the fault when the child is dead before. The journal alone
   * counts: a DLL may have closed the channel by which events come, which then only wake us up sooner.
   */
  async #until(running: Running, isDone: (records: readonly JournalRecord[]) => boolean): Promise<Fault | undefined> {
    const { child, journal } = running;
    const { timeoutMs, signal } = this.#options;
    let progress = 0;
    let since = performance.now();
    for (;;) {
      const news = await child.next(Math.min(readingMs, timeoutMs), signal);
      const records = journal.read();
      // A bridge whose memory was written over may well be in trouble, and it is not its own fault.
      if (journal.damage === undefined) {
        refuseTrouble(news);
        if (isDone(records)) return undefined;
      }
      const fault = await this.#faultOf(running);
      if (fault !== undefined) return fault;
      const now = progressOf(records);
      if (now !== progress) [progress, since] = [now, performance.now()];
      else if (performance.now() - since >= timeoutMs) {
        await child.kill();
        return faultOfDeadline(timeoutMs, child.stderr);
      }
    }
  }

  /** How the child came to its end, or why it was brought to it; undefined when it can go on. */
  async #faultOf({ child, journal }: Running): Promise<Fault | undefined> {
    if (journal.damage !== undefined) {
      await child.kill();
      return faultOfDamage(journal.damage, child.stderr);
    }
    return child.exit === undefined ? undefined : faultOfExit(child.exit, child.stderr, journal.exception());
  }

  #discard({ journal }: Running, fault: Fault): void {
    this.#running = undefined;
    this.faults.push(fault);
    journal.close();
  }

  /** A child that has loaded the DLL; undefined when loading it ends the process. */
  async #ensureChild(): Promise<Running | undefined> {
    if (this.#running !== undefined) {
      this.#running.journal.read();
      const fault = await this.#faultOf(this.#running);
      if (fault === undefined) return this.#running;
      this.#discard(this.#running, fault);
    }
    if (this.#loadFailure !== undefined) return undefined;
    const { places, dll, activation, mapiRegistry } = this.#options;
    const journal = new JournalFile();
    const launch = launchOf(places, process.platform, process.env);
    const child = await startHost(launch, this.#options.signal).catch((error: unknown) => {
      journal.close();
      throw error;
    });
    this.#running = { child, journal };
    const [dllPath, provider, journalPath] = [dll, places.provider, journal.path].map((path) =>
      windowsPath(path, process.platform),
    );
    child.send({ op: 'open', dll: dllPath, provider, journal: journalPath, activation, mapiRegistry });
    return this.#awaitOpened(this.#running);
  }

  async #awaitOpened(running: Running): Promise<Running | undefined> {
    const fault = await this.#until(running, (records) => loadedRecord(records) !== undefined);
    if (fault !== undefined) {
      this.#loadFailure = `the DLL could not be loaded: ${fault.story}`;
      this.load ??= { kind: 'died', fault };
      this.#discard(running, fault);
      return undefined;
    }
    const loaded = loadedRecord(running.journal.read());
    if (loaded === undefined) throw new HarnessFault('the bridge has not said how loading the DLL went');
    const { error, events, libraries } = loaded;
    if (error !== 0) {
      const refusal = new LoadRefused(error);
      if (this.load === undefined) throw refusal;
      // What other children have told before stays true.
      this.#loadFailure = `the DLL could not be loaded again: ${refusal.message}`;
      this.#running = undefined;
      await running.child.kill();
      running.journal.close();
      return undefined;
    }
    this.load ??= { kind: 'loaded', events, libraries };
    return running;
  }
}

function refuseTrouble(news: ChildNews): void {
  if (news.kind === 'aborted') throw new Interrupted('interrupted');
  if (news.kind === 'event' && news.event.event === 'broken') {
    throw new HarnessFault(`the bridge could not go on: ${news.event.why}`);
  }
}
