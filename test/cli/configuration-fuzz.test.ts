import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';

import { inEnglish } from '../../harness/language/message.js';
import { configurationsOf } from '../../harness/cli/configuration.js';
import { configurationFileSchema } from '../../harness/cli/configuration-schema.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import { terminalText } from '../../reports/terminal-text.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const name = fc.oneof(
  fc.constantFrom(...Object.keys(configurationFileSchema.shape), '__proto__', 'constructor', 'toString', 'valueOf'),
  fc.string({ unit: 'binary' }),
);
const value = fc.oneof(
  fc.jsonValue({ stringUnit: 'binary' }),
  fc.constantFrom<fc.JsonValue>('own', 'sta', 'must', 'a.dll', 'Make', true, 5, '5', -1, 1e308, null, [], {}),
  // Neither can be made a number or a text.
  fc.constantFrom<fc.JsonValue>({ toString: 1, valueOf: 1 }, [{ toString: null }]),
);
/** As text, because that is how a file can state a name twice, or `__proto__`. */
const structure = fc
  .array(fc.tuple(name, value), { maxLength: 6 })
  .map((members) => `{${members.map((member) => member.map((part) => JSON.stringify(part)).join(':')).join(',')}}`);

const valid = JSON.stringify({
  dll: 'a.dll',
  clsid: '{11111111-2222-3333-4444-555555555555}',
  session: 'own',
  tolerate: [{ id: 'abi/no-crash', reason: 'known' }],
  only: ['abi/*'],
  timeout: 5,
  totalTimeout: 60,
  maxDeaths: 3,
  spare: 'on',
  helpers: [{ name: 'a', example: 'own-session' }],
});
/** A valid text of which a piece was cut out and something put in its place. */
const damaged = fc
  .tuple(fc.nat(valid.length), fc.nat(8), fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('[', '{', '"', ',')))
  .map(([at, length, piece]) => valid.slice(0, at) + piece + valid.slice(at + length));

describe('configurationsOf, of whatever a file holds', () => {
  const folder = temporaryFolder();

  it('ends in a configuration or in a usage error of one line', () => {
    const counts = { read: 0, refused: 0 };
    const deep = { weight: 1, arbitrary: fc.constant('['.repeat(100_000)) };
    const rest = [structure, damaged, fc.json()].map((arbitrary) => ({ weight: 100, arbitrary }));
    const all = fc.property(fc.oneof(deep, ...rest), (text) => {
      const path = join(folder(), 'olkconform.json');
      writeFileSync(path, text);
      try {
        for (const { configuration } of configurationsOf({}, path))
          expect(configuration).to.have.property('constructor', Object);
        counts.read += 1;
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        // As it is printed.
        expect(terminalText(`${error.message}${inEnglish(error.whatToDo)}`)).to.match(
          /^[^\p{Control}\p{Surrogate}]+$/u,
        );
        counts.refused += 1;
      }
    });
    fc.assert(all, { seed: 2_024, numRuns: 5_000 });
    expect(counts.read).to.be.greaterThan(50);
    expect(counts.refused).to.be.greaterThan(1_000);
  });
});
