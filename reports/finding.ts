/** What is told of a check, in whichever format: the same rows in the same order. */
import { sourceText } from '../harness/catalogue/source.js';
import { inEnglish, say, type Message, type Tell } from '../harness/language/message.js';
import type { Check, Verdict } from '../harness/record/run-record.js';
import { cut } from './cut.js';

/** Nobody reads more of one text; the run record itself has all of it. */
const longestText = 2_000;

/** What a vendor has to look at: the worst first. */
const findingOrder: readonly Verdict[] = ['fail', 'warning'];

/** The checks that found a fault: those that fail the run, then those that only warn. */
export function findingsOf(checks: readonly Check[]): Check[] {
  return findingOrder.flatMap((verdict) => checks.filter((check) => check.verdict === verdict));
}

/** One line that says what is wrong: `E_NOTIMPL expected, S_OK seen` in the rule's own words. */
export function headline({ reason, expected, actual, verdict }: Check, tell: Tell = inEnglish): string {
  if (reason !== null) return cut(reason, longestText);
  if (expected === null || actual === null) return tell(verdict);
  return cut(tell(say('expected {expected}, got {actual}', { expected, actual })), longestText);
}

/** One thing that is told of a check. More than one text: one after the other, as the steps that were done. */
export interface FindingRow {
  readonly name: Message;
  /** They may come from the vendor's DLL. */
  readonly texts: readonly string[];
}

/** From the requirement to how it is mended. */
export function findingRows({ requirement, source, reason, expected, actual, steps, howToFix }: Check): FindingRow[] {
  const rows: FindingRow[] = [
    { name: 'requirement', texts: [requirement] },
    { name: 'source', texts: [sourceText(source)] },
    { name: 'seen', texts: reason === null ? [] : [reason] },
    { name: 'expected', texts: expected === null ? [] : [expected] },
    { name: 'actual', texts: actual === null ? [] : [actual] },
    { name: 'steps', texts: steps.map((step, at) => `${String(at + 1)}. ${step}`) },
    { name: 'how to fix', texts: [howToFix] },
  ];
  return rows
    .filter(({ texts }) => texts.length > 0)
    .map(({ name, texts }) => ({ name, texts: texts.map((text) => cut(text, longestText)) }));
}
