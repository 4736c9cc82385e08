import { expect } from 'chai';

import { keepsSpare } from '../../harness/cli/spare-mode.js';

describe('a spare host', () => {
  it('is started as it was asked for, otherwise where a processor is left for it', () => {
    expect([1, 2, 3, 64].map((processors) => keepsSpare('auto', processors))).to.deep.equal([false, false, true, true]);
    expect([1, 64].map((processors) => keepsSpare('on', processors))).to.deep.equal([true, true]);
    expect([1, 64].map((processors) => keepsSpare('off', processors))).to.deep.equal([false, false]);
  });
});
