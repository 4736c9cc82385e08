/** `--report FORMAT=FILE`: parsed and tried before anything is started, written atomically at the end. */
import {
  accessSync,
  constants,
  lstatSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import { formats, isFormat, type Format } from '../../reports/formats.js';
import { UsageError } from '../plan/usage-error.js';
import type { RunRecord } from '../record/run-record.js';

export interface ReportTarget {
  readonly format: Format;
  readonly file: string;
}

/** Not by Intl, which takes 15 ms at every start. */
const formatNames = Object.keys(formats).join(', ');

/** A file's name may hold a comma as well: only one with a known format behind it begins another report. */
const betweenReports = new RegExp(`,(?=(?:${Object.keys(formats).join('|')})=)`);

/** The same reports, each file named from the folder; what is malformed is left for parseReports to refuse. */
export function reportsIn(folder: string, texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split(betweenReports))
    .map((text) => text.replace(/(?<==).+/s, (file) => resolve(folder, file)));
}

/** `json=out.json,console=out.txt`, any number of them. */
export function parseReports(texts: readonly string[]): ReportTarget[] {
  return texts
    .flatMap((text) => text.split(betweenReports))
    .map((text) => {
      const at = text.indexOf('=');
      const format = text.slice(0, Math.max(at, 0));
      const file = text.slice(at + 1);
      if (at < 0 || format === '' || file === '') {
        throw new UsageError(
          `--report ${text}: not of the form FORMAT=FILE.`,
          `The formats are ${formatNames}: --report json=result.json`,
        );
      }
      if (!isFormat(format)) {
        throw new UsageError(
          `--report ${text}: there is no format ${format}; the formats are ${formatNames}.`,
          'Give one of them: --report json=result.json',
        );
      }
      requireWritable(text, file);
      return { format, file };
    });
}

/** Where a report goes. Only a regular file may give way to a new one; a device or a pipe has to stay what it is. */
interface Destination {
  readonly path: string;
  readonly isReplaced: boolean;
}

/** A symbolic link stays one: the file that it leads to is written, also where it is not there yet. */
function destinationOf(file: string): Destination {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats !== undefined) {
    if (stats.isDirectory()) throw new Error('it is a directory');
    // What is open already has a link that is no path, as /dev/stdout into a pipe: such a one is not followed.
    return stats.isFile() ? { path: realpathSync(file), isReplaced: true } : { path: file, isReplaced: false };
  }
  const path = join(realpathSync(dirname(file)), basename(file));
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? destinationOf(resolve(dirname(path), readlinkSync(path))) : { path, isReplaced: true };
}

/** Beside the file, so that it can be renamed; of a short name, which fits wherever the file's own does. */
function unfinishedBeside(path: string): string {
  return join(dirname(path), `.olkconform-${String(process.pid)}.part`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** By trying: permissions alone do not tell, for one who may do everything and in folders such as /proc. */
function requireWritable(text: string, file: string): void {
  try {
    const { path, isReplaced } = destinationOf(file);
    if (!isReplaced) accessSync(path, constants.W_OK);
    else {
      const unfinished = unfinishedBeside(path);
      writeFileSync(unfinished, '');
      rmSync(unfinished);
    }
  } catch (error) {
    throw new UsageError(
      `--report ${text}: ${resolve(file)} cannot be written: ${messageOf(error)}`,
      'Name a file in a folder that is there and can be written to.',
    );
  }
}

/** The file is there whole or as it was before. */
export function writeWhole(path: string, content: string): void {
  const unfinished = unfinishedBeside(path);
  try {
    writeFileSync(unfinished, content);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/**
 * Each file is there whole or not at all, and one that cannot be written does not keep the others from being.
 * @throws UsageError naming all that could not be written.
 */
export async function writeReports(record: RunRecord, targets: readonly ReportTarget[]): Promise<void> {
  const problems: string[] = [];
  for (const { format, file } of targets) {
    const render = await formats[format]();
    const content = render(record);
    try {
      const { path, isReplaced } = destinationOf(file);
      if (isReplaced) writeWhole(path, content);
      else writeFileSync(path, content);
    } catch (error) {
      problems.push(`--report ${format}=${file}: ${messageOf(error)}`);
    }
  }
  if (problems.length > 0) {
    throw new UsageError(
      `not every report could be written: ${problems.join('; ')}`,
      'Name a file that can be written, in a folder with room for it.',
    );
  }
}
