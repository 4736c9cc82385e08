import * as z from 'zod/mini';

/** What Windows calls a DWORD, or an HRESULT: no less than 0, and of 32 bits. */
export const uint32 = z.int().check(z.minimum(0), z.maximum(0xffffffff));
