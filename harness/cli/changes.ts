/**
 * Waits until files have changed and are whole again: a linker writes for a while, or removes the file and makes it anew.
 * What the system tells of a folder only wakes us up; what counts is how the files look.
 */
import { closeSync, openSync, statSync, watch, type FSWatcher } from 'node:fs';
import { dirname } from 'node:path';

/** How the files look, as a text that changes with them; undefined: one of them is not there, or its writer keeps it. */
export function looksOf(files: readonly string[]): string | undefined {
  try {
    return files
      .map((file) => {
        const stats = statSync(file);
        // A pipe would be waited for.
        if (!stats.isFile()) throw new Error(`${file} is no file`);
        // On Windows a file that is being written can often not be opened.
        closeSync(openSync(file, 'r'));
        const { mtimeMs, size, ino } = stats;
        return [mtimeMs, size, ino].join(' ');
      })
      .join('\n');
  } catch {
    return undefined;
  }
}

export interface Watched {
  readonly look: () => string | undefined;
  /** Comes when it is worth while to look again. */
  readonly pause: () => Promise<void>;
  /** Comes when what is being written has had time to grow. */
  readonly settle: () => Promise<void>;
}

/** How the files look once they have changed and stopped changing; undefined: the signal came first. */
export async function untilChanged(
  before: string | undefined,
  { look, pause, settle }: Watched,
  signal: AbortSignal,
): Promise<string | undefined> {
  while (!signal.aborted) {
    const now = look();
    if (now === undefined || now === before) {
      await pause();
      continue;
    }
    await settle();
    if (!signal.aborted && look() === now) return now;
  }
  return undefined;
}

/** Longer than a linker rests between two writes. */
const settleMs = 300;

/** A build writes hundreds of files into one folder: it is looked at once for many of them. */
const gatherMs = 100;

/** Where folders tell nothing, as on some network drives, somebody has to look now and then. */
const tickMs = 2000;

export interface FolderWatch extends Watched {
  readonly close: () => void;
}

/** Sleeps that end before their time. */
class Sleep {
  #end: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #due = 0;

  async for(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#end = resolve;
      this.#setTimer(milliseconds);
    });
    this.#end = undefined;
  }

  /** No later than that. */
  endIn(milliseconds: number): void {
    if (this.#end !== undefined && performance.now() + milliseconds < this.#due) this.#setTimer(milliseconds);
  }

  #setTimer(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#due = performance.now() + milliseconds;
    this.#timer = setTimeout(() => this.#end?.(), milliseconds);
  }
}

function watchedFolder(folder: string, changed: () => void): FSWatcher[] {
  try {
    const watcher = watch(folder, changed);
    // When the folder itself is gone the ticks remain.
    watcher.on('error', () => {
      watcher.close();
    });
    return [watcher];
  } catch {
    return [];
  }
}

export function watchFiles(files: readonly string[], signal: AbortSignal): FolderWatch {
  const [pause, settle] = [new Sleep(), new Sleep()];
  const stop = (): void => {
    pause.endIn(0);
    settle.endIn(0);
  };
  signal.addEventListener('abort', stop);
  const folders = [...new Set(files.map((file) => dirname(file)))];
  const watchers = folders.flatMap((folder) =>
    watchedFolder(folder, () => {
      pause.endIn(gatherMs);
    }),
  );
  return {
    look: () => looksOf(files),
    pause: () => pause.for(tickMs),
    settle: () => settle.for(settleMs),
    close: () => {
      signal.removeEventListener('abort', stop);
      for (const watcher of watchers) watcher.close();
    },
  };
}
