import type * as z from 'zod/mini';

import { joined, type Filled } from '../language/message.js';
import { formed } from '../record/form.js';
import { NotVerified } from './not-verified.js';

/**
 * The value, when it has the schema's form.
 * @throws NotVerified that says what it is not, and the first place where it is wrong
 */
export function checked<T extends z.ZodMiniType>(schema: T, value: unknown, problem: Filled): z.infer<T> {
  const read = formed(schema, value);
  if (read.isWhole) return read.value;
  const [{ path, message }] = read.flaws;
  throw new NotVerified(joined([problem, ...path.map(String), message], ': '));
}
