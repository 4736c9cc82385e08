/** Files that are there whole or not at all, and that are known to be writable before anything is started. */
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import { say, type Value } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import { isUnfitName } from './windows-names.js';
import { reasonOf } from '../record/reason.js';

/** Where a text goes. Only a regular file may give way to a new one; a device or a pipe has to stay what it is. */
interface Destination {
  readonly path: string;
  readonly isReplaced: boolean;
}

class IsDirectory extends Error {}

class NoFolder extends Error {}

class UnfitName extends Error {}

/** A symbolic link stays one: the file that it leads to is written, also where it is not there yet. */
function destinationOf(file: string): Destination {
  if (isUnfitName(basename(resolve(file)), process.platform)) throw new UnfitName();
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats !== undefined) {
    if (stats.isDirectory()) throw new IsDirectory();
    // What is open already has a link that is no path, as /dev/stdout into a pipe: such a one is not followed.
    return stats.isFile() ? { path: realpathSync.native(file), isReplaced: true } : { path: file, isReplaced: false };
  }
  const folder = dirname(file);
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) throw new NoFolder();
  const path = join(realpathSync.native(folder), basename(file));
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? destinationOf(resolve(dirname(path), readlinkSync(path))) : { path, isReplaced: true };
}

/** The file that writing to this path would replace, or make; undefined: none, as with a device. */
export function replacedBy(file: string): string | undefined {
  try {
    const { path, isReplaced } = destinationOf(file);
    return isReplaced ? path : undefined;
  } catch {
    // It cannot be written, and is refused for that.
    return undefined;
  }
}

/** Beside the file, so that it can be renamed; of a short name, which fits wherever the file's own does, and that nobody knows. */
function unfinishedBeside(path: string): string {
  return join(dirname(path), `.olkconform-${randomUUID()}.part`);
}

/** Why a file could not be written, in words. */
export function whyNotWritten(error: unknown): Value {
  if (error instanceof IsDirectory) return say('it is a directory');
  if (error instanceof NoFolder) return say('its folder is not there');
  if (error instanceof UnfitName) return say('Windows has no file of this name');
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENXIO') return say('nobody reads from this pipe');
  return reasonOf(error);
}

/**
 * By trying: permissions alone do not tell, for one who may do everything and in folders such as /proc.
 * @throws UsageError
 */
export function requireWritable(option: string, file: string): void {
  try {
    const { path, isReplaced } = destinationOf(file);
    if (!isReplaced) accessSync(path, constants.W_OK);
    else {
      const unfinished = unfinishedBeside(path);
      writeFileSync(unfinished, '', { flag: 'wx' });
      rmSync(unfinished);
    }
  } catch (error) {
    throw new UsageError(
      say('{option}: {file} cannot be written: {reason}', {
        option,
        file: resolve(file),
        reason: whyNotWritten(error),
      }),
      'Name a file in a folder that is there and can be written to.',
    );
  }
}

/** To open a pipe that nobody reads from would wait for a reader, deaf to every signal. */
function writeThrough(path: string, content: string | Buffer): void {
  const isPipe = statSync(path).isFIFO();
  // While this one is open the reader stays, and opening the pipe again waits for nothing.
  const probe = isPipe ? openSync(path, constants.O_WRONLY | constants.O_NONBLOCK) : undefined;
  try {
    writeFileSync(path, content);
  } finally {
    if (probe !== undefined) closeSync(probe);
  }
}

/** A reader sees the old content or the new one, never a part. What has that name gives way: no link is followed. */
export function replaceWhole(path: string, content: string | Buffer, mode?: number): void {
  const unfinished = unfinishedBeside(path);
  try {
    writeFileSync(unfinished, content, { flag: 'wx', ...(mode === undefined ? {} : { mode }) });
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** As `replaceWhole`, where the file's links lead to; through a device or a pipe. */
export function writeWhole(file: string, content: string | Buffer): void {
  const { path, isReplaced } = destinationOf(file);
  if (!isReplaced) {
    writeThrough(path, content);
    return;
  }
  // Whoever may read the old one may read the new one.
  replaceWhole(path, content, statSync(path, { throwIfNoEntry: false })?.mode);
}
