/** Every check of the run, by area, and the form that hides some of them where a script may run. */
import { areaOf } from '../../harness/catalogue/catalogue.js';
import type { Check } from '../../harness/record/run-record.js';
import { areaText } from '../area-text.js';
import { headline } from '../finding.js';
import { type Content, type Element, h, tableHead } from './element.js';
import { plainText, recordText, vendorText } from './vendor-text.js';
import { verdictBadge, worstFirst } from './verdicts.js';
import type { Speech } from './words.js';

/** In a list a reason is a hint; the finding has more of it. */
const longestReason = 300;

interface AreaOfChecks {
  readonly area: string;
  readonly title: string;
  readonly checks: Check[];
}

function byArea(checks: readonly Check[], { tell }: Speech): AreaOfChecks[] {
  const areas = new Map<string, AreaOfChecks>();
  for (const check of checks) {
    const area = areaOf(check.id);
    const found = areas.get(area) ?? { area, title: areaText(check.id, tell), checks: [] };
    areas.set(area, found);
    found.checks.push(check);
  }
  return [...areas.values()];
}

function row(check: Check, anchor: string | undefined, words: Speech): Element {
  const { level, verdict } = check;
  const told: Content =
    verdict === 'pass'
      ? null
      : h('p', { class: 'quiet' }, recordText(headline(check, words.tell), words, longestReason));
  return h(
    'tr',
    { 'data-level': level, 'data-verdict': verdict },
    h('td', null, verdictBadge(verdict, words)),
    h('td', { class: 'level' }, level.toUpperCase()),
    h(
      'td',
      null,
      recordText(check.title, words),
      told,
      anchor === undefined ? null : h('a', { href: `#${anchor}` }, words.list.findingLink),
    ),
    h('th', { scope: 'row' }, h('code', null, vendorText(check.id))),
  );
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

function choice(name: string, label: string, choices: readonly Choice[], words: Speech): Element {
  return h(
    'label',
    null,
    h('span', null, label),
    h(
      'select',
      { name },
      h('option', { value: '' }, words.list.all),
      choices.map(({ value, text }) => h('option', { value }, text)),
    ),
  );
}

function filterForm(areas: readonly AreaOfChecks[], words: Speech): Element {
  const { list } = words;
  const areaChoices = areas.map(({ area, title }) => ({ value: plainText(area), text: plainText(title) }));
  const levels = (['must', 'should'] as const).map((value) => ({ value, text: value.toUpperCase() }));
  const verdicts = worstFirst.map((value) => ({ value, text: words.tell(value) }));
  return h(
    'form',
    { id: 'filter', hidden: true, role: 'search', 'aria-label': list.filter },
    choice('area', list.area, areaChoices, words),
    choice('level', list.level, levels, words),
    choice('verdict', list.verdict, verdicts, words),
    h('p', { id: 'shown', role: 'status', 'data-text': list.shown }),
  );
}

export function checksSection(checks: readonly Check[], anchors: ReadonlyMap<Check, string>, words: Speech): Element {
  const { list } = words;
  const areas = byArea(checks, words);
  const columns = [list.verdict, list.level, list.theHelper, list.check];
  return h(
    'section',
    { id: 'checks', 'aria-labelledby': 'checks-heading' },
    h('h2', { id: 'checks-heading' }, list.heading),
    filterForm(areas, words),
    h(
      'div',
      { class: 'scroll', tabIndex: 0, role: 'group', 'aria-labelledby': 'checks-heading' },
      h(
        'table',
        { id: 'list' },
        tableHead(columns),
        areas.map(({ area, title, checks: own }) =>
          h(
            'tbody',
            { 'data-area': plainText(area) },
            h('tr', { class: 'area' }, h('th', { colSpan: 4, scope: 'rowgroup', class: 'group' }, plainText(title))),
            own.map((check) => row(check, anchors.get(check), words)),
          ),
        ),
      ),
    ),
  );
}
