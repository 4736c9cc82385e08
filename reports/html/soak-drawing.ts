/** What a process held over many lives: one small curve a measure. */
import { warmUp, type Measure } from '../../harness/record/growth.js';
import type { Soak } from '../../harness/record/soak.js';
import { h, type Element } from './element.js';

const width = 420;
const height = 110;
/** For the numbers beside the curve. */
const left = 92;
const margin = 12;

/** A curve that stays where it is lies in the middle. */
function rangeOf(values: readonly number[]): { readonly least: number; readonly most: number } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? { least: least - 1, most: most + 1 } : { least, most };
}

export function soakDrawing({ cycles, samples }: Soak, measure: Measure, isLeak: boolean, label: string): Element {
  const values = samples.map((sample) => sample[measure]);
  const { least, most } = rangeOf(values);
  const xOf = (cycle: number): number => left + ((width - left - margin) * cycle) / Math.max(1, cycles);
  const yOf = (value: number): number => height - margin - ((height - 2 * margin) * (value - least)) / (most - least);
  const points = samples.map((sample) => `${xOf(sample.cycle).toFixed(1)},${yOf(sample[measure]).toFixed(1)}`);
  const number = (value: number): Element =>
    h('text', { class: 'quiet', x: left - 8, y: yOf(value) + 4, 'text-anchor': 'end' }, String(value));
  return h(
    'svg',
    { class: 'soak', role: 'img', 'aria-label': label, viewBox: `0 0 ${String(width)} ${String(height)}` },
    h('rect', { class: 'band', x: left, y: 0, width: xOf(cycles * warmUp) - left, height }),
    [...new Set([Math.min(...values), Math.max(...values)])].map(number),
    h('polyline', { class: isLeak ? 'curve bad' : 'curve', points: points.join(' ') }),
  );
}
