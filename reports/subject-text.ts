/** The helper that was judged, and the run's verdict, in words. */
import type { RunRecord, Subject } from '../harness/record/run-record.js';
import { cut } from './cut.js';

/** No system has longer paths, but a record can be made by anyone. */
const longestName = 300;

export const verdictTexts: Record<RunRecord['summary']['verdict'], string> = {
  conformant: 'Conformant',
  nonconformant: 'Not conformant',
  incomplete: 'Incomplete',
};

/** The failures that the run was told to live with, in words; undefined: there are none. */
export function knownFailuresText({ checks }: RunRecord): string | undefined {
  const count = checks.filter(({ tolerated }) => tolerated !== undefined).length;
  return count === 0 ? undefined : `but for ${String(count)} known ${count === 1 ? 'failure' : 'failures'}`;
}

/** The verdict, of which part of the checks it is, and what it leaves out of account. */
export function verdictText(record: RunRecord): string {
  const { shard } = record.selection;
  const part = shard === undefined ? '' : `Shard ${String(shard.index)} of ${String(shard.count)}, not the whole: `;
  const known = record.summary.verdict === 'conformant' ? knownFailuresText(record) : undefined;
  return `${part}${verdictTexts[record.summary.verdict]}${known === undefined ? '' : ` ${known}`}`;
}

/** As the user gave it. */
export function pathText({ path }: Subject): string {
  return cut(path, longestName);
}

export function activationText({ activation }: Subject): string {
  switch (activation.kind) {
    case 'factory':
      return `export ${cut(activation.export, longestName)}`;
    case 'capture':
      return `captured from ${cut(activation.export, longestName)}`;
    case 'class':
      return `class {${activation.clsid}}`;
    case 'registered':
      return `registered class {${activation.clsid}}`;
  }
}

export function sessionText({ session }: Subject): string {
  const seen = {
    own: 'makes its own session',
    borrowed: 'hands out the session it was offered',
    unknown: 'handed out no session',
  };
  return `${seen[session.observed]} (declared: ${session.declared})`;
}
