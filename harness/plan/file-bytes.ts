/** A file that may be anything, or nothing. */
import { readFileSync, statSync } from 'node:fs';

/** DLLs are far smaller; this bounds what a name in a vendor's file can make us read. */
const largestFile = 256 * 1024 * 1024;

/** @throws Error when it is no regular file, too large, or cannot be read. */
export function fileBytes(path: string): Buffer {
  const stats = statSync(path);
  if (!stats.isFile() || stats.size > largestFile) throw new Error(`${path} is no file of a DLL's size`);
  return readFileSync(path);
}
