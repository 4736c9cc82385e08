/** Run record → one HTML page that needs nothing else: no network, no script to be read, no clock and no chance. */
import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';

import type { Language } from '../../harness/language/language.js';
import { inEnglish, say, type Filled, type Tell } from '../../harness/language/message.js';
import type { Translate } from '../../harness/language/sentence.js';
import type { RunRecord } from '../../harness/record/run-record.js';
import { verdictText } from '../subject-text.js';
import { answersSection } from './answers-section.js';
import { checksSection } from './checks-list.js';
import { h, verbatim, type Element } from './element.js';
import { endsSection } from './ends.js';
import { findingAnchors, findingsSection } from './findings.js';
import { headSection } from './head.js';
import { wordsOf } from './languages.js';
import { lifeSection } from './life-section.js';
import { machineSection } from './machine-section.js';
import { randomSection } from './random-section.js';
import { script } from './script.js';
import { soakSection } from './soak-section.js';
import { style } from './style.js';
import { helperSection } from './subject.js';
import { plainText } from './vendor-text.js';
import type { Speech } from './words.js';

/** No title bar has room for more. */
const longestTitle = 100;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing may be loaded or sent, and of style and script only ours may be used. */
const policy = [
  "default-src 'none'",
  `style-src ${hashOf(style)}`,
  `script-src ${hashOf(script)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Where a row of tabs shows nothing else, what was left out must not look conformant. */
function titleVerdict(record: RunRecord): Filled {
  const { only, skip, level } = record.selection;
  const text = verdictText(record);
  const isPartial = only.length > 0 || skip.length > 0 || level === 'must';
  return isPartial ? say('Some checks only: {text}', { text }) : text;
}

function head(record: RunRecord, { tell }: Speech): Element {
  const title = `${tell(titleVerdict(record))}: ${plainText(record.subject.path.slice(-longestTitle))}`;
  return h(
    'head',
    null,
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', null, title),
    verbatim('style', style),
  );
}

/** Who tells the record: in which language, and what it was before it was told. */
export interface Teller {
  readonly language: Language;
  readonly tell: Tell;
  readonly translated: Translate;
  readonly recorded: RunRecord;
}

/** The texts of a record that are told in the reader's language. */
function textsIn({ checks, faults, transcripts }: RunRecord): ReadonlySet<string> {
  return new Set([
    ...checks.flatMap(({ title, requirement, howToFix, reason, expected, actual, steps }) => [
      title,
      requirement,
      howToFix,
      ...[reason, expected, actual].filter((text) => text !== null),
      ...steps,
    ]),
    ...faults.map(({ story }) => story),
    ...transcripts.map(({ script: { name } }) => name),
  ]);
}

/** Numbers, codes and calls alone are of no language. */
const twoWords = /\p{Ll} \p{Ll}/u;

function speechOf({ language, tell, translated, recorded }: Teller): Speech {
  const own = { ...wordsOf(language), tell, translated };
  if (language === 'en') return { ...own, isEnglish: () => false };
  const untold = textsIn(recorded);
  return { ...own, isEnglish: (text) => twoWords.test(text) && untold.has(text) };
}

/** Without a teller: in English. */
export function htmlReport(record: RunRecord, teller?: Teller): string {
  const words = speechOf(teller ?? { language: 'en', tell: inEnglish, translated: (text) => text, recorded: record });
  const { language } = words;
  const anchors = findingAnchors(record.checks);
  const page = h(
    'html',
    { lang: language },
    head(record, words),
    h(
      'body',
      null,
      h('a', { class: 'skip', href: '#findings' }, words.skip),
      headSection(record, words),
      h(
        'main',
        null,
        helperSection(record, words),
        findingsSection(record.checks, anchors, words),
        endsSection(record, words),
        answersSection(record, anchors, words),
        machineSection(record, words),
        lifeSection(record, words),
        randomSection(record, words),
        soakSection(record, words),
        checksSection(record.checks, anchors, words),
      ),
      h('footer', null, h('p', null, words.footer)),
      verbatim('script', script),
    ),
  );
  return `<!doctype html>\n${renderToString(page)}\n`;
}
