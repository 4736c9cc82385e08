/** What sequences that were made at random brought: the shortest one that was found, to be run again. */
import type { RunRecord } from '../../harness/record/run-record.js';
import { h, type Content } from './element.js';
import { vendorLines } from './vendor-text.js';
import { walksWords } from './walks-words.js';
import type { Speech } from './words.js';

const longestCode = 20_000;

export function randomSection({ trials }: RunRecord, { language }: Speech): Content {
  if (trials === undefined) return null;
  const words = walksWords[language].random;
  const { failing, sequences, steps, seed } = trials;
  const found =
    failing === null
      ? [h('p', null, words.none)]
      : [
          h(
            'p',
            null,
            words.found(failing.shrunk.length, failing.sequence.length),
            ' ',
            h('code', null, failing.shrunk),
          ),
          h('details', null, h('summary', null, words.asYaml), vendorLines(failing.yaml, longestCode)),
          h('details', null, h('summary', null, words.asCpp), vendorLines(failing.cpp, longestCode)),
        ];
  return h(
    'section',
    { id: 'random', 'aria-labelledby': 'random-heading' },
    h('h2', { id: 'random-heading' }, words.heading),
    h('p', null, words.tried(sequences, steps, seed)),
    found,
  );
}
