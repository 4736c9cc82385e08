/** Whether what comes from outside has the form that a schema says. */
import type * as z from 'zod/mini';

export interface Flaw {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** With the code `unrecognized_keys`. */
  readonly keys?: readonly string[];
}

export type Formed<Value> =
  | { readonly isWhole: true; readonly value: Value }
  | { readonly isWhole: false; readonly flaws: readonly [Flaw, ...Flaw[]] };

/** The schema gathers its findings as arguments of one call, and there is room for some hundred thousand of them. */
const tooMany: Flaw = { path: [], message: 'too much of it is wrong to say where' };

const nothingSaid: Flaw = { path: [], message: 'it has another form' };

export function formed<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): Formed<z.output<Schema>> {
  try {
    const parsed = schema.safeParse(value);
    if (parsed.success) return { isWhole: true, value: parsed.data };
    const [first = nothingSaid, ...others] = parsed.error.issues;
    return { isWhole: false, flaws: [first, ...others] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { isWhole: false, flaws: [tooMany] };
  }
}
