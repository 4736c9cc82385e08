/** How the processes that held the helper came to their ends: each way once, with how often. */
import type { RunRecord } from '../../harness/record/run-record.js';
import type { Fault } from '../../harness/record/transcript.js';
import { type Content, type Element, h, tableHead } from './element.js';
import { recordText, vendorLines, vendorText } from './vendor-text.js';
import type { Speech } from './words.js';

const mostWays = 20;

function whereOf({ exception }: Fault): string {
  if (exception === null) return '';
  const { module, offset, symbol } = exception;
  const place = module === null ? offset : `${module}+${offset}`;
  return symbol === null ? place : `${place}, ${symbol}`;
}

/** .NET, in which the helper is called, tells its own stack at every death; that says nothing of the helper. */
const frameOfNet = /^\s+at Olkconform\.|^\s+at System\./;

function lastWords({ stderr }: Fault, { ends }: Speech): Content {
  const lines = stderr.trim().split(/\r?\n/);
  const own = lines.filter((line) => !frameOfNet.test(line));
  const left = lines.length - own.length;
  return [
    own.join('') === '' ? null : vendorLines(own.join('\n')),
    left > 0 ? h('p', { class: 'quiet' }, ends.framesLeftOut(left)) : null,
  ];
}

/** Null where every process lived as long as it was wanted. */
export function endsSection({ faults }: RunRecord, words: Speech): Element | null {
  if (faults.length === 0) return null;
  const ways = new Map<string, { fault: Fault; times: number }>();
  for (const fault of faults) {
    const key = JSON.stringify([fault.story, whereOf(fault), fault.stderr]);
    const way = ways.get(key) ?? { fault, times: 0 };
    way.times += 1;
    ways.set(key, way);
  }
  const { ends } = words;
  const columns = [ends.story, ends.where, ends.stderr, ends.times];
  const shown = [...ways.values()].slice(0, mostWays);
  return h(
    'section',
    { id: 'ends', 'aria-labelledby': 'ends-heading' },
    h('h2', { id: 'ends-heading' }, ends.heading),
    h('p', null, ends.intro),
    h(
      'div',
      { class: 'scroll', tabIndex: 0, role: 'group', 'aria-labelledby': 'ends-heading' },
      h(
        'table',
        null,
        tableHead(columns),
        h(
          'tbody',
          null,
          shown.map(({ fault, times }) =>
            h(
              'tr',
              null,
              h('td', null, recordText(words.translated(fault.story), words)),
              h('td', null, h('code', null, vendorText(whereOf(fault)))),
              h('td', null, lastWords(fault, words)),
              h('td', { class: 'number' }, String(times)),
            ),
          ),
        ),
      ),
    ),
    ways.size > shown.length ? h('p', null, ends.notShown(ways.size - shown.length)) : null,
  );
}
