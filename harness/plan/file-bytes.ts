/** A file that may be anything, or nothing: what is no regular one is not waited for, and what is too large is not read. */
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, statSync, type BigIntStats } from 'node:fs';

import { inEnglish, say, type Filled } from '../language/message.js';

/** A helper's DLL is a few megabytes; this bounds what a wrong path, or a name in a vendor's file, can make us read. */
export const largestDll = 512 * 1024 * 1024;

/** There is something of that name, and it is nothing that could be read here. */
export class UnfitFile extends Error {
  readonly reason: Filled;
  readonly isDirectory: boolean;

  constructor(reason: Filled, isDirectory = false) {
    super(inEnglish(reason));
    this.reason = reason;
    this.isDirectory = isDirectory;
  }
}

function refuseUnfit(stats: BigIntStats, largest: number): void {
  if (stats.isDirectory()) throw new UnfitFile(say('it is a directory'), true);
  if (!stats.isFile()) throw new UnfitFile(say('it is not a regular file, and has to be one'));
  if (stats.size > largest)
    throw new UnfitFile(
      say('{size} bytes are too many: at most {largest} are read', { size: String(stats.size), largest }),
    );
}

/** Opening a device may do something, and a pipe that nobody writes to is waited for, deaf to every signal. */
function withOpened<Result>(path: string, largest: number, use: (file: number, stats: BigIntStats) => Result): Result {
  refuseUnfit(statSync(path, { bigint: true }), largest);
  // It may be another one by now.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(file, { bigint: true });
    refuseUnfit(stats, largest);
    return use(file, stats);
  } finally {
    closeSync(file);
  }
}

export interface FileContent {
  readonly bytes: Buffer;
  /** Of the very file that was read, before it was. */
  readonly stats: BigIntStats;
}

/** @throws UnfitFile when it is no regular file or too large, or another Error when it cannot be read. */
export function fileContent(path: string, largest: number): FileContent {
  return withOpened(path, largest, (file, stats) => ({ bytes: readFileSync(file), stats }));
}

/** @throws as `fileContent`. */
export function fileBytes(path: string, largest = largestDll): Buffer {
  return fileContent(path, largest).bytes;
}

/** Of a file that is too large to be read whole. */
export interface FileSource {
  readonly size: number;
  /** As many of these bytes as the file has. */
  readonly read: (offset: number, length: number) => Buffer;
}

/**
 * What `use` makes of a file, which is open meanwhile.
 * @throws Error when it is no regular file or cannot be read.
 */
export function withFile<Result>(path: string, use: (source: FileSource) => Result): Result {
  return withOpened(path, Number.MAX_SAFE_INTEGER, (file, stats) => {
    const size = Number(stats.size);
    const read = (offset: number, length: number): Buffer => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, offset));
    };
    return use({ size, read });
  });
}
