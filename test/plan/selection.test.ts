import { expect } from 'chai';

import { select } from '../../harness/plan/selection.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import type { Selection } from '../../harness/record/run-record.js';
import { rules } from '../../suites/index.js';

function ids(selection: Partial<Selection>): string[] {
  return select({ only: [], skip: [], level: 'should', strict: false, tolerated: [], ...selection });
}

describe('select', () => {
  it('takes everything when nothing is asked for', () => {
    expect(ids({})).to.deep.equal(rules.map(({ id }) => id));
  });

  it('takes an id, an area by its name, and patterns', () => {
    expect(ids({ only: ['placeholder1/e-notimpl'] })).to.deep.equal(['placeholder1/e-notimpl']);
    expect(ids({ only: ['interface'] })).to.deep.equal(['interface/iid', 'interface/vtable-order']);
    expect(ids({ only: ['*/null-p*'] })).to.deep.equal(['iunknown/null-ppv', 'get-identity/null-pcch']);
  });

  it('leaves out what is skipped', () => {
    expect(ids({ only: ['interface'], skip: ['interface/iid'] })).to.deep.equal(['interface/vtable-order']);
  });

  it('refuses an id that does not exist, and says what was meant', () => {
    expect(() => ids({ only: ['get-identity/null-pcc'] })).to.throw(UsageError, 'Did you mean get-identity/null-pcch?');
    expect(() => ids({ skip: ['nonsense'] })).to.throw(UsageError, '--skip nonsense');
  });

  it('gives nothing, and no error, for a pattern that matches nothing: the caller must not call that success', () => {
    expect(ids({ only: ['nonsense/*'] })).to.deep.equal([]);
  });
});
