/** A machine as a drawing: a box a state, a line of text a call, and an arrow from the line to the state that follows. */
import type { Box, Drawn, Line } from '../machine.js';
import { h, type Element } from './element.js';
import type { Speech } from './words.js';
import { plainText } from './vendor-text.js';

const lineHeight = 20;
const titleHeight = 26;
const padding = 8;
const gap = 26;
/** Of one character, in the widest of the usual fonts; what is wrong is bold. */
const characterWidth = 7.5;
/** Longer lines are broken, so that two machines have room side by side. */
const longestLine = 48;
/** What is left of a broken line stands a little further in. */
const indent = 14;
const laneWidth = 14;
const arrowHead = 6;
const leastWidth = 220;

const signs: Readonly<Record<Line['kind'], string>> = { plain: '', wrong: '✗ ', other: '~ ' };

export function lineText({ letter, text, kind, violates, to }: Line, { machine, translated }: Speech): string {
  const call = machine.calls[letter];
  const told = text.map((part) => plainText(translated(part))).join(', ');
  const where = to === null ? '' : ` → ${machine.state(to + 1)}`;
  return `${signs[kind]}${call}: ${told}${where}${violates === null ? '' : ` (${violates})`}`;
}

export function boxTitle({ phase }: Box, at: number, { machine }: Speech): string {
  return `${machine.state(at + 1)}: ${machine.phases[phase]}`;
}

/** Broken at blanks, but not between an arrow and its state; a word that is too long alone stays whole. */
function broken(text: string): string[] {
  const written: string[] = [];
  for (const word of text.split(/(?<!→|→ \S+) /)) {
    const last = written.at(-1);
    if (last === undefined || last.length + 1 + word.length > longestLine) written.push(word);
    else written[written.length - 1] = `${last} ${word}`;
  }
  return written;
}

export function machineDrawing({ boxes }: Drawn, label: string, words: Speech): Element {
  const texts = boxes.map((box) => box.lines.map((line) => broken(lineText(line, words))));
  const longest = Math.max(0, ...texts.flat(2).map((text) => text.length));
  const width = Math.max(leastWidth, Math.ceil(longest * characterWidth) + indent + 2 * padding);
  const tops: number[] = [];
  let height = 1;
  const heights = texts.map((lines) => titleHeight + lines.flat().length * lineHeight + padding);
  for (const each of heights) {
    tops.push(height);
    height += each + gap;
  }
  const titleAt = (box: number): number => (tops[box] ?? 0) + titleHeight / 2;
  /** Of the first part of a line, or of one behind it. */
  const lineAt = (box: number, line: number, part = 0): number => {
    const above = texts[box]?.slice(0, line).flat().length ?? 0;
    return (tops[box] ?? 0) + titleHeight + (above + part + 0.5) * lineHeight;
  };
  const arrows = boxes.flatMap(({ lines }, from) =>
    lines.flatMap(({ to, kind }, line) => (to === null ? [] : [{ y: lineAt(from, line), to: titleAt(to), kind }])),
  );
  const all = width + (arrows.length + 1) * laneWidth + 2;
  return h(
    'svg',
    {
      class: 'machine',
      viewBox: `0 0 ${String(all)} ${String(height)}`,
      width: all,
      height,
      role: 'img',
      'aria-label': label,
    },
    boxes.map((box, at) => [
      h('rect', { class: 'box', x: 1, y: tops[at] ?? 0, width: width - 1, height: heights[at] ?? 0, rx: 6 }),
      h('text', { class: 'head', x: padding, y: titleAt(at) + 5 }, boxTitle(box, at, words)),
      box.lines.map(({ kind }, line) =>
        texts[at]?.[line]?.map((text, part) =>
          h('text', { class: kind, x: padding + (part === 0 ? 0 : indent), y: lineAt(at, line, part) + 4 }, text),
        ),
      ),
    ]),
    arrows.map(({ y, to, kind }, at) => {
      const lane = width + (at + 1) * laneWidth;
      const tip = width + arrowHead;
      return [
        h('path', {
          class: `arrow ${kind}`,
          d: `M${String(width)} ${String(y)}H${String(lane)}V${String(to)}H${String(tip)}`,
        }),
        h('path', {
          class: `tip ${kind}`,
          d: `M${String(width)} ${String(to)}l${String(arrowHead)} -4v8z`,
        }),
      ];
    }),
  );
}
