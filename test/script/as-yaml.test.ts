import { expect } from 'chai';
import fc from 'fast-check';

import { iid, unknownIid } from '../../harness/catalogue/guids.js';
import { asYaml } from '../../harness/script/as-yaml.js';
import { close, getIdentity, getMapiSession, open, release, script } from '../../harness/script/build.js';
import { bindScript, type Binding } from '../../harness/script/draft.js';
import type { Script, Step } from '../../harness/script/step.js';
import { parseYaml } from '../../harness/sequence/yaml-text.js';
import { draftOf } from '../../harness/sequence/rule-of.js';
import { sequenceOf } from '../../harness/sequence/sequence-of.js';

const binding: Binding = { session: 'offered', profile: 'of the run', profileCanBeTold: true, apartment: 'mta' };

function readBack(text: string): Script {
  return bindScript(draftOf(sequenceOf(parseYaml(text).value, 'own-sequence/a', 'a.yaml')), binding);
}

const uint32 = fc.nat(0xffff_ffff);
const name = fc.constantFrom('helper', 'unknown', 'session', 'second', 'secondUnknown', 'on', 'null', 'y', 'true');
const on = fc.constantFrom('helper', 'unknown');
const out = fc.constantFrom('memory', 'null');
const id = fc.constantFrom(...Object.values(iid), unknownIid);
const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }),
  fc.constantFrom('null', 'no', '0x10', '1', 'a: b', '# a', "it's", ' a', 'a ', '😀', '\u0007\u0085\u2028\uFEFF', '{}'),
);
const common = { label: text };

/** Every kind of step; those that bind a name come with it. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record(
    { do: fc.constant('create'), as: name, session: fc.constantFrom('offered', 'second', 'withheld'), ...common },
    { requiredKeys: ['do', 'as', 'session'] },
  ),
  fc.record(
    { do: fc.constant('query'), on, iid: id, out, as: name, ...common },
    { requiredKeys: ['do', 'on', 'iid', 'out'] },
  ),
  fc.record({ do: fc.constant('addRef'), on, ...common }, { requiredKeys: ['do', 'on'] }),
  fc.record({ do: fc.constant('release'), on, ...common }, { requiredKeys: ['do', 'on'] }),
  fc.record(
    { do: fc.constant('placeholder1'), on, argument: out, ...common },
    { requiredKeys: ['do', 'on', 'argument'] },
  ),
  fc.record({
    do: fc.constant('getIdentity'),
    on,
    pcch: fc.oneof(uint32, fc.constantFrom('reported', 'null')),
    buffer: fc.constantFrom('null', 'slack', 'guarded'),
  }),
  fc.record({ do: fc.constant('getMapiSession'), on, out, as: name, ...common }, { requiredKeys: ['do', 'on', 'out'] }),
  fc.record({ do: fc.constant('handsOffSession'), on, ...common }, { requiredKeys: ['do', 'on'] }),
  fc.record({ do: fc.constant('callSlot'), on, slot: fc.integer({ min: 3, max: 6 }) }),
  fc.record(
    {
      do: fc.constant('configureProvider'),
      failInitialize: uint32,
      failLogon: uint32,
      refuseSessionInterface: fc.boolean(),
      failAllocation: uint32,
    },
    { requiredKeys: ['do'] },
  ),
  fc.record(
    { do: fc.constantFrom('observe', 'canUnloadNow', 'observeApartment'), ...common },
    { requiredKeys: ['do'] },
  ),
  fc.record({
    do: fc.constant('hammer'),
    on,
    threads: fc.integer({ min: 1, max: 16 }),
    rounds: fc.integer({ min: 1, max: 1_000_000 }),
  }),
  fc.record({ do: fc.constant('getClassObject'), clsid: fc.oneof(id, fc.constant('activation')), iid: id, as: name }),
  fc.record({ do: fc.constant('createInstance'), on, outer: fc.constantFrom('null', 'harness'), iid: id, as: name }),
  fc.record({ do: fc.constant('reload'), times: fc.integer({ min: 1, max: 1000 }) }),
  fc.record({ do: fc.constant('registerServer'), undo: fc.boolean() }),
);

/** A sequence's name stands in a line of every report. */
const plainLine = text.filter((line) => !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(line));

const scripts: fc.Arbitrary<Script> = fc
  .record({
    name: plainLine,
    profile: text,
    hazardous: fc.boolean(),
    apartment: fc.constantFrom('sta', 'mta', 'second-sta', 'none'),
    steps: fc.array(step, { maxLength: 12 }),
  })
  .map((made) => ({ ...made, steps: [...bindScript(script('', open()), binding).steps, ...made.steps] }));

describe('asYaml', () => {
  it('is what a person would write', () => {
    const life = script('a life', open(), getIdentity(3), getMapiSession(), release('session'), close());
    expect(asYaml(bindScript(life, binding), true)).to.equal(
      [
        'name: a life',
        'profile: of the run',
        'apartment: mta',
        'session: offered',
        'expect: documented',
        'steps:',
        '  - open',
        '  - { do: getIdentity, pcch: 3 }',
        '  - { do: getMapiSession, as: session }',
        '  - { do: release, on: session }',
        '  - close',
        '',
      ].join('\n'),
    );
  });

  it('reads back to the same script, whatever the script is', () => {
    fc.assert(
      fc.property(scripts, (made) => {
        expect(readBack(asYaml(made)), asYaml(made)).to.deep.equal(made);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the thread of a step', () => {
    const made: Script = {
      ...bindScript(script('a', open()), binding),
      steps: [
        ...bindScript(script('a', open()), binding).steps,
        { do: 'handsOffSession', on: 'helper', thread: 'second' },
      ],
    };
    expect(readBack(asYaml(made))).to.deep.equal(made);
  });
});
