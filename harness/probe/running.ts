/** A child at work: how far it is, and how it comes to its end. */
import type { Fault, JournalRecord } from '../record/transcript.js';
import type { SymbolAt } from './exception.js';
import { faultOfDamage, faultOfDeadline, faultOfExcess, faultOfExit, faultOfForgery } from './fault.js';
import { HarnessFault } from './harness-fault.js';
import { requireMapi } from './mapi-refused.js';
import type { ChildNews, Exit, HostChild } from './host-child.js';
import type { JournalFile } from './journal-file.js';
import { stopOf, type Stop } from './stop.js';
import { progressOf } from './transcripts.js';

export interface Running {
  readonly child: HostChild;
  readonly journal: JournalFile;
  readonly symbolAt: SymbolAt;
  /** It has told that the DLL is loaded. */
  isOpen: boolean;
  /** How it came to its end before anybody had looked at what it ran. */
  end?: Fault | Stop | undefined;
}

export interface Patience {
  /** How long, in milliseconds, no script may begin or end. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** How far the work is, where it is not scripts that are run: it goes on for as long as this changes. */
  readonly progress?: (records: readonly JournalRecord[]) => string;
}

/** How often the journal is read while the child is at work. */
const readingMs = 20;

/**
 * Waits until the journal says that the work is done; brings what came before that: the fault of a child that is dead, or
 * the end of the run, for which the child is killed. The journal alone counts: a DLL may have closed the channel by which
 * events come, which then only wake us up sooner.
 */
export async function untilDone(
  running: Running,
  isDone: (records: readonly JournalRecord[]) => boolean,
  { timeoutMs, signal, progress: progressIn = (records) => String(progressOf(records)) }: Patience,
): Promise<Fault | Stop | undefined> {
  const { child, journal } = running;
  let progress = '';
  let since = performance.now();
  for (;;) {
    await child.next(Math.min(readingMs, timeoutMs), signal);
    const records = journal.read();
    // A bridge whose memory was written over may well be in trouble, and it is not its own fault.
    if (journal.damage === undefined) {
      if (records.some(isOverflow)) {
        await child.kill();
        return faultOfExcess('made more calls than there is room to record', child.stderr);
      }
      requireMapi(records);
      refuseTrouble(child, records);
      if (isForged(child, records)) {
        await child.kill();
        return faultOfForgery(child.stderr);
      }
      if (isDone(records)) return undefined;
    }
    const fault = await faultOf(running);
    if (fault !== undefined) return fault;
    const stop = stopOf(signal);
    if (stop !== undefined) {
      await child.kill();
      return stop;
    }
    const now = progressIn(records);
    if (now !== progress) [progress, since] = [now, performance.now()];
    else if (performance.now() - since >= timeoutMs) {
      await child.kill();
      return faultOfDeadline(timeoutMs, child.stderr, journal.window());
    }
  }
}

/** A child that was told to exit is given this long before it is killed. */
const exitDeadlineMs = 3_000;

/**
 * Tells the child to exit; brings the fault when it does not do so in good order: the DLL was in it until then, and what
 * it did on being unloaded counts as well. One that does not come to its end, or has no time left to, is killed.
 */
export async function endOf(running: Running, signal: AbortSignal | undefined): Promise<Fault | undefined> {
  const { child, journal } = running;
  child.endRequests();
  let news: ChildNews;
  do news = await child.next(exitDeadlineMs, signal);
  while (news.kind === 'event');
  // The work may have been done before its last message was read.
  if (isForged(child, journal.read()) && journal.damage === undefined) {
    await child.kill();
    return faultOfForgery(child.stderr);
  }
  if (news.kind !== 'exit') {
    await child.kill();
    return undefined;
  }
  return !news.exit.wasTold || news.exit.status !== 0 ? faultOfEnd(running, news.exit) : undefined;
}

/** How the child came to its end, or why it was brought to it; undefined when it can go on. */
export async function faultOf(running: Running): Promise<Fault | undefined> {
  const { child, journal } = running;
  if (journal.damage !== undefined) {
    await child.kill();
    return faultOfDamage(journal.damage, child.stderr);
  }
  return child.exit === undefined ? undefined : faultOfEnd(running, child.exit);
}

/** How it reads that the child has come to this end. */
function faultOfEnd({ child: { excess, stderr }, journal, symbolAt }: Running, exit: Exit): Fault {
  return excess === undefined
    ? faultOfExit(exit, stderr, journal.exception(exit.status, symbolAt))
    : faultOfExcess(excess, stderr);
}

/** The bridge had no room left for what the helper did in one step. */
function isOverflow(record: JournalRecord): boolean {
  return record.record === 'broken' && record.why.startsWith('JournalFullException:');
}

function isTrouble({ record }: JournalRecord): boolean {
  return record === 'broken';
}

/**
 * Before the DLL is loaded nobody but the harness can say that it is broken; afterwards the bridge says so in the journal,
 * under its seal.
 * @throws HarnessFault
 */
function refuseTrouble({ trouble }: HostChild, records: readonly JournalRecord[]): void {
  const told = records.find(isTrouble);
  const why = told?.record === 'broken' ? told.why : records.length === 0 ? trouble : undefined;
  if (why !== undefined) throw new HarnessFault(`the bridge could not go on: ${why}`);
}

/** A message says that the harness is broken, and the journal does not: somebody has found out the child's token. */
function isForged({ trouble }: HostChild, records: readonly JournalRecord[]): boolean {
  return trouble !== undefined && records.length > 0 && !records.some(isTrouble);
}
