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
const wineServices = /\b(services|winedevice|plugplay|svchost|rpcss|explorer|conhost|winemenubuilder|wineboot)\.exe/i;

/** What holds the child, and Wine's server. A process that has ended, and that nobody has asked for yet, has no words. */
const holders = /^$|^([^\0]*\/)?(bwrap|wineserver(64)?)\0/;

const isWines = (words: string): boolean => holders.test(words) || wineServices.test(words);

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

/** The program's name, by its first argument: under Wine the Windows program's. */
function nameOf(pid: string): string {
  const words = textOf(pid, 'cmdline').split('\0');
  const [program = ''] = /(^|\/)wine(64)?(-preloader)?$/.test(words[0] ?? '') ? words.slice(1) : words;
  return win32.basename(posix.basename(program)).replaceAll(/[^\x20-\x7e]/g, '?');
}

export class Family {
  readonly #mark: string;
  /** What was found out of each process that is there: whether it carries the mark. */
  #known = new Map<string, boolean>();
  /** The child itself, and what it had needed to start. */
  #own: ReadonlySet<string> = new Set();

  constructor(mark: string) {
    this.#mark = `${markName}=${mark}`;
  }

  /** Whatever there is by now is the harness's own. */
  settle(): void {
    this.#own = new Set(this.#members());
  }

  usage(): Usage {
    const members = this.#members();
    const pages = members.map((pid) => Number(textOf(pid, 'statm').split(' ')[1] ?? 0));
    return { bytes: pages.reduce((sum, each) => sum + each, 0) * pageBytes, processes: members.length };
  }

  /** The programs that were started since `settle` and are still running. */
  started(): string[] {
    return this.#started().map(nameOf);
  }

  /** Ends every process of the family. To be called when the child itself has ended. */
  end(): void {
    for (const pid of this.#members()) {
      try {
        process.kill(Number(pid), 'SIGKILL');
      } catch {
        // It has ended meanwhile.
      }
    }
  }

  #started(): string[] {
    return this.#members().filter((pid) => !this.#own.has(pid));
  }

  #members(): string[] {
    if (process.platform !== 'linux') return [];
    const pids = readdirSync(table).filter((name) => /^\d+$/.test(name));
    this.#known = new Map(
      pids.map((pid) => [pid, this.#known.get(pid) ?? textOf(pid, 'environ').split('\0').includes(this.#mark)]),
    );
    return pids.filter((pid) => this.#known.get(pid) === true && !isWines(textOf(pid, 'cmdline')));
  }
}
