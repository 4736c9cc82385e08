/** Whether there is room for what a run puts into the folder for temporary files. */
import { accessSync, constants, statfsSync } from 'node:fs';

import { say } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import { journalSize } from '../probe/journal.js';
import { reasonOf } from '../record/reason.js';

/**
 * The journal may become this large, and its process dies of a page that has no room: the helper would be blamed for it.
 * The rest is what .NET and Wine want to start (measured: with 1 MB they do not, with 4 MB they do).
 */
export const neededRoom = journalSize + 4 * 1024 * 1024;

/** undefined: the system does not tell, as where it counts no blocks. */
export function freeIn(folder: string): number | undefined {
  try {
    const { bavail, blocks, bsize } = statfsSync(folder);
    return blocks === 0 ? undefined : bavail * bsize;
  } catch {
    return undefined;
  }
}

export const megabytes = (bytes: number): string => `${String(Math.floor(bytes / 1_000_000))} MB`;

const elsewhere = 'Make room there, or name another folder: TMPDIR, on Windows TEMP.';

/** @throws UsageError when not even what a program prints could be kept there for a moment. */
export function requireTemporaryFolder(folder: string): void {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = reasonOf(error);
    throw new UsageError(
      say('{folder}: temporary files cannot be put there: {reason}.', { folder, reason }),
      elsewhere,
    );
  }
}

/** @throws UsageError when a run would come to its end in the middle. */
export function requireRoom(folder: string, freeOn = freeIn): void {
  const free = freeOn(folder);
  if (free === undefined || free >= neededRoom) return;
  throw new UsageError(
    say('{folder}: there is no room for temporary files: {free} free, and a run wants {needed}.', {
      folder,
      free: megabytes(free),
      needed: megabytes(neededRoom),
    }),
    elsewhere,
  );
}
