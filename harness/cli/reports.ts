/** `--report FORMAT=FILE`: parsed and tried before anything is started, written atomically at the end. */
import { accessSync, constants, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

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

/** `json=out.json,console=out.txt`, any number of them. */
export function parseReports(texts: readonly string[]): ReportTarget[] {
  return texts
    .flatMap((text) => text.split(','))
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

/** Each file is there whole or not at all. */
export function writeReports(record: RunRecord, targets: readonly ReportTarget[]): void {
  for (const { format, file } of targets) {
    const unfinished = `${file}.${String(process.pid)}.part`;
    writeFileSync(unfinished, formats[format](record));
    renameSync(unfinished, file);
  }
}
