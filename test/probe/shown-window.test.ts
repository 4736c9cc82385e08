import { expect } from 'chai';
import fc from 'fast-check';

import { faultOfDeadline } from '../../harness/probe/fault.js';
import { shownWindow } from '../../harness/probe/shown-window.js';

const headerSize = 256;

/** A header as olkcall.dll fills it. */
function headerOf(title: string): Buffer {
  const header = Buffer.alloc(headerSize);
  header.writeUInt32LE(1, 140);
  header.write('#32770', 144, 'utf16le');
  header.write(title, 192, 'utf16le');
  return header;
}

describe('shownWindow', () => {
  it('tells title and class, in the story of a deadline', () => {
    const window = shownWindow(headerOf('Log on'));
    expect(faultOfDeadline(3_000, '', window).story).to.equal(
      'no answer within 3 s: it shows a window, "Log on" (class #32770); the process was killed',
    );
    expect(shownWindow(headerOf(''))).to.equal('without a title (class #32770)');
  });

  it('is null where none is shown', () => {
    expect(shownWindow(Buffer.alloc(headerSize))).to.equal(null);
    expect(faultOfDeadline(3_000, '', null).story).to.equal('no answer within 3 s; the process was killed');
  });

  it('makes one legible line of whatever bytes a DLL has put there', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: headerSize, maxLength: headerSize }), (bytes) => {
        const header = Buffer.from(bytes);
        header.writeUInt32LE(1, 140);
        expect(shownWindow(header)).to.match(/^\P{C}+$/u);
      }),
    );
  });
});
