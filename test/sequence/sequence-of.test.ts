import { expect } from 'chai';

import { hresults } from '../../harness/catalogue/hresults.js';
import { problemOf, read } from './problem-of.js';

const withSteps = (...steps: string[]): string =>
  ['name: a', 'steps:', ...steps.map((step) => `  - ${step}`), ''].join('\n');

const get = '{ do: getMapiSession, as: session }';

describe('a sequence file', () => {
  it('says what is left out by what most steps have', () => {
    const { steps } = read(withSteps('open', 'getIdentity', get, '{ do: release, on: session }', 'close'));
    expect(steps.map((step) => step.do).join(' ')).to.equal(
      'create query getIdentity getMapiSession release release release',
    );
    expect(steps[2]).to.deep.equal({ do: 'getIdentity', on: 'helper', pcch: 256, buffer: 'slack' });
    expect(steps.at(-1)).to.deep.equal({ do: 'release', on: 'unknown' });
  });

  it('names a session, so that it can be released', () => {
    const { steps } = read(withSteps('open', 'getMapiSession', '{ do: release, on: session }', 'close'));
    expect(steps[2]).to.deep.equal({ do: 'getMapiSession', on: 'helper', out: 'memory', as: 'session' });
    const unnamed = read(withSteps('open', '{ do: getMapiSession, as: null }', 'close'));
    expect(unnamed.steps[2]).to.deep.equal({ do: 'getMapiSession', on: 'helper', out: 'memory' });
    const nowhere = read(withSteps('open', '{ do: getMapiSession, out: null }', 'close'));
    expect(nowhere.steps[2]).to.deep.equal({ do: 'getMapiSession', on: 'helper', out: 'null' });
  });

  it('repeats a block, and keeps what it expects at each of its steps', () => {
    const text = withSteps('open', '{ repeat: 3, steps: [{ do: handsOffSession, expect: E_NOTIMPL }, observe] }');
    const { steps, expectations } = read(text);
    expect(steps).to.have.length(8);
    expect(expectations).to.deep.equal([2, 4, 6].map((step) => ({ step, hresult: [hresults.E_NOTIMPL] })));
  });

  it('knows HRESULTs by name and by number, one or several', () => {
    const { expectations } = read(
      withSteps(
        'open',
        '{ do: handsOffSession, expect: 0x80004001 }',
        '{ do: handsOffSession, expect: [S_OK, 0x80004001] }',
        '{ do: getMapiSession, as: s, expect: { hresult: E_FAIL, out: null, references: { s: 0 } } }',
        '{ do: observe, expect: { references: 0 } }',
      ),
    );
    expect(expectations).to.deep.equal([
      { step: 2, hresult: [0x80004001] },
      { step: 3, hresult: [0, 0x80004001] },
      { step: 4, hresult: [hresults.E_FAIL], out: 'null', references: [{ session: 's', count: 0 }] },
      { step: 5, referencesInAll: 0 },
    ]);
  });

  it('may leave it to the documents, as a whole or step by step', () => {
    const whole = read(`expect: documented\n${withSteps('open', 'handsOffSession', 'observe', 'close')}`);
    expect(whole.expectations.map(({ step }) => step)).to.deep.equal([0, 2, 5]);
    expect(whole.endIsDocumented).to.equal(true);
    const one = read(withSteps('open', 'handsOffSession', '{ do: handsOffSession, expect: documented }', 'close'));
    expect(one.expectations).to.deep.equal([{ step: 3, documented: true }]);
    expect(one.endIsDocumented).to.equal(false);
    const alone = '{ do: getMapiSession, out: null, expect: documented }';
    expect(read(withSteps('open', alone, 'close')).expectations).to.deep.equal([{ step: 2, documented: true }]);
  });

  const refusals: [what: string, text: string, told: string][] = [
    ['a step that there is not', withSteps('opn'), '3:5 opn is not taken here. Did you mean open?'],
    [
      'the same in full',
      withSteps('{ do: relese, on: x }'),
      '3:11 do: relese is not taken here. Did you mean release?',
    ],
    ['a field that there is not', withSteps('{ do: open, az: a }'), '3:17 there is no az here. Did you mean as?'],
    ['a step without its object', withSteps('{ do: release }'), '3:5 on is missing.'],
    ['a step without its name', withSteps('{ on: helper }'), '3:5 do is missing.'],
    [
      'an HRESULT that there is not',
      withSteps('open', '{ do: handsOffSession, expect: E_NOTIMPLL }'),
      '4:36 expect: E_NOTIMPLL is not taken here. Did you mean E_NOTIMPL?',
    ],
    [
      'the same among several',
      withSteps('open', '{ do: handsOffSession, expect: { hresult: [S_OK, E_NOTIMPLL] } }'),
      '4:54 E_NOTIMPLL is not taken here. Did you mean E_NOTIMPL?',
    ],
    ['a number out of bounds', withSteps('open', '{ do: callSlot, slot: 9 }'), '4:27 slot: 9 is too much: 6 at most.'],
    ['no steps', 'name: a\nsteps: []\n', '2:8 steps: […] is too little: 1 at least.'],
    ['no name', 'steps: [open]\n', '1:1 name is missing.'],
    ['no mapping', '- open\n', '1:1 […] is not taken here.'],
    ['nothing', '', '1:1 the file is empty.'],
    [
      'an object that is not there',
      withSteps('open', '{ do: release, on: sesion }'),
      '4:24 no step before gives sesion.',
    ],
    [
      'the same in what is expected',
      withSteps('open', '{ do: getMapiSession, as: a, expect: { same: zzz } }'),
      '4:42 no step before gives zzz.',
    ],
    [
      'an expectation of what cannot be seen',
      withSteps('open', '{ do: handsOffSession, expect: { identity: a } }'),
      '4:36 identity is nothing that can be expected of handsOffSession.',
    ],
    [
      'documented where the documents are silent',
      withSteps('open', '{ do: callSlot, slot: 3, expect: documented }'),
      '4:38 of callSlot, as it stands here, the documents say nothing.',
    ],
    [
      'documented behind what the model does not know',
      `expect: documented\n${withSteps('open', '{ do: getMapiSession, out: null }', 'handsOffSession', 'close')}`,
      '6:5 of handsOffSession, as it stands here, the documents say nothing.',
    ],
    [
      'too many steps',
      withSteps('open', '{ repeat: 900, steps: [observe, observe] }'),
      '4:15 these are more than 1000 steps.',
    ],
    [
      'a block within a block',
      withSteps('{ repeat: 2, steps: [{ repeat: 2, steps: [observe] }] }'),
      '3:26 do is missing.',
    ],
    [
      'two wrong steps in one block',
      withSteps('open', '{ repeat: 2, steps: [{ do: relese, on: x }, { do: opn }] }'),
      '4:32 do: relese is not taken here. Did you mean release?',
    ],
    [
      'a second thread of no apartment',
      withSteps('{ do: open, thread: second }'),
      '3:25 a second thread, and no apartment is named that could have one.',
    ],
    [
      'a call from the other apartment',
      `apartment: sta\n${withSteps('open', '{ do: handsOffSession, thread: second }')}`,
      '5:5 helper was made on the other thread.',
    ],
  ];
  for (const [what, text, told] of refusals)
    it(`is refused with line and column for ${what}`, () => {
      expect(problemOf(text)).to.equal(told);
    });

  it('may call from any thread in the multithreaded apartment', () => {
    expect(problemOf(`apartment: mta\n${withSteps('open', '{ do: handsOffSession, thread: second }')}`)).to.equal(
      undefined,
    );
  });
});
