import { expect } from 'chai';

import { bufferText } from '../../harness/record/buffer-text.js';
import type { Returned } from '../../harness/record/transcript.js';

const changed: [number, number] = [0, 1];
const bufferOf = (image: string): Pick<Returned, 'buffer'> => ({
  buffer: { image, changed, changedBefore: 0, changedBehind: 0 },
});

describe('bufferText', () => {
  it('is what stands before the first zero, and all of it where there is none', () => {
    expect(bufferText(bufferOf('004d00ed00000041'))).to.equal('Mí');
    expect(bufferText(bufferOf('d83dde00'))).to.equal('😀');
    expect(bufferText(bufferOf('0000'))).to.equal('');
  });

  it('is nothing where the buffer was not touched, or there was none', () => {
    const { buffer = null } = bufferOf('cccccccc');
    expect(bufferText({ buffer: buffer === null ? null : { ...buffer, changed: null } })).to.equal(null);
    expect(bufferText({ buffer: null })).to.equal(null);
    expect(bufferText({})).to.equal(null);
  });
});
