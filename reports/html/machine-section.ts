/** The helper's machine beside the documents' one, with what differs. */
import type { RunRecord } from '../../harness/record/run-record.js';
import type { Difference } from '../../harness/model/compare-machines.js';
import { exploredTexts } from '../explored-text.js';
import { machinesOf, type Drawn } from '../machine.js';
import { h, tableHead, type Element } from './element.js';
import { boxTitle, lineText, machineDrawing } from './machine-drawing.js';
import { plainText } from './vendor-text.js';
import type { Speech } from './words.js';

const mostDifferences = 30;

/** The same in text: a state an item, with its calls. */
function asText({ boxes }: Drawn, words: Speech): Element {
  return h(
    'details',
    { class: 'as-table' },
    h('summary', null, words.machine.asText),
    h(
      'ol',
      null,
      boxes.map((box, at) =>
        h(
          'li',
          null,
          boxTitle(box, at, words),
          h(
            'ul',
            null,
            box.lines.map((line) => h('li', null, lineText(line, words))),
          ),
        ),
      ),
    ),
  );
}

function figure(name: 'learned' | 'documented', graph: Drawn, words: Speech): Element {
  const title = words.machine[name];
  return h(
    'figure',
    null,
    h('figcaption', null, title),
    h('div', { class: 'scroll', tabIndex: 0, role: 'group', 'aria-label': title }, machineDrawing(graph, title, words)),
    graph.left === 0 ? null : h('p', { class: 'quiet' }, words.machine.left(graph.left)),
    asText(graph, words),
  );
}

function difference({ sequence, letter, learned, documented, violates }: Difference, words: Speech): Element {
  const { machine, translated } = words;
  const told = (text: readonly string[] | null): string =>
    text === null ? '–' : text.map((part) => plainText(translated(part))).join(', ');
  const [wanted, got] = [told(documented), told(learned)];
  return h(
    'tr',
    null,
    h('th', { scope: 'row' }, machine.calls[letter]),
    h('td', null, sequence === '' ? '–' : h('code', null, sequence)),
    h('td', null, wanted),
    h('td', violates === null ? null : { class: 'other' }, got),
    h('td', null, violates ?? machine.leftOpen),
  );
}

function differencesTable(differences: readonly Difference[], words: Speech): Element {
  const { machine } = words;
  if (differences.length === 0) return h('p', null, machine.equal);
  return h(
    'div',
    { class: 'scroll', tabIndex: 0, role: 'group', 'aria-label': machine.differences },
    h(
      'table',
      { class: 'answers' },
      tableHead([machine.call, machine.after, machine.documented, machine.learned, machine.violates]),
      h(
        'tbody',
        null,
        differences.slice(0, mostDifferences).map((each) => difference(each, words)),
      ),
    ),
  );
}

/** Null where no sequences were tried. */
export function machineSection(record: RunRecord, words: Speech): Element | null {
  const { machine, tell } = words;
  const texts = exploredTexts(record);
  if (texts.length === 0) return null;
  const machines = machinesOf(record);
  return h(
    'section',
    { id: 'machine', 'aria-labelledby': 'machine-heading' },
    h('h2', { id: 'machine-heading' }, machine.heading),
    h('p', null, `${texts.map(tell).join('; ')}.`),
    machines === undefined
      ? null
      : [
          h('p', null, machine.intro),
          h(
            'div',
            { class: 'machines' },
            figure('learned', machines.learned, words),
            figure('documented', machines.documented, words),
          ),
          differencesTable(machines.differences, words),
        ],
  );
}
