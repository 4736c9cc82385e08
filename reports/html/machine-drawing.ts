/** A machine as a drawing: a box a state, a line of text a call, and an arrow from the line to the state that follows. */
import type { Box, Drawn, Line } from '../machine.js';
import { h, type Element } from './element.js';
import type { Speech } from './words.js';
import { plainText } from './vendor-text.js';

const lineHeight = 20;
const titleHeight = 26;
const padding = 8;
const gap = 26;
/** Of one character, in the widest of the usual fonts. */
const characterWidth = 7;
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

function heightOf({ lines }: Box): number {
  return titleHeight + lines.length * lineHeight + padding;
}

export function machineDrawing({ boxes }: Drawn, label: string, words: Speech): Element {
  const texts = boxes.map((box) => box.lines.map((line) => lineText(line, words)));
  const longest = Math.max(0, ...texts.flat().map((text) => text.length));
  const width = Math.max(leastWidth, longest * characterWidth + 2 * padding);
  const tops: number[] = [];
  let height = 1;
  for (const box of boxes) {
    tops.push(height);
    height += heightOf(box) + gap;
  }
  const titleAt = (box: number): number => (tops[box] ?? 0) + titleHeight / 2;
  const lineAt = (box: number, line: number): number => (tops[box] ?? 0) + titleHeight + (line + 0.5) * lineHeight;
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
      h('rect', { class: 'box', x: 1, y: tops[at] ?? 0, width: width - 1, height: heightOf(box), rx: 6 }),
      h('text', { class: 'head', x: padding, y: titleAt(at) + 5 }, boxTitle(box, at, words)),
      box.lines.map(({ kind }, line) =>
        h('text', { class: kind, x: padding, y: lineAt(at, line) + 4 }, texts[at]?.[line] ?? ''),
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
