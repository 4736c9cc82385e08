/** `--report FORMAT=FILE`: parsed and tried before anything is started, written atomically at the end. */
import { accessSync, constants, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { consoleReport } from '../../reports/console.js';
import { jsonReport } from '../../reports/json.js';
import { UsageError } from '../plan/usage-error.js';
import type { RunRecord } from '../record/run-record.js';

const formats = {
  console: (record: RunRecord) => consoleReport(record, false),
  json: jsonReport,
} as const;

type Format = keyof typeof formats;

export interface ReportTarget {
  readonly format: Format;
  readonly file: string;
}

const isFormat = (text: string): text is Format => Object.hasOwn(formats, text);

/** A file's name may hold a comma as well: only one with a known format behind it begins another report. */
const betweenReports = new RegExp(`,(?=(?:${Object.keys(formats).join('|')})=)`);

/** `json=out.json,console=out.txt`, any number of them. */
export function parseReports(texts: readonly string[]): ReportTarget[] {
  return texts
    .flatMap((text) => text.split(betweenReports))
    .map((text) => {
      const at = text.indexOf('=');
      const format = text.slice(0, Math.max(at, 0));
      const file = text.slice(at + 1);
      if (at < 0 || file === '' || !isFormat(format)) {
        throw new UsageError(
          `--report ${text}: not of the form FORMAT=FILE.`,
          `The formats are ${Object.keys(formats).join(' and ')}: --report json=result.json`,
        );
      }
      requireWritable(text, file);
      return { format, file };
    });
}

function requireWritable(text: string, file: string): void {
  const folder = dirname(resolve(file));
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new UsageError(
      `--report ${text}: the folder ${folder} does not exist or cannot be written to.`,
      'Make it first, or name another.',
    );
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw new UsageError(`--report ${text}: ${file} is a directory.`, 'Name a file in it.');
  }
}

/**
 * Each file is there whole or not at all, and one that cannot be written does not keep the others from being.
 * @throws UsageError naming all that could not be written.
 */
export function writeReports(record: RunRecord, targets: readonly ReportTarget[]): void {
  const problems = targets.flatMap(({ format, file }) => {
    // Beside the file, so that it can be renamed; of a short name, which fits wherever the file's own does.
    const unfinished = join(dirname(file), `.olkconform-${String(process.pid)}.part`);
    try {
      writeFileSync(unfinished, formats[format](record));
      renameSync(unfinished, file);
      return [];
    } catch (error) {
      rmSync(unfinished, { force: true });
      return [`--report ${format}=${file}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
  if (problems.length > 0) {
    throw new UsageError(
      `not every report could be written: ${problems.join('; ')}`,
      'Name a file that can be written, in a folder with room for it.',
    );
  }
}
