/** What is written over is gone: no file that is written may be one that is read, or one that is written as well. */
import { say } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import { isSamePath } from './windows-names.js';
import { replacedBy } from './whole-file.js';

/** A file, and what names it: `--dll`, `--report json=a.json`. */
export interface NamedFile {
  readonly option: string;
  readonly file: string;
}

/** The one of the others that writing this file would replace, by whatever path it is named. */
export function replacedOf({ file }: NamedFile, others: readonly NamedFile[]): NamedFile | undefined {
  const path = replacedBy(file);
  if (path === undefined) return undefined;
  return others.find((each) => isSamePath(replacedBy(each.file), path, process.platform));
}

/** @throws UsageError where the first is one of the others. */
export function refuseClash(written: NamedFile, others: readonly NamedFile[]): void {
  const other = replacedOf(written, others);
  if (other === undefined) return;
  throw new UsageError(
    say('{option}: it would be written over the file of {other}.', { option: written.option, other: other.option }),
    'Name another file.',
  );
}
