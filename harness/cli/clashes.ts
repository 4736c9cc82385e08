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

/** @throws UsageError where the first is one of the others, by whatever path. */
export function refuseClash({ option, file }: NamedFile, others: readonly NamedFile[]): void {
  const path = replacedBy(file);
  if (path === undefined) return;
  const other = others.find((each) => isSamePath(replacedBy(each.file), path, process.platform));
  if (other === undefined) return;
  throw new UsageError(
    say('{option}: it would be written over the file of {other}.', { option, other: other.option }),
    'Name another file.',
  );
}
