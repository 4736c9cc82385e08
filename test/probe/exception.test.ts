import { expect } from 'chai';
import fc from 'fast-check';

import { exceptionIn, exceptionText } from '../../harness/probe/exception.js';
import { faultOfExit } from '../../harness/probe/fault.js';

const headerSize = 256;

/** A header as olkcall.dll fills it: code, access, address, offset, name. */
function headerOf(code: number, access = 0xffffffff, address = 0n, offset = 0x1a40n, module = 'helper.dll'): Buffer {
  const header = Buffer.alloc(headerSize);
  header.writeUInt32LE(code, 64);
  header.writeUInt32LE(access, 68);
  header.writeBigUInt64LE(address, 72);
  header.writeBigUInt64LE(offset, 80);
  header.write(module, 88, 'latin1');
  return header;
}

const textOf = (header: Buffer, exitStatus: number | null = 2): string => {
  const story = exceptionIn(header, exitStatus);
  return story === null ? 'none' : exceptionText(story);
};

describe('exceptionIn', () => {
  it('tells code, access, address, module and offset', () => {
    expect(textOf(headerOf(0xc0000005, 1, 0x10n))).to.equal(
      'STATUS_ACCESS_VIOLATION (0xC0000005), writing 0x0000000000000010, at helper.dll+0x1a40',
    );
    expect(textOf(headerOf(0xc00000fd))).to.equal('STATUS_STACK_OVERFLOW (0xC00000FD), at helper.dll+0x1a40');
    expect(textOf(headerOf(0xcafebabe, undefined, 0n, 0x7000n, ''))).to.equal(
      'exception 0xCAFEBABE, at 0x0000000000007000',
    );
  });

  it('tells what an access means for a block that is guarded', () => {
    const told = (kind: number, size: number, distance: number, header = headerOf(0xc0000374)): string => {
      header.writeUInt32LE(kind, 48);
      header.writeUInt32LE(size, 52);
      header.writeBigInt64LE(BigInt(distance), 56);
      return textOf(header);
    };
    const corruption = 'STATUS_HEAP_CORRUPTION (0xC0000374)';
    const at = 'at helper.dll+0x1a40';
    expect(told(1, 24, 8, headerOf(0xc0000005, 1, 0x1000n))).to.equal(
      `STATUS_ACCESS_VIOLATION (0xC0000005), writing 0x0000000000001000, 8 bytes behind the end of a block of 24 bytes on the heap, ${at}`,
    );
    expect(told(1, 32, 0)).to.equal(`${corruption}, right behind the end of a block of 32 bytes on the heap, ${at}`);
    expect(told(2, 1, 4)).to.contain(', 4 bytes into a block of 1 byte on the heap that had been given back, ');
    expect(told(2, 24, -1)).to.contain(', 1 byte before a block of 24 bytes on the heap that had been given back, ');
    expect(told(3, 24, 0)).to.contain(', a block of 24 bytes on the heap was given back twice, ');
    expect(told(4, 24, 8)).to.contain(', a pointer was given back 8 bytes behind the beginning of a block of 24 bytes');
    expect(told(4, 0, 0)).to.contain(', a pointer was given back to the heap that is no block of it, ');
    const afterwards = headerOf(0xc0000374, undefined, 0n, 0n, '');
    expect(told(5, 21, 1, afterwards)).to.equal(
      `${corruption}, something was written up to 1 byte behind the end of a block of 21 bytes on the heap, found after the call`,
    );
    expect(told(6, 21, 2)).to.contain(
      ', something was written up to 2 bytes before the beginning of a block of 21 bytes',
    );
    for (const unknown of [0, 7, 0xffffffff]) expect(told(unknown, 1, 1)).to.equal(`${corruption}, ${at}`);
  });

  it('is null when there was none', () => {
    expect(exceptionIn(Buffer.alloc(headerSize), 2)).to.equal(null);
  });

  it('calls the end of the thread the cause only where the process ended with its status', () => {
    const header = headerOf(0xc0000005, 1, 0x10n);
    header.writeUInt32LE(1, 136);
    for (const own of [0xc000004b, 0x4b]) expect(textOf(header, own)).to.match(/^the thread of the call ended/);
    for (const other of [2, 5, 0xc0000005, null]) expect(textOf(header, other)).to.match(/^STATUS_ACCESS_VIOLATION/);
    expect(textOf(headerOf(0xc0000005), 0x4b), 'an exit status of its own').to.match(/^STATUS_ACCESS_VIOLATION/);
  });

  it('makes one printable line of whatever bytes a DLL has put there', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: headerSize, maxLength: headerSize }), (bytes) => {
        expect(textOf(Buffer.from(bytes))).to.match(/^[\x20-\x7e]+$/);
      }),
    );
  });
});

describe('faultOfExit', () => {
  const exit = { wasTold: false, status: 3, signal: null };
  const exception = exceptionIn(headerOf(0xc0000005, 0, 0n), 2);

  it('tells of the exception that the CLR ended the process for', () => {
    const { story } = faultOfExit(exit, 'Fatal error. System.AccessViolationException: …', exception);
    expect(story).to.match(/^STATUS_ACCESS_VIOLATION/);
    expect(faultOfExit(exit, '', exception).story, 'also when its word comes too late').to.equal(story);
  });

  it('does not call an exception the cause of an end that may have come of itself', () => {
    const cpp = exceptionIn(headerOf(0x20474343), 2);
    expect(faultOfExit(exit, '', cpp).story).to.contain('exit status 3; before that');
    expect(faultOfExit({ ...exit, status: 0 }, '', exception).story).to.contain('exit status 0; before that');
    expect(faultOfExit(exit, '', null).story).to.equal('the process ended itself with exit status 3');
  });
});
