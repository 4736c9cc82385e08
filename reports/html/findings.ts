/** The checks that found a fault, the worst first, and those that could not be judged, one reason once. */
import { sourceText } from '../../harness/catalogue/source.js';
import { say } from '../../harness/language/message.js';
import type { Check } from '../../harness/record/run-record.js';
import { findingsOf } from '../finding.js';
import { h, type Content, type Element } from './element.js';
import { englishText, recordText, vendorText } from './vendor-text.js';
import { verdictBadge } from './verdicts.js';
import type { Speech } from './words.js';

/** A page with more of them would not be read; the list of all checks has every one. */
const mostFindings = 200;

/** The last of them decided. */
const mostSteps = 30;

const mostReasons = 50;

/** Where on the page each finding stands that is shown there. */
export function findingAnchors(checks: readonly Check[]): ReadonlyMap<Check, string> {
  return new Map(
    findingsOf(checks)
      .slice(0, mostFindings)
      .map((check, at) => [check, `finding-${String(at + 1)}`]),
  );
}

function stepList(steps: readonly string[], words: Speech): Element {
  const left = Math.max(0, steps.length - mostSteps);
  return h(
    'div',
    null,
    left > 0 ? h('p', { class: 'quiet' }, words.findings.earlierSteps(left)) : null,
    h(
      'ol',
      { start: left + 1 },
      steps.slice(left).map((step) => h('li', null, recordText(step, words))),
    ),
  );
}

function row(term: string, text: Content): Element {
  return h('div', null, h('dt', null, term), h('dd', null, text));
}

function finding(check: Check, anchor: string, words: Speech): Element {
  const { expected, actual, reason, steps } = check;
  const { findings } = words;
  return h(
    'article',
    { id: anchor, class: `finding edge ${check.verdict}`, 'aria-labelledby': `${anchor}-title` },
    h(
      'h3',
      { id: `${anchor}-title` },
      verdictBadge(check.verdict, words),
      ' ',
      h('span', { class: 'level' }, check.level.toUpperCase()),
      ' ',
      recordText(check.title, words),
    ),
    h('p', { class: 'quiet' }, h('code', null, vendorText(check.id))),
    reason === null
      ? null
      : h('p', null, h('span', { class: 'quiet' }, `${findings.seen}: `), recordText(reason, words)),
    expected === null || actual === null
      ? null
      : h(
          'dl',
          { class: 'compared' },
          h(
            'div',
            { class: 'wanted' },
            h('dt', null, findings.expected),
            h('dd', null, h('code', null, recordText(expected, words))),
          ),
          h(
            'div',
            { class: 'got' },
            h('dt', null, findings.actual),
            h('dd', null, h('code', null, recordText(actual, words))),
          ),
        ),
    h(
      'dl',
      { class: 'facts' },
      row(findings.requirement, recordText(check.requirement, words)),
      row(findings.source, englishText(sourceText(check.source))),
      steps.length === 0 ? null : row(findings.steps, stepList(steps, words)),
      h('div', { class: 'fix' }, h('dt', null, findings.howToFix), h('dd', null, recordText(check.howToFix, words))),
    ),
  );
}

/** One reason often leaves many checks open, as when the helper cannot be made: it is told once. */
function openSection(checks: readonly Check[], words: Speech): Element | null {
  const open = checks.filter(({ verdict }) => verdict === 'inconclusive');
  const byReason = new Map<string, Check[]>();
  for (const check of open) {
    const reason = check.reason ?? '';
    const same = byReason.get(reason);
    if (same === undefined) byReason.set(reason, [check]);
    else same.push(check);
  }
  if (open.length === 0) return null;
  const shown = [...byReason].slice(0, mostReasons);
  return h(
    'section',
    { class: 'edge inconclusive', 'aria-labelledby': 'open-heading' },
    h('h3', { id: 'open-heading' }, verdictBadge('inconclusive', words), ' ', words.findings.open),
    h('p', null, words.findings.openIntro),
    h(
      'ul',
      null,
      shown.map(([reason, same]) =>
        h(
          'li',
          null,
          words.tell(say('{count} check|{count} checks', { count: same.length })),
          ': ',
          recordText(reason, words),
        ),
      ),
    ),
    byReason.size > shown.length ? h('p', null, words.findings.notShown(byReason.size - shown.length)) : null,
  );
}

export function findingsSection(checks: readonly Check[], anchors: ReadonlyMap<Check, string>, words: Speech): Element {
  const more = findingsOf(checks).length - anchors.size;
  return h(
    'section',
    { id: 'findings', 'aria-labelledby': 'findings-heading' },
    h('h2', { id: 'findings-heading' }, words.findings.heading),
    anchors.size === 0 ? h('p', null, words.findings.none) : null,
    [...anchors].map(([check, anchor]) => finding(check, anchor, words)),
    more > 0 ? h('p', null, words.findings.notShown(more)) : null,
    openSection(checks, words),
  );
}
