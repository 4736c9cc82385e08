/**
 * A child and what the DLL in it has started. Each child has a mark of its own in its environment, which whatever it
 * starts inherits, unless it takes care not to. On Windows the child's job does this; here the process table is searched.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { posix, win32 } from 'node:path';

import type { Usage } from './limits.js';

const table = '/proc';

/** The name of the mark's variable. It is no secret, and says nothing of the run. */
export const markName = 'OLKCONFORM_CHILD';

/** Wine's own, which the first Windows process starts for all that come after it. */
const wineServices = /\b(services|winedevice|plugplay|svchost|rpcss|explorer|winemenubuilder|wineboot)\.exe/i;

/** Wine's, one for each console: what the DLL has started has one, and did not ask for it. */
const consoleHost = 'conhost.exe';

/** What holds the child, and Wine's server. A process that has ended, and that nobody has asked for yet, has no words. */
const holders = /^$|^([^\0]*\/)?(bwrap|wineserver(64)?)\0/;

const isWines = (words: string): boolean => holders.test(words) || wineServices.test(words);

/** A process that was ended is in the table for a moment; who starts others faster than this is a matter of the limits. */
const mostRounds = 20;

/** The unit of statm, on x64. */
const pageBytes = 4096;

function textOf(pid: string, file: string): string {
  try {
    return readFileSync(`${table}/${pid}/${file}`, 'latin1');
  } catch {
    // It has ended meanwhile, or is somebody else's.
    return '';
  }
}

/** Whether the process with this number is still at work. One that has ended has no words any more. */
export const isRunning = (pid: string): boolean => textOf(pid, 'cmdline') !== '';

/** The program's name, by its first argument: under Wine the Windows program's. */
function nameOf(pid: string): string {
  const words = textOf(pid, 'cmdline').split('\0');
  const [program = ''] = /(^|\/)wine(64)?(-preloader)?$/.test(words[0] ?? '') ? words.slice(1) : words;
  return win32.basename(posix.basename(program)).replaceAll(/[^\x20-\x7e]/g, '?');
}

interface Sight extends Usage {
  readonly started: readonly string[];
}

export class Family {
  readonly #mark: string;
  /** What was found out of each process that is there: whether it carries, or carried, the mark. */
  #known = new Map<string, boolean>();
  /** The child itself, and what it had needed to start. */
  #own: ReadonlySet<string> = new Set();

  constructor(mark: string) {
    this.#mark = `${markName}=${mark}`;
  }

  /** Learns of whom the family is not: the table is long, and later only what is new in it is read. */
  meet(): void {
    this.#members();
  }

  /** Whatever there is by now is the harness's own. */
  settle(): void {
    this.#own = new Set(this.#members());
  }

  /** What the family has at this moment, and the programs that were started since `settle` and are still running. */
  look(): Sight {
    const members = this.#members();
    const pages = members.map((pid) => Number(textOf(pid, 'statm').split(' ')[1] ?? 0));
    const bytes = pages.reduce((sum, each) => sum + each, 0) * pageBytes;
    const started = members.filter((pid) => !this.#own.has(pid)).map(nameOf);
    return { bytes, processes: members.length, started: started.filter((name) => name !== consoleHost) };
  }

  /** Ends every process of the family. To be called when the child itself has ended. */
  end(): void {
    // One of them may have started another after the table was read.
    for (let round = 0; round < mostRounds; round += 1) {
      const members = this.#members();
      if (members.length === 0) return;
      for (const pid of members) {
        try {
          process.kill(Number(pid), 'SIGKILL');
        } catch {
          // It has ended meanwhile.
        }
      }
    }
  }

  #members(): string[] {
    if (process.platform !== 'linux') return [];
    const pids = readdirSync(table).filter((name) => /^\d+$/.test(name));
    this.#known = new Map(
      pids.flatMap((pid) => {
        const isKnown = this.#known.get(pid);
        const variables = isKnown === undefined ? textOf(pid, 'environ') : '';
        // Without any it may be about to become another program, and is asked again.
        if (isKnown === undefined && variables === '') return [];
        return [[pid, isKnown ?? variables.split('\0').includes(this.#mark)]];
      }),
    );
    return pids.filter((pid) => this.#known.get(pid) === true && !isWines(textOf(pid, 'cmdline')));
  }
}
