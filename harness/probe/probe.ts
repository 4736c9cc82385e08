/**
 * Sends scripts to a child and brings transcripts back, whatever becomes of the child: a script that killed it is not
 * run again, and what remains goes on in a new one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Activation, Transcript } from '../record/run-record.js';
import type { Fault, Load } from '../record/transcript.js';
import type { Script } from '../script/step.js';
import { faultOfDeadline, faultOfExit } from './fault.js';
import { HarnessFault } from './harness-fault.js';
import type { ChildNews, HostChild } from './host-child.js';
import { Interrupted } from './interrupted.js';
import { createJournalFile, readJournalFile } from './journal-file.js';
import { launchOf, windowsPath, type HostPlaces } from './launch.js';
import { startHost } from './start-host.js';
import { loadedRecord, scriptAtWork, scriptsBegun, transcriptOf, unreachedTranscript } from './transcripts.js';

export interface ProbeOptions {
  readonly places: HostPlaces;
  readonly dll: string;
  readonly activation: Activation;
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

/** A child that was told to exit is given this long before it is killed. */
const exitDeadlineMs = 3_000;

interface Running {
  readonly child: HostChild;
  readonly journal: string;
}

export class Probe {
  /** How each child that died came to its end. */
  readonly faults: Fault[] = [];
  /** How loading the DLL went the first time; undefined before. */
  load: Load | undefined;
  readonly #options: ProbeOptions;
  readonly #folder = mkdtempSync(join(tmpdir(), 'olkconform-'));
  #running: Running | undefined;
  #children = 0;
  /** Scripts sent so far: their numbers go on over several calls of `run`, so that a journal's are unique. */
  #sent = 0;
  /** Set when loading the DLL ended the process: there is no use in trying again. */
  #loadDeath: Fault | undefined;

  constructor(options: ProbeOptions) {
    this.#options = options;
  }

  /** Starts the child ahead of the first scripts, so that its start takes no time of theirs. */
  async start(): Promise<void> {
    await this.#ensureChild();
  }

  /**
   * One transcript for each script, in their order.
   * @throws LoadRefused, Interrupted, or HarnessFault.
   */
  async run(scripts: readonly Script[]): Promise<Transcript[]> {
    const transcripts: Transcript[] = [];
    while (transcripts.length < scripts.length) {
      const rest = scripts.slice(transcripts.length);
      const running = this.faults.length < this.#options.maxDeaths ? await this.#ensureChild() : undefined;
      if (running === undefined) {
        const why =
          this.#loadDeath === undefined ? 'too many processes had died before' : 'the DLL could not be loaded';
        transcripts.push(...rest.map((script) => unreachedTranscript(script, why)));
      } else transcripts.push(...(await this.#runIn(running, rest)));
    }
    return transcripts;
  }

  /** Ends the child and removes what the probe put on disk. */
  async close(): Promise<void> {
    const child = this.#running?.child;
    this.#running = undefined;
    if (child !== undefined) {
      child.endRequests();
      let news: ChildNews;
      do news = await child.next(exitDeadlineMs);
      while (news.kind === 'event');
      if (news.kind !== 'exit') await child.kill();
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Runs scripts until all are done or the child is dead; at least one transcript comes back. */
  async #runIn(running: Running, scripts: readonly Script[]): Promise<Transcript[]> {
    const first = this.#sent;
    running.child.send({ op: 'run', first, scripts });
    const fault = await this.#untilFinished(running);
    const records = readJournalFile(running.journal);
    let count = scripts.length;
    if (fault !== undefined) {
      this.#running = undefined;
      this.faults.push(fault);
      const begun = scriptsBegun(records).filter((script) => script >= first).length;
      count = Math.min(Math.max(begun, 1), scripts.length);
    }
    this.#sent += count;
    return scripts.slice(0, count).map((script, at) => {
      const transcript = transcriptOf(script, first + at, records, fault);
      return transcript ?? unreachedTranscript(script, 'the process ended before the script began');
    });
  }

  /** undefined when the scripts are done; the fault when the child is dead. */
  async #untilFinished({ child, journal }: Running): Promise<Fault | undefined> {
    let atWork: number | undefined;
    for (;;) {
      const news = await child.next(this.#options.timeoutMs, this.#options.signal);
      if (news.kind === 'event' && news.event.event === 'finished') return undefined;
      if (news.kind === 'exit') return faultOfExit(news.exit, child.stderr);
      if (news.kind === 'deadline') {
        // A DLL may have closed the channel; the journal still tells whether the scripts go on.
        const now = scriptAtWork(readJournalFile(journal));
        if (now !== atWork) atWork = now;
        else {
          await child.kill();
          return faultOfDeadline(this.#options.timeoutMs, child.stderr);
        }
      }
      refuseTrouble(news);
      if (news.kind === 'event' && news.event.event === 'began') atWork = news.event.script;
    }
  }

  /** A child that has loaded the DLL; undefined when loading it ends the process. */
  async #ensureChild(): Promise<Running | undefined> {
    if (this.#running !== undefined) return this.#running;
    if (this.#loadDeath !== undefined) return undefined;
    const { places, dll, activation } = this.#options;
    const journal = join(this.#folder, `journal-${String((this.#children += 1))}`);
    createJournalFile(journal);
    const child = await startHost(launchOf(places, process.platform, process.env), this.#options.signal);
    this.#running = { child, journal };
    const [dllPath, provider, journalPath] = [dll, places.provider, journal].map((path) =>
      windowsPath(path, process.platform),
    );
    child.send({ op: 'open', dll: dllPath, provider, journal: journalPath, activation });
    return this.#awaitOpened(this.#running);
  }

  async #awaitOpened(running: Running): Promise<Running | undefined> {
    const { child, journal } = running;
    const news = await child.next(this.#options.timeoutMs, this.#options.signal);
    refuseTrouble(news);
    if (news.kind === 'event') {
      const loaded = loadedRecord(readJournalFile(journal));
      if (loaded === undefined) throw new HarnessFault('the bridge has not said how loading the DLL went');
      const { error, events, libraries } = loaded;
      if (error !== 0) throw new LoadRefused(error);
      this.load ??= { kind: 'loaded', events, libraries };
      return running;
    }
    if (news.kind === 'deadline') await child.kill();
    this.#running = undefined;
    this.#loadDeath =
      news.kind === 'exit'
        ? faultOfExit(news.exit, child.stderr)
        : faultOfDeadline(this.#options.timeoutMs, child.stderr);
    this.load ??= { kind: 'died', fault: this.#loadDeath };
    this.faults.push(this.#loadDeath);
    return undefined;
  }
}

function refuseTrouble(news: ChildNews): void {
  if (news.kind === 'aborted') throw new Interrupted('interrupted');
  if (news.kind === 'event' && news.event.event === 'broken') {
    throw new HarnessFault(`the bridge could not go on: ${news.event.why}`);
  }
}
