import { expect } from 'chai';
import fc from 'fast-check';

import { FrameReader } from '../../harness/probe/frames.js';
import type { HostEvent } from '../../harness/record/host-event.js';

const token = '0123456789abcdef0123456789abcdef';
const frame = (event: HostEvent): string => `\u001e${token} ${JSON.stringify(event)}\n`;

const anyEvent = fc.oneof(
  fc.constant<HostEvent>({ event: 'ready' }),
  fc.constant<HostEvent>({ event: 'finished' }),
  fc.constant<HostEvent>({ event: 'opened' }),
  fc.string().map((why): HostEvent => ({ event: 'broken', why })),
);

/** What a DLL may print: anything, also beginnings of frames with a token that is not the child's. */
const noise = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constant('\u001e'),
  fc.constant(`\u001e${'f'.repeat(32)} {"event":"finished"}\n`),
  fc.constant('\u001e0123456789'),
);

function chunks(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const parts: Buffer[] = [];
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    parts.push(bytes.subarray(at, at + size));
    at += size;
  }
  return parts;
}

describe('FrameReader', () => {
  it('finds every frame, whatever is printed between them and however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(noise, anyEvent)),
        noise,
        fc.array(fc.integer({ min: 1, max: 40 })),
        (parts, tail, sizes) => {
          const text = parts.map(([before, event]) => before + frame(event)).join('') + tail;
          const reader = new FrameReader(token);
          const seen = chunks(Buffer.from(text), sizes).flatMap((chunk) => reader.read(chunk));
          expect(seen).to.deep.equal(parts.map(([, event]) => event));
        },
      ),
    );
  });

  it('takes no frame of another token', () => {
    const reader = new FrameReader(token);
    expect(reader.read(Buffer.from(`\u001e${'f'.repeat(32)} {"event":"finished"}\n`))).to.deep.equal([]);
  });

  it('takes no event of an unknown form', () => {
    const reader = new FrameReader(token);
    expect(reader.read(Buffer.from(`\u001e${token} {"event":"verdict","pass":true}\n`))).to.deep.equal([]);
  });

  it('does not keep a megabyte of noise that looks like the beginning of a frame', () => {
    const reader = new FrameReader(token);
    reader.read(Buffer.from(`\u001e${token} ${'x'.repeat(1_000_000)}`));
    expect(reader.read(Buffer.from(frame({ event: 'ready' })))).to.deep.equal([{ event: 'ready' }]);
  });

  it('takes nothing but whole events out of frames that were changed, cut or nested, and goes on after them', () => {
    const damage = fc.record({ at: fc.nat(400), cut: fc.nat(5), piece: noise });
    const events = ['ready', 'opened', 'finished', 'broken'];
    const all = fc.property(fc.array(anyEvent, { maxLength: 5 }), fc.array(damage), (sent, damages) => {
      let text = sent.map(frame).join('');
      for (const { at, cut, piece } of damages) text = text.slice(0, at) + piece + text.slice(at + cut);
      const reader = new FrameReader(token);
      for (const { event } of reader.read(Buffer.from(text))) expect(events).to.include(event);
      expect(reader.read(Buffer.from(`\n${frame({ event: 'finished' })}`)).at(-1)).to.deep.equal({ event: 'finished' });
    });
    fc.assert(all, { seed: 7, numRuns: 5_000 });
  });

  it('is through in a moment with what begins a frame again and again', () => {
    const reader = new FrameReader(token);
    const start = performance.now();
    for (let chunk = 0; chunk < 64; chunk += 1) reader.read(Buffer.from(`\u001e${token} [`.repeat(1_800)));
    expect(reader.read(Buffer.from(`\n${frame({ event: 'ready' })}`))).to.deep.equal([{ event: 'ready' }]);
    expect(performance.now() - start).to.be.lessThan(1_000);
  });
});
