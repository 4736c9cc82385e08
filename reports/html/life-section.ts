/** The session's life in each sequence: what went wrong first and open, the rest to be opened. */
import type { RunRecord } from '../../harness/record/run-record.js';
import { type Element, h, tableHead } from './element.js';
import { lifeDrawing } from './life-drawing.js';
import { answerText, callText, noteText } from './life-text.js';
import { lifeIn, wrongs, type Life } from './session-life.js';
import { plainText, recordText } from './vendor-text.js';
import { sign } from './verdicts.js';
import type { Speech } from './words.js';

/** Drawn at all: a generator may have made thousands. */
const mostLives = 40;
const longestLife = 30;
/** Open from the start; one at least, so that a reader sees what there is. */
const mostOpen = 3;

const longestName = 200;

/** Lives that went wrong come first, the worst of them before others; then those that had to come to an end and did. */
const order: Readonly<Record<Life['end'], number>> = { bad: 0, good: 1, open: 2 };

const endSigns = { bad: 'fail', good: 'pass', open: 'not-applicable' } as const;

function lifeTable({ moments, sessions }: Life, { life: words }: Speech): Element {
  const who = sessions.flatMap(({ id }) => [words.holds(words.client, id), words.holds(words.helper, id)]);
  const columns = [words.step, words.call, words.answer, ...who, words.notes];
  return h(
    'details',
    { class: 'as-table' },
    h('summary', null, words.asTable),
    h(
      'table',
      null,
      tableHead(columns),
      h(
        'tbody',
        null,
        moments.map((moment, at) =>
          h(
            'tr',
            null,
            h('td', { class: 'number' }, String(at + 1)),
            h('th', { scope: 'row' }, plainText(callText(moment, words))),
            h('td', null, answerText(moment, words)),
            sessions.flatMap(({ id }) => {
              const holding = moment.holdings.find(({ session }) => session === id);
              return [holding?.client, holding?.helper].map((count) => h('td', { class: 'number' }, count ?? '–'));
            }),
            h(
              'td',
              null,
              moment.holdings
                .map((each) => noteText(each, words))
                .filter((text) => text !== '')
                .join('; '),
            ),
          ),
        ),
      ),
    ),
  );
}

function lifeFigure(life: Life, isOpen: boolean, words: Speech): Element {
  const { script, sessions, isWrapped, end } = life;
  const origins = sessions.map(({ id, origin }) => `${words.life.session(id)}: ${words.life[origin]}`).join('; ');
  const label = `${plainText(words.translated(script.name), longestName)}: ${words.life[end]}`;
  return h(
    'details',
    { class: `life-of edge ${endSigns[end]}`, open: isOpen },
    h(
      'summary',
      null,
      sign(endSigns[end]),
      ' ',
      recordText(words.translated(script.name), words, longestName),
      h('span', { class: 'quiet' }, ` – ${words.life[end]}`),
    ),
    h('p', { class: 'quiet' }, `${origins}. `, isWrapped ? words.life.wrapped : null),
    h(
      'div',
      { class: 'scroll', tabIndex: 0, role: 'group', 'aria-label': label },
      lifeDrawing(life, label, words.life),
    ),
    lifeTable(life, words),
  );
}

function legend({ life }: Speech): Element {
  const key = (kind: string, text: string): Element =>
    h(
      'li',
      null,
      h('svg', { class: 'life key', viewBox: '0 0 22 14', 'aria-hidden': 'true' }, keyShape(kind)),
      ' ',
      text,
    );
  return h(
    'ul',
    { class: 'legend' },
    key('client', life.legendClient),
    key('helper', life.legendHelper),
    key('due met', life.legendDue),
  );
}

function keyShape(kind: string): Element {
  const isLine = !kind.startsWith('due');
  return h('rect', { class: kind, x: isLine ? 8 : 1, y: 1, width: isLine ? 7 : 20, height: 12, rx: 3 });
}

export function lifeSection({ transcripts }: RunRecord, words: Speech): Element {
  const lives = transcripts.flatMap((transcript) => lifeIn(transcript) ?? []);
  const shown = lives
    .filter(({ moments }) => moments.length <= longestLife)
    .toSorted((a, b) => order[a.end] - order[b.end] || wrongs(b) - wrongs(a))
    .slice(0, mostLives);
  const bad = shown.filter(({ end }) => end === 'bad').length;
  const open = Math.min(mostOpen, Math.max(1, bad));
  const left = lives.length - shown.length;
  return h(
    'section',
    { id: 'life', 'aria-labelledby': 'life-heading' },
    h('h2', { id: 'life-heading' }, words.life.heading),
    h('p', null, shown.length === 0 ? words.life.none : words.life.intro),
    shown.length === 0 ? null : legend(words),
    shown.map((life, at) => lifeFigure(life, at < open, words)),
    left > 0 ? h('p', null, words.life.notDrawn(left)) : null,
  );
}
