/** What many lives, one after the other, left behind in the process: curves, and the same as a table. */
import { growthOf, measures, type Growth, type Measure } from '../../harness/record/growth.js';
import type { RunRecord } from '../../harness/record/run-record.js';
import type { Soak } from '../../harness/record/soak.js';
import { h, tableHead, type Content, type Element } from './element.js';
import { soakDrawing } from './soak-drawing.js';
import { sign } from './verdicts.js';
import { walksWords, type WalksWords } from './walks-words.js';
import type { Speech } from './words.js';

/** Rows of the table; there are more samples. */
const mostRows = 12;

function growthText(growth: Growth | undefined, { soak: words }: WalksWords): string {
  if (growth === undefined) return words.untold;
  const { isLeak, rise, perCycle } = growth;
  return isLeak ? words.grows(String(rise), perCycle.toPrecision(2)) : words.flat;
}

function figure(soak: Soak, measure: Measure, words: WalksWords): Element {
  const growth = growthOf(soak, measure);
  const values = soak.samples.map((sample) => sample[measure]);
  const isLeak = growth?.isLeak === true;
  const told = `${growthText(growth, words)} (${words.soak.between(String(Math.min(...values)), String(Math.max(...values)))})`;
  const name = words.soak.measures[measure];
  return h(
    'figure',
    null,
    h(
      'figcaption',
      null,
      sign(growth === undefined ? 'inconclusive' : isLeak ? 'fail' : 'pass'),
      ' ',
      h('strong', null, name),
      h('span', { class: 'quiet' }, ` – ${told}`),
    ),
    soakDrawing(soak, measure, isLeak, `${name}: ${told}`),
  );
}

function table({ samples }: Soak, { soak: words }: WalksWords): Element {
  const apart = Math.max(1, Math.ceil((samples.length - 1) / (mostRows - 1)));
  const shown = samples.filter((_, at) => at % apart === 0 || at === samples.length - 1);
  return h(
    'details',
    { class: 'as-table' },
    h('summary', null, words.asTable),
    h(
      'table',
      null,
      tableHead([words.life, ...measures.map((measure) => words.measures[measure])]),
      h(
        'tbody',
        null,
        shown.map((sample) =>
          h(
            'tr',
            null,
            h('th', { scope: 'row', class: 'number' }, String(sample.cycle)),
            measures.map((measure) => h('td', { class: 'number' }, String(sample[measure]))),
          ),
        ),
      ),
    ),
  );
}

export function soakSection({ soak }: RunRecord, { language }: Speech): Content {
  if (soak === undefined || soak.samples.length === 0) return null;
  const words = walksWords[language];
  return h(
    'section',
    { id: 'soak', 'aria-labelledby': 'soak-heading' },
    h('h2', { id: 'soak-heading' }, words.soak.heading),
    h('p', null, words.soak.lived(soak.cycles, (soak.micros / 1e6).toFixed(1)), ' ', words.soak.warmUp),
    h(
      'div',
      { class: 'curves' },
      measures.map((measure) => figure(soak, measure, words)),
    ),
    table(soak, words),
  );
}
