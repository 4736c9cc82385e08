/**
 * Whether a file is still the one that was looked at. A record is about the bytes that were hashed, and Windows loads the
 * DLL by its path, later and maybe several times.
 */
import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';

import { fileContent, largestDll } from './file-bytes.js';

/** What is another one when the file was replaced, or written to and put back. */
export type FileLook = readonly bigint[];

/**
 * `ctimeNs` is the one that nobody can set back. On Windows it changes with attributes too, which whoever scans or indexes
 * files sets, and network drives have no lasting `ino`; a DLL that is loaded there cannot be written to.
 */
export function lookOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats, platform = process.platform): FileLook {
  return platform === 'win32' ? [size, mtimeNs] : [size, mtimeNs, ctimeNs, dev, ino];
}

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export interface LookedAt {
  readonly path: string;
  readonly sha256: string;
  readonly look: FileLook;
}

/** The content counts too: what was written in the same tick of the clock as before looks the same. */
export function isUnchanged({ path, sha256, look }: LookedAt): boolean {
  try {
    const { bytes, stats } = fileContent(path, largestDll);
    const now = lookOf(stats);
    return look.every((each, at) => each === now[at]) && sha256Of(bytes) === sha256;
  } catch {
    return false;
  }
}
