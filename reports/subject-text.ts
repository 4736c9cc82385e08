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

/** The verdict, and of which part of the checks it is. */
export function verdictText({ summary, selection }: RunRecord): string {
  const verdict = verdictTexts[summary.verdict];
  const { shard } = selection;
  return shard === undefined
    ? verdict
    : `Shard ${String(shard.index)} of ${String(shard.count)}, not the whole: ${verdict}`;
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
