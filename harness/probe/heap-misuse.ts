/** What was done to a block on the heap that is guarded (`--heap-guard`), from the journal's header: OlkHeapFault. */
import type { ExceptionStory } from '../record/transcript.js';

type HeapMisuse = NonNullable<ExceptionStory['heap']>;

const offset = 48;

/** In the order of OlkMisuse of harness/host/native/misuse.h, from 1. */
const kinds = ['behind', 'given-back', 'twice', 'inside', 'written-behind', 'written-before'] as const;

/** Undefined: nothing that is known. The vendor's code can write to the header, so nothing in it is believed. */
export function heapMisuseIn(header: Buffer): HeapMisuse | undefined {
  const kind = kinds[header.readUInt32LE(offset) - 1];
  // No block is as large as this; what is further away was written by somebody else.
  const distance = Number(BigInt.asIntN(32, header.readBigInt64LE(offset + 8)));
  return kind === undefined ? undefined : { kind, size: header.readUInt32LE(offset + 4), distance };
}

const bytes = (count: number): string => `${String(count)} byte${count === 1 ? '' : 's'}`;

/** As a clause: `8 bytes behind the end of a block of 24 bytes`. */
export function heapMisuseText({ kind, size, distance }: HeapMisuse): string {
  const block = `a block of ${bytes(size)} on the heap`;
  switch (kind) {
    case 'behind':
      return distance === 0 ? `right behind the end of ${block}` : `${bytes(distance)} behind the end of ${block}`;
    case 'given-back':
      return `${bytes(Math.abs(distance))} ${distance < 0 ? 'before' : 'into'} ${block} that had been given back`;
    case 'twice':
      return `${block} was given back twice`;
    case 'inside':
      return size === 0
        ? 'a pointer was given back to the heap that is no block of it'
        : `a pointer was given back ${bytes(Math.abs(distance))} ${distance < 0 ? 'before' : 'behind'} the beginning of ${block}`;
    case 'written-behind':
      return `something was written up to ${bytes(distance)} behind the end of ${block}`;
    case 'written-before':
      return `something was written up to ${bytes(distance)} before the beginning of ${block}`;
  }
}
