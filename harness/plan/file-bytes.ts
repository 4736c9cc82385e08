/** A file that may be anything, or nothing. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';

/** A helper's DLL is a few megabytes; this bounds what a wrong path, or a name in a vendor's file, can make us read. */
export const largestDll = 512 * 1024 * 1024;

/** @throws Error when it is no regular file, too large, or cannot be read. */
export function fileBytes(path: string): Buffer {
  const stats = statSync(path);
  if (!stats.isFile() || stats.size > largestDll) throw new Error(`${path} is no file of a DLL's size`);
  return readFileSync(path);
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
  const stats = statSync(path);
  if (!stats.isFile()) throw new Error(`${path} is no file`);
  const file = openSync(path, 'r');
  try {
    const read = (offset: number, length: number): Buffer => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, stats.size - offset)));
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, offset));
    };
    return use({ size: stats.size, read });
  } finally {
    closeSync(file);
  }
}
