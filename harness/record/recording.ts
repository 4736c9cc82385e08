/** Calls that went through the recording proxy of a helper (`olkconform record`), as the bridge tells of them. */
import * as z from 'zod/mini';

import { uint32 } from '../script/uint32.js';
import { outPointer } from './out-pointer.js';

const micros = z.number().check(z.minimum(0));

export const recordedCallSchema = z.strictObject({
  method: z.enum([
    'QueryInterface',
    'AddRef',
    'Release',
    'Placeholder1',
    'GetIdentity',
    'GetMapiSession',
    'HandsOffSession',
  ]),
  /** The proxy that was called, by its name in the transcript. */
  on: z.string().check(z.regex(/^p[1-9][0-9]*$/)),
  /** 1, 2, 3 … in the order in which threads first called. */
  thread: uint32,
  /** When it began: microseconds since the first call of the recording began. */
  at: micros,
  micros,
  /** How many calls MAPI had received before the call and after it, since the script began. */
  events: z.tuple([uint32, uint32]),
  /** The HRESULT, or the count of AddRef and Release. */
  answer: uint32,
  /** The code of an exception that left the helper; the caller was answered RPC_E_SERVERFAULT. */
  threw: z.optional(uint32),
  iid: z.optional(z.string()),
  /** What the out-pointer held after the call, and Placeholder1's argument; null: NULL was passed. */
  out: z.optional(z.nullable(outPointer)),
  /** `*pcch` before and after; null: pcch was NULL. */
  pcch: z.optional(z.nullable(z.strictObject({ before: uint32, after: uint32 }))),
  /** The name that GetIdentity gave, four hexadecimal digits a UTF-16 code unit, empty if none; null: the buffer was NULL. */
  identity: z.optional(z.nullable(z.string().check(z.regex(/^([0-9a-f]{4})*$/)))),
});

export type RecordedCall = z.infer<typeof recordedCallSchema>;
