import * as z from 'zod/mini';

import { uint32 } from '../script/uint32.js';

/**
 * What an out-pointer held after the call. `untouched`: still the sentinel; `null`: NULL; otherwise a name that the
 * bridge gave the address, `p1`, `p2` … in order of first appearance in the script, so equal names are equal pointers.
 */
const pointer = z.string().check(z.regex(/^(untouched|null|p[1-9][0-9]*)$/));

export const outPointer = z.strictObject({
  pointer,
  /** The number of the provider's session that this is, if it is one. */
  session: z.nullable(uint32),
});
