/** What belongs to a run is known by its environment: the processes that have a text in theirs. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A process that has just ended, or belongs to someone else, has no file to be read. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

/** The command lines of all processes that have this text in their environment. One without any is ending. */
export function processesOf(marker: string): string[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && textOf(`/proc/${entry}/environ`).includes(marker))
    .map((entry) => textOf(`/proc/${entry}/cmdline`).replaceAll('\0', ' '))
    .filter((commandLine) => commandLine !== '');
}

/** Wine's own server and services serve whoever comes next, and go by themselves. */
export const isWines = (commandLine: string): boolean => /wineserver|\\windows\\system32\\/.test(commandLine);

/** Of the files of a temporary folder those that are not Wine's. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => !name.startsWith('wine-') && !name.startsWith('.wine-'));
}

/** What is left of it after the time that it is given. */
export async function leftAfter(ms: number, left: () => string[]): Promise<string[]> {
  const end = performance.now() + ms;
  while (left().length > 0 && performance.now() < end) await pause(50);
  return left();
}
