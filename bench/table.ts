/** What a part of the bench found out, and how it is shown. */
import type { Spread } from './timing.js';

export interface Row {
  readonly name: string;
  readonly unit: 's' | 'ms' | 'ns' | 'µs' | 'MB' | '×';
  readonly spread: Spread;
  /** What the median has to keep. */
  readonly bound?: { readonly atMost: number } | { readonly atLeast: number };
}

export interface Findings {
  readonly rows: readonly Row[];
  /** What one must know to read the rows. */
  readonly notes?: readonly string[];
}

/** Undefined: there is no bound. */
export function keeps({ bound, spread: { median } }: Row): boolean | undefined {
  if (bound === undefined) return undefined;
  return 'atMost' in bound ? median <= bound.atMost : median >= bound.atLeast;
}

function digitsOf(value: number): number {
  if (Math.abs(value) >= 100) return 0;
  return Math.abs(value) >= 10 ? 1 : 3;
}

function boundText(row: Row): string {
  const { bound } = row;
  if (bound === undefined) return '';
  const wanted = 'atMost' in bound ? `at most ${String(bound.atMost)}` : `at least ${String(bound.atLeast)}`;
  return `   median ${wanted}: ${keeps(row) === true ? 'kept' : 'NOT KEPT'}`;
}

/** A table of the part, one line a row, below a line with its title. */
export function tableOf(title: string, { rows, notes = [] }: Findings): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const cell = (text: string): string => text.padStart(10);
  const lines = rows.map((row) => {
    const { min, median, max } = row.spread;
    const numbers = [min, median, max].map((value) => cell(value.toFixed(digitsOf(median))));
    return `  ${row.name.padEnd(width)}  ${row.unit.padEnd(2)}${numbers.join('')}${boundText(row)}`;
  });
  const head = `${title.padEnd(width + 4)}  ${['min', 'median', 'max'].map(cell).join('')}`;
  return [head, ...lines, ...notes.map((note) => `  (${note})`)].join('\n');
}
