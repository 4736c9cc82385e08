import { expect } from 'chai';

import { nearest } from '../../harness/plan/nearest.js';

describe('nearest', () => {
  it('finds what was most likely meant', () => {
    expect(nearest('get-identity/nul-pcch', ['get-identity/null-pcch', 'interface/iid'])).to.equal(
      'get-identity/null-pcch',
    );
  });

  it('suggests nothing that is far away', () => {
    expect(nearest('banana', ['get-identity/null-pcch'])).to.equal(undefined);
  });
});
