import { expect } from 'chai';

import { letters } from '../../harness/record/exploration.js';
import type { Binding } from '../../harness/script/draft.js';
import { sequenceScript, spelledAt } from '../../harness/script/spelled.js';
import { scriptSchema, type Script } from '../../harness/script/step.js';

const binding: Binding = { session: 'offered', profile: 'Outlook', profileCanBeTold: true, apartment: 'sta' };

const told = ({ steps }: Script): string[] =>
  steps.map((step) => `${step.label ?? ''} ${step.do}${'on' in step ? ` ${step.on}` : ''}`.trim());

describe('a sequence, spelled', () => {
  it('is a script that the bridge can read, whatever its letters', () => {
    expect(() => scriptSchema.parse(sequenceScript(letters.join(''), binding))).not.to.throw();
    expect(() => sequenceScript('x', binding)).to.throw(RangeError);
  });

  it('releases the newest and the oldest session that the client still holds, and the rest at the end', () => {
    expect(told(sequenceScript('gggno', binding))).to.deep.equal([
      'create',
      'query unknown',
      '0 g getMapiSession helper',
      '1 g getMapiSession helper',
      '2 g getMapiSession helper',
      '3 n release session2',
      '4 o release session0',
      'release session1',
      'release helper',
      'release unknown',
    ]);
    expect(told(sequenceScript('gn', binding, { gives: () => false }))).to.include('1 n observe');
  });

  it('makes the other helper when it is first turned to, and turns back', () => {
    expect(told(sequenceScript('2p2h', binding))).to.deep.equal([
      'create',
      'query unknown',
      '0 2 create',
      'query otherUnknown',
      '1 p placeholder1 otherHelper',
      '2 2 observe',
      '3 h handsOffSession helper',
      'release otherHelper',
      'release otherUnknown',
      'release helper',
      'release unknown',
    ]);
  });

  it('has a twist, if it is to have one', () => {
    const under = (twist: 'refused-interface' | 'no-memory' | 'helper-first' | 'null-out'): Script =>
      sequenceScript('g', binding, { twist });
    expect(told(under('helper-first')).slice(-3)).to.deep.equal([
      'release helper',
      'release unknown',
      'release session0',
    ]);
    expect(under('no-memory').steps[0]).to.deep.equal({ do: 'configureProvider', failAllocation: 1 });
    expect(under('refused-interface').steps[0]).to.deep.equal({
      do: 'configureProvider',
      refuseSessionInterface: true,
    });
    expect(under('null-out').steps[2]).to.include({ do: 'getMapiSession', out: 'null' });
    expect(under('null-out').hazardous).to.equal(true);
    expect(told(under('null-out'))).not.to.include('release session0');
  });

  it('tells where each letter has been spelled', () => {
    const script = sequenceScript('gqh', binding);
    const at = (letter: number): string | undefined => told(script)[spelledAt(script, letter)];
    expect([0, 1, 2, 3].map(at)).to.deep.equal([
      '0 g getMapiSession helper',
      'release queried1',
      '2 h handsOffSession helper',
      'release unknown',
    ]);
    expect(at(-1)).to.equal('query unknown');
  });
});
