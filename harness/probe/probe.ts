/**
 * Sends scripts to a child and brings transcripts back, whatever becomes of the child: a script that killed it is not
 * run again, and what remains goes on in a new one.
 */
import type { Activation, Transcript } from '../record/run-record.js';
import type { Fault, Load } from '../record/transcript.js';
import type { Script } from '../script/step.js';
import { DeadlyCalls } from './deadly-calls.js';
import type { SymbolAt } from './exception.js';
import { HarnessFault } from './harness-fault.js';
import type { ChildNews, HostChild } from './host-child.js';
import { JournalFile } from './journal-file.js';
import { launchOf, windowsPath, type HostPlaces } from './launch.js';
import { faultOf, faultOfEnd, untilDone, type Running } from './running.js';
import type { Limits } from './limits.js';
import { contain, type Sandbox } from './sandbox.js';
import { startHost } from './start-host.js';
import { hasEnded, loadedRecord, scriptsBegun, transcriptOf, unreachedTranscript } from './transcripts.js';

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
  readonly limits: Limits;
  /** What holds each child; undefined: nothing does. */
  readonly sandbox?: Sandbox;
  /** Asked when a child has died. */
  readonly symbolAt: SymbolAt;
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

/** The least that loading the DLL may take: it is the system's work for the most part, whatever a script may take. */
const loadDeadlineMs = 5_000;

/** A child that was told to exit is given this long before it is killed. */
const exitDeadlineMs = 3_000;

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
    const transcripts = new Map<Script, Transcript>();
    let waiting = scripts;
    while (waiting.length > 0) {
      for (const script of waiting) {
        const why = this.#deadly.whyLeftOut(script);
        if (why !== undefined) transcripts.set(script, unreachedTranscript(script, why));
      }
      waiting = waiting.filter((script) => !transcripts.has(script));
      const isSpent = this.faults.length >= this.#options.maxDeaths;
      const running = isSpent || waiting.length === 0 ? undefined : await this.#ensureChild();
      if (running === undefined) {
        const why = this.#loadFailure ?? 'too many processes had died before';
        for (const script of waiting) transcripts.set(script, unreachedTranscript(script, why));
        break;
      }
      const done = await this.#runIn(running, waiting, isLast);
      for (const transcript of done) {
        transcripts.set(transcript.script, transcript);
        this.#deadly.note(transcript);
      }
      waiting = waiting.slice(done.length);
    }
    return scripts.flatMap((script) => transcripts.get(script) ?? []);
  }

  /** Ends the child and removes its journal. */
  async close(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    if (running !== undefined) {
      const { child } = running;
      child.endRequests();
      let news: ChildNews;
      do news = await child.next(exitDeadlineMs);
      while (news.kind === 'event');
      if (news.kind !== 'exit') await child.kill();
      // The DLL was in the process until then: what it did on being unloaded counts as well.
      else if (!news.exit.wasTold || news.exit.status !== 0) this.faults.push(faultOfEnd(running, news.exit));
      this.#letGo(running);
    }
  }

  /** Runs scripts until all are done or the child is dead; at least one transcript comes back. */
  async #runIn(running: Running, scripts: readonly Script[], isLast: boolean): Promise<Transcript[]> {
    const first = this.#sent;
    const last = first + scripts.length - 1;
    running.child.send({ op: 'run', first, scripts });
    const fault = await untilDone(running, (records) => hasEnded(records, last), this.#options);
    if (fault === undefined) running.child.look();
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

  #discard(running: Running, fault: Fault): void {
    this.#running = undefined;
    this.faults.push(fault);
    this.#letGo(running);
  }

  #letGo({ child, journal }: Running): void {
    this.leftBehind.push(...child.leftBehind);
    journal.close();
  }

  /** A child that has loaded the DLL; undefined when loading it ends the process. */
  async #ensureChild(): Promise<Running | undefined> {
    if (this.#running !== undefined) {
      this.#running.journal.read();
      const fault = await faultOf(this.#running);
      if (fault === undefined) return this.#running;
      this.#discard(this.#running, fault);
    }
    if (this.#loadFailure !== undefined) return undefined;
    const { places, dll, activation, mapiRegistry, limits } = this.#options;
    const launch = launchOf(places, process.platform, process.env);
    const { sandbox, symbolAt } = this.#options;
    const child = await startHost(sandbox === undefined ? launch : contain(launch, sandbox), this.#options.signal);
    const journal = await journalOf(child);
    this.#running = { child, journal, symbolAt };
    child.watch(limits);
    const [dllPath, provider, journalPath] = [dll, places.provider, journal.path].map((path) =>
      windowsPath(path, process.platform),
    );
    // Elsewhere the child is watched from here; Wine's job objects know no limits.
    const job = process.platform === 'win32' ? { job: limits } : {};
    child.send({ op: 'open', dll: dllPath, provider, journal: journalPath, activation, mapiRegistry, ...job });
    return this.#awaitOpened(this.#running);
  }

  async #awaitOpened(running: Running): Promise<Running | undefined> {
    const patience = Math.max(this.#options.timeoutMs, loadDeadlineMs);
    const fault = await untilDone(running, (records) => loadedRecord(records) !== undefined, {
      ...this.#options,
      timeoutMs: patience,
    });
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
      this.#letGo(running);
      return undefined;
    }
    this.load ??= { kind: 'loaded', events, libraries };
    return running;
  }
}
