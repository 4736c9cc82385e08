/** The child at work, and the next one when it has died: one at a time, and how each came to its end. */
import type { Activation } from '../record/run-record.js';
import type { Fault, Load } from '../record/transcript.js';
import type { SymbolAt } from './exception.js';
import { HarnessFault } from './harness-fault.js';
import type { HostChild } from './host-child.js';
import { HostSupply, type HostSupplyOptions } from './host-supply.js';
import { Interrupted } from './interrupted.js';
import { JournalFile } from './journal-file.js';
import { windowsPath } from './launch.js';
import type { Limits } from './limits.js';
import { LoadRefused } from './load-refused.js';
import { MapiRefused } from './mapi-refused.js';
import type { RecordedActivation } from './recorded-activation.js';
import { endOf, faultOf, untilDone, type Running } from './running.js';
import { stopOf, type Stop } from './stop.js';
import { loadedRecord } from './transcripts.js';

export interface ChildrenOptions extends HostSupplyOptions {
  readonly dll: string;
  readonly activation: Activation | RecordedActivation;
  /** The registry names the instrumented MAPI as the mail client, for a helper that looks MAPI up there. */
  readonly mapiRegistry: boolean;
  /** The profile of the machine's own MAPI, which is to be used; left out: the instrumented one is. */
  readonly systemProfile?: string;
  /** What the DLL takes from the heap is guarded. */
  readonly heapGuard: boolean;
  /** Deadline for each script, in milliseconds. */
  readonly timeoutMs: number;
  /** After so many deaths the rest is given up. */
  readonly maxDeaths: number;
  readonly limits: Limits;
  /** Asked when a child has died. */
  readonly symbolAt: SymbolAt;
  /** Ends the run before its time: the child is killed, and what was not run is given up. */
  readonly signal?: AbortSignal;
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

export class Children {
  /** How each child that died came to its end: at work, between two runs, or when it was told to exit. */
  readonly faults: Fault[] = [];
  /** The programs that the helper had started and that were still running when its process ended. */
  readonly leftBehind: string[] = [];
  /** How loading the DLL went the first time; undefined before. */
  load: Load | undefined;
  /** The mail client whose MAPI the machine's own is; undefined: it is not used, or not yet. */
  mailClient: string | undefined;
  readonly #options: ChildrenOptions;
  readonly #hosts: HostSupply;
  #running: Running | undefined;
  /** Why the DLL cannot be loaded, or not once more: there is no use in trying again. */
  #loadFailure: string | undefined;

  constructor(options: ChildrenOptions) {
    this.#options = options;
    this.#hosts = new HostSupply(options);
  }

  /** Of the DLL that could not be loaded; undefined: it could, or nobody has tried. */
  get loadFailure(): string | undefined {
    return this.#loadFailure;
  }

  /** How many more may die. */
  get deathsLeft(): number {
    return this.#options.maxDeaths - this.faults.length;
  }

  /** The one that is there, if any. */
  get running(): Running | undefined {
    return this.#running;
  }

  /** From now on a host is kept ready for the case that a child dies. It takes a processor of its own while it starts. */
  keepSpare(): void {
    this.#hosts.keepSpare();
  }

  /** A child that is loading the DLL, or has done so; undefined when that has failed before, or the run is to end. */
  async ensure(): Promise<Running | undefined> {
    if (this.#running?.isOpen === false) return this.#running;
    if (this.#running !== undefined) {
      this.#running.journal.read();
      const fault = await faultOf(this.#running);
      if (fault === undefined) return this.#running;
      this.discard(this.#running, fault);
    }
    if (this.#loadFailure !== undefined) return undefined;
    const child = await this.#hosts.take().catch((error: unknown) => {
      if (!(error instanceof Interrupted)) throw error;
    });
    if (child === undefined) return undefined;
    const { places, dll, activation, mapiRegistry, systemProfile, heapGuard, limits, symbolAt } = this.#options;
    const journal = await journalOf(child);
    this.#running = { child, journal, symbolAt, isOpen: false };
    child.watch(limits);
    const [dllPath, provider, journalPath] = [dll, places.provider, journal.path].map((path) =>
      windowsPath(path, process.platform),
    );
    // Elsewhere the child is watched from here; Wine's job objects know no limits.
    const job = process.platform === 'win32' ? { job: limits } : {};
    const asked = { activation, mapiRegistry, ...(systemProfile === undefined ? {} : { systemProfile }), heapGuard };
    child.send({ op: 'open', dll: dllPath, provider, journal: journalPath, ...asked, ...job });
    return this.#running;
  }

  /** False when loading the DLL ended the process, or could not be done once more, or the run is to end. */
  async awaitOpened(running: Running): Promise<boolean> {
    const patience = Math.max(this.#options.timeoutMs, loadDeadlineMs);
    const end = await untilDone(running, (records) => loadedRecord(records) !== undefined, {
      ...this.#options,
      timeoutMs: patience,
    });
    const records = running.journal.read();
    const loaded = loadedRecord(records);
    const mapi = records.find(({ record }) => record === 'mapi');
    if (mapi?.record === 'mapi') this.mailClient = mapi.client;
    else if (this.#options.systemProfile !== undefined && end !== undefined && 'kind' in end) {
      this.discard(running, end);
      throw new MapiRefused('end', { story: end.story });
    }
    if (end !== undefined && loaded === undefined) {
      this.discard(running, end);
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
    // Few helpers kill twice, and starting one more host would slow down the one that is at work just now.
    if (this.faults.length > 1 && this.deathsLeft > 1) this.#hosts.replenish();
    return true;
  }

  /** Why there is no child, where `ensure` or `awaitOpened` had none to give. */
  get whyNone(): string {
    const stop = stopOf(this.#options.signal);
    return stop?.why ?? this.#loadFailure ?? 'too many processes had died before';
  }

  /** The child is dead; that it was killed because the run is to end is no fault of anybody's. */
  discard(running: Running, end: Fault | Stop): void {
    this.#running = undefined;
    if ('kind' in end) this.faults.push(end);
    this.#letGo(running);
  }

  /** No host will be needed after the one that is at work. */
  expectNoMore(): void {
    void this.#hosts.end();
  }

  /** Ends the child that is there in good order, and removes its journal. The next one is another. */
  async retire(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    if (running === undefined) return;
    const fault = await endOf(running, this.#options.signal);
    if (fault !== undefined) this.faults.push(fault);
    this.#letGo(running);
  }

  /** Ends the child for good. */
  async close(): Promise<void> {
    const discarded = this.#hosts.end();
    await this.retire();
    await discarded;
  }

  #letGo({ child, journal }: Running): void {
    this.leftBehind.push(...child.leftBehind);
    journal.close();
  }
}
