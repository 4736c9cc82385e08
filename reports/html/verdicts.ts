/** Verdicts as a person sees them: a sign, a word and a colour, of which each says the same. */
import { verdicts, type RunRecord, type Verdict } from '../../harness/record/run-record.js';
import { h, type Element } from './element.js';
import type { Speech } from './words.js';

export const signs: Readonly<Record<Verdict, string>> = {
  pass: '✓',
  fail: '✗',
  warning: '!',
  'not-applicable': '–',
  inconclusive: '?',
};

/** From what a vendor has to look at first to what he need not look at. */
export const worstFirst: readonly Verdict[] = ['fail', 'warning', 'inconclusive', 'pass', 'not-applicable'];

export function verdictBadge(verdict: Verdict, { tell }: Speech): Element {
  return h('span', { class: `badge ${verdict}` }, sign(verdict), ' ', tell(verdict));
}

/** The sign alone, for where a word stands beside it. */
export function sign(verdict: Verdict): Element {
  return h('span', { class: `sign ${verdict}`, 'aria-hidden': 'true' }, signs[verdict]);
}

/** How many checks of that verdict the summary has. */
export function countOf(
  { pass, fail, warning, notApplicable, inconclusive }: RunRecord['summary'],
  of: Verdict,
): number {
  return { pass, fail, warning, 'not-applicable': notApplicable, inconclusive }[of];
}

/** The verdicts as parts of a bar, for a look before any reading; the same numbers stand beside it as text. */
export function verdictBar(summary: RunRecord['summary']): Element {
  const all = verdicts.reduce((sum, verdict) => sum + countOf(summary, verdict), 0);
  const parts: Element[] = [];
  let from = 0;
  for (const verdict of worstFirst) {
    const part = countOf(summary, verdict);
    if (part > 0) parts.push(h('rect', { class: `fill ${verdict}`, x: from, y: 0, width: part, height: 1 }));
    from += part;
  }
  const box = `0 0 ${String(Math.max(1, all))} 1`;
  return h('svg', { class: 'bar', viewBox: box, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, parts);
}
