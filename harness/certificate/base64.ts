import * as z from 'zod/mini';

/** Base64 with one way to write each content: padded, no other characters, and no bits that mean nothing. */
export const base64 = z
  .string()
  .check(z.refine((text: string) => Buffer.from(text, 'base64').toString('base64') === text, 'not canonical base64'));
