/** `--report FORMAT=FILE`: parsed and tried before anything is started, written atomically at the end. */
import { resolve } from 'node:path';

import { formats, isFormat, type Format } from '../../reports/formats.js';
import { rendered } from '../../reports/rendered.js';
import { joined, say, type Value } from '../language/message.js';
import { nearest, withGuess } from '../plan/nearest.js';
import { UsageError } from '../plan/usage-error.js';
import type { RunRecord } from '../record/run-record.js';
import { whyNotWritten, requireWritable, writeWhole } from './whole-file.js';
import { refuseClash, type NamedFile } from './clashes.js';
import { spokenLanguage } from './spoken.js';

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

/** As the command line names it. */
export const named = ({ format, file }: ReportTarget): NamedFile => ({ option: `--report ${format}=${file}`, file });

/** `json=out.json,console=out.txt`, any number of them; none of them over one that is `read`, or over another. */
export function parseReports(texts: readonly string[], read: readonly NamedFile[] = []): ReportTarget[] {
  const targets = texts
    .flatMap((text) => text.split(betweenReports))
    .map((text) => {
      const at = text.indexOf('=');
      const format = text.slice(0, Math.max(at, 0));
      const file = text.slice(at + 1);
      if (at < 0 || format === '' || file === '') {
        throw new UsageError(
          say('--report {text}: not of the form FORMAT=FILE.', { text }),
          say('The formats are {formats}: --report json=result.json', { formats: formatNames }),
        );
      }
      if (!isFormat(format)) {
        throw new UsageError(
          withGuess(
            say('--report {text}: there is no format {format}; the formats are {formats}.', {
              text,
              format,
              formats: formatNames,
            }),
            nearest(format, Object.keys(formats)),
          ),
          'Give one of them: --report json=result.json',
        );
      }
      requireWritable(`--report ${text}`, file);
      return { format, file };
    });
  for (const [at, target] of targets.entries())
    refuseClash(named(target), [...read, ...targets.slice(0, at).map(named)]);
  return targets;
}

/**
 * Each file is there whole or not at all, and one that cannot be written does not keep the others from being.
 * @throws UsageError naming all that could not be written.
 */
export async function writeReports(record: RunRecord, targets: readonly ReportTarget[]): Promise<void> {
  const problems: Value[] = [];
  const language = spokenLanguage();
  for (const { format, file } of targets) {
    const content = await rendered(format, record, language);
    try {
      writeWhole(file, content);
    } catch (error) {
      problems.push(joined([`--report ${format}=${file}`, whyNotWritten(error)], ': '));
    }
  }
  if (problems.length > 0) {
    throw new UsageError(
      say('not every report could be written: {problems}', { problems: joined(problems, '; ') }),
      'Name a file that can be written, in a folder with room for it.',
    );
  }
}
