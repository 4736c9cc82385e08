/** What a reader sees first: the verdict, of which file, the numbers behind it, and what else has to be known. */
import { say } from '../../harness/language/message.js';
import type { RunRecord } from '../../harness/record/run-record.js';
import { countText, knownFailuresText, stopTexts, verdictText } from '../subject-text.js';
import { h, type Element } from './element.js';
import { vendorText } from './vendor-text.js';
import { countOf, sign, verdictBar, worstFirst } from './verdicts.js';
import { walksWords } from './walks-words.js';
import type { Speech } from './words.js';

const longestName = 120;

const runSigns = { conformant: 'pass', nonconformant: 'fail', incomplete: 'inconclusive' } as const;

/** The file's own name, whichever system its path is from. */
function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function counts({ summary }: RunRecord, { tell }: Speech): Element {
  const told = worstFirst.filter((verdict) => countOf(summary, verdict) > 0);
  return h(
    'ul',
    { class: 'counts' },
    told.map((verdict) => {
      const [number = '', ...what] = tell(countText(verdict, countOf(summary, verdict))).split(' ');
      return h('li', null, sign(verdict), ' ', h('b', null, number), ` ${what.join(' ')}`);
    }),
    h('li', { class: 'quiet' }, tell(say('{count} check|{count} checks', { count: summary.planned }))),
  );
}

/** What changes the worth of the verdict. */
function notices({ stopped, leftBehind, environment }: RunRecord, words: Speech): Element | null {
  const { sandbox } = environment;
  const items = [
    ...(stopped === null ? [] : [h('li', null, words.tell(stopTexts[stopped]))]),
    ...(leftBehind.length === 0
      ? []
      : [h('li', null, words.leftBehind(leftBehind.length), ' ', vendorText([...new Set(leftBehind)].join(', ')))]),
    ...(sandbox === 'off' || sandbox === 'bubblewrap'
      ? []
      : [h('li', null, words.noSandbox, ' ', vendorText(sandbox))]),
  ];
  return items.length === 0 ? null : h('ul', { class: 'notices' }, items);
}

function contents({ faults, trials, soak }: RunRecord, words: Speech): Element {
  const sections = [
    ['helper', words.helper.heading],
    ['findings', words.findings.heading],
    ...(faults.length === 0 ? [] : [['ends', words.ends.heading] as const]),
    ['answers', words.answers.heading],
    ['life', words.life.heading],
    ...(trials === undefined ? [] : [['random', walksWords[words.language].random.heading] as const]),
    ...(soak === undefined ? [] : [['soak', walksWords[words.language].soak.heading] as const]),
    ['checks', words.list.heading],
  ] as const;
  return h(
    'nav',
    { 'aria-label': words.contents },
    h(
      'ul',
      null,
      sections.map(([id, heading]) => h('li', null, h('a', { href: `#${id}` }, heading))),
    ),
  );
}

export function headSection(record: RunRecord, words: Speech): Element {
  const { summary, subject } = record;
  const { verdict } = summary;
  const isKnown = verdict === 'conformant' && knownFailuresText(record) !== undefined;
  return h(
    'header',
    null,
    h(
      'div',
      { class: `banner edge ${runSigns[verdict]}` },
      h('p', { class: 'kind' }, words.title),
      h(
        'h1',
        null,
        h('span', { class: runSigns[verdict] }, sign(runSigns[verdict]), ' ', words.tell(verdictText(record))),
        h('span', { class: 'of' }, vendorText(fileName(subject.path), longestName)),
      ),
      h('p', null, isKnown ? words.knownMeaning : words.runMeaning[verdict](summary)),
      verdictBar(summary),
      counts(record, words),
      notices(record, words),
    ),
    contents(record, words),
  );
}
