/** A session's life as a drawing: time runs down, a line is a reference, and who holds it is told by where and how it is drawn. */
import { h, type Element } from './element.js';
import { answerText, callText, noteText } from './life-text.js';
import { isMissed, type Life } from './session-life.js';
import { plainText } from './vendor-text.js';
import type { LifeWords } from './words.js';

const rowHeight = 22;
const headHeight = 46;
const lane = 13;
const lineWidth = 7;
/** Someone who holds more is drawn with this many lines; the number beside them has them all. */
const mostLanes = 5;
/** Of the columns, in the drawing's own units, which are pixels on a wide screen. */
const callAt = 30;
const answerAt = 345;
const lanesAt = 515;
const numberWidth = 20;
const groupGap = 16;
const leastNoteWidth = 230;
/** Of one character of a note, in the widest of the usual fonts. */
const characterWidth = 7;
/** A text that does not fit its column is cut: the table below has it whole. */
const longestCall = 44;
const longestAnswer = 23;

type Holder = 'client' | 'helper';

interface Group {
  readonly session: number;
  readonly holder: Holder;
  readonly x: number;
  readonly width: number;
}

/** Not through the middle of a character that takes two places: half of one is nothing that a page may hold. */
function fitted(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

const rowAt = (index: number): number => headHeight + index * rowHeight;

/** How many references the holder has after each step; undefined where nobody counted. */
function counts({ moments }: Life, { session, holder }: Pick<Group, 'session' | 'holder'>): (number | undefined)[] {
  return moments.map(({ holdings }) => holdings.find((each) => each.session === session)?.[holder]);
}

function groupsOf(life: Life): Group[] {
  const groups: Group[] = [];
  let x = lanesAt;
  for (const { id } of life.sessions) {
    for (const holder of ['client', 'helper'] as const) {
      const most = Math.max(1, ...counts(life, { session: id, holder }).map((count = 0) => count));
      const width = Math.max(56, numberWidth + Math.min(most, mostLanes) * lane);
      groups.push({ session: id, holder, x, width });
      x += width + groupGap;
    }
  }
  return groups;
}

/** Runs of steps during which the holder had more than `above` references. */
function runs(held: readonly (number | undefined)[], above: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const [at, count = 0] of held.entries()) {
    const last = found.at(-1);
    if (count <= above) continue;
    if (last?.to === at - 1) last.to = at;
    else found.push({ from: at, to: at });
  }
  return found;
}

function lines(life: Life, group: Group): Element[] {
  const held = counts(life, group);
  return Array.from({ length: mostLanes }, (_, above) =>
    runs(held, above).map(({ from, to }) =>
      h('rect', {
        class: group.holder,
        x: group.x + numberWidth + above * lane,
        y: rowAt(from) + 3,
        width: lineWidth,
        height: (to - from + 1) * rowHeight - 6,
        rx: 3,
      }),
    ),
  ).flat();
}

function numbers(life: Life, group: Group): Element[] {
  return counts(life, group).flatMap((count, at) =>
    count === undefined
      ? []
      : [h('text', { class: count === 0 ? 'zero' : 'held', x: group.x, y: rowAt(at) + 15 }, String(count))],
  );
}

/** A frame where the helper has to hold none. */
function due(life: Life, group: Group): Element[] {
  if (group.holder === 'client') return [];
  return life.moments.flatMap(({ holdings }, at) => {
    const holding = holdings.find(({ session }) => session === group.session);
    if (holding?.isDue !== true) return [];
    const state = isMissed(holding) ? 'missed' : 'met';
    const box = { x: group.x - 6, y: rowAt(at) + 1, width: group.width + 6, height: rowHeight - 2, rx: 3 };
    return [h('rect', { class: `due ${state}`, ...box })];
  });
}

function heads(groups: readonly Group[], words: LifeWords): Element[] {
  return groups.flatMap(({ session, holder, x }) => [
    ...(holder === 'client' ? [h('text', { class: 'head', x, y: 16 }, words.session(session))] : []),
    h('text', { class: 'quiet', x, y: 34 }, words[holder]),
  ]);
}

export function lifeDrawing(life: Life, label: string, words: LifeWords): Element {
  const groups = groupsOf(life);
  const last = groups.at(-1);
  const notesAt = (last?.x ?? lanesAt) + (last?.width ?? 0) + groupGap;
  const notes = life.moments.map(({ holdings }) =>
    holdings
      .map((each) => noteText(each, words))
      .filter((text) => text !== '')
      .join('; '),
  );
  const longest = Math.max(...notes.map(({ length }) => length));
  const width = notesAt + Math.max(leastNoteWidth, longest * characterWidth);
  const height = rowAt(life.moments.length) + 4;
  const rows = life.moments.map((moment, at) => {
    const y = rowAt(at) + 15;
    const { kind } = moment.at.outcome;
    const isLost = kind === 'died' || kind === 'threw';
    const note = notes[at] ?? '';
    const isBad = note.includes('✗');
    return h(
      'g',
      null,
      at % 2 === 0 ? h('rect', { class: 'band', x: 0, y: rowAt(at), width, height: rowHeight }) : null,
      h('text', { class: 'quiet', x: 4, y }, String(at + 1)),
      h('text', { x: callAt, y }, fitted(plainText(callText(moment, words)), longestCall)),
      h('text', { class: isLost ? 'bad' : 'answer', x: answerAt, y }, fitted(answerText(moment, words), longestAnswer)),
      h('text', { class: isBad ? 'bad' : 'good', x: notesAt, y }, note),
    );
  });
  return h(
    'svg',
    {
      class: 'life',
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      width,
      height,
      role: 'img',
      'aria-label': label,
    },
    h('text', { class: 'head', x: callAt, y: 16 }, words.call),
    h('text', { class: 'head', x: answerAt, y: 16 }, words.answer),
    heads(groups, words),
    rows,
    groups.map((group) => [lines(life, group), due(life, group), numbers(life, group)]),
  );
}
