import { expect } from 'chai';

import { everything, select } from '../../harness/plan/selection.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import type { Selection } from '../../harness/record/run-record.js';
import { rules } from '../../suites/index.js';

function ids(selection: Partial<Selection>): string[] {
  return select({ ...everything, ...selection });
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

  it('takes several behind commas, but for those within a pattern', () => {
    expect(ids({ only: ['interface/iid, placeholder1'] })).to.deep.equal(['interface/iid', 'placeholder1/e-notimpl']);
    expect(ids({ only: ['interface/{iid,vtable-order}'] })).to.deep.equal(['interface/iid', 'interface/vtable-order']);
    expect(ids({ only: ['interface'], skip: ['placeholder1,interface/iid'] })).to.deep.equal([
      'interface/vtable-order',
    ]);
    expect(() => ids({ only: ['interface,nonsense/*'] })).to.throw(UsageError, '--only nonsense/*');
    expect(() => ids({ only: ['interface,'] })).to.throw(UsageError, '--only : it matches no check');
  });

  it('leaves out what is skipped', () => {
    expect(ids({ only: ['interface'], skip: ['interface/iid'] })).to.deep.equal(['interface/vtable-order']);
  });

  it('refuses an id that does not exist, and says what was meant', () => {
    expect(() => ids({ only: ['get-identity/null-pcc'] })).to.throw(UsageError, 'Did you mean get-identity/null-pcch?');
    expect(() => ids({ skip: ['nonsense'] })).to.throw(UsageError, '--skip nonsense');
  });

  it('refuses a pattern that matches no check, and says what was meant', () => {
    expect(() => ids({ skip: ['get-identty/*'] })).to.throw(
      UsageError,
      '--skip get-identty/*: it matches no check. Did you mean get-identity/*?',
    );
    expect(() => ids({ only: ['get-identty'] })).to.throw(UsageError, 'Did you mean get-identity?');
    expect(() => ids({ only: ['nonsense/*'] })).to.throw(UsageError, '--only nonsense/*');
  });

  it('gives nothing, and no error, where what was asked for is left out: the caller must not call that success', () => {
    expect(ids({ only: ['interface'], skip: ['interface/*'] })).to.deep.equal([]);
  });

  it('lets a tolerance name one check and nothing wider, because only that one would be tolerated', () => {
    const tolerating = (id: string) => () => ids({ tolerated: [{ id, reason: 'ticket 7' }] });
    expect(tolerating('get-identity/null-pcch')).not.to.throw();
    expect(tolerating('get-identity/null-pcc')).to.throw(UsageError, 'Did you mean get-identity/null-pcch?');
    for (const wide of ['get-identity', 'get-identity/*', '*/null-pcch']) {
      expect(tolerating(wide)).to.throw(UsageError, `tolerate ${wide}: it is not the id of one check.`);
    }
  });
});
