/** A finding as plain text of several lines, for machine formats that show a block of it: in English. */
import { inEnglish } from '../harness/language/message.js';
import type { Check } from '../harness/record/run-record.js';
import { findingRows } from './finding.js';
import { terminalText } from './terminal-text.js';

const widestName = 'requirement'.length;

export function findingText(check: Check): string {
  return findingRows(check)
    .flatMap(({ name, texts }) =>
      texts.map((text, at) => `${(at === 0 ? inEnglish(name) : '').padEnd(widestName)}  ${terminalText(text)}`),
    )
    .join('\n');
}
