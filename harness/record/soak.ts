/**
 * What a helper's process held while helper after helper lived an ordinary life in it: created, asked for its identity
 * and its session, the session released, handed off, let go.
 */
import * as z from 'zod/mini';

import { sequenceSchema } from './exploration.js';

const count = z.int().check(z.minimum(0));

export const sampleSchema = z.strictObject({
  /** How many lives had come to their end. The first sample is taken before the first. */
  cycle: count,
  /** References that somebody holds on any session that there ever was, less the client's own. */
  references: z.int(),
  /** Sessions on which somebody holds a reference. */
  sessions: count,
  /** Under Wine, which does not count them, the place that the next one finds: of these, and of GDI objects. */
  handles: count,
  threads: count,
  privateBytes: count,
  gdiObjects: count,
  /** 0 under Wine, which does not tell. */
  userObjects: count,
});

export const soakSchema = z.strictObject({
  /** Lives that came to their end. */
  cycles: count,
  /** What they took, in microseconds, without the sampling. */
  micros: z.number().check(z.minimum(0)),
  /** Each is compared with each. */
  samples: z.array(sampleSchema).check(z.maxLength(1000)),
  /** How many lives had other answers than the first one; absent: none, or nobody looked. */
  changed: z.optional(count),
  /** The life in which the process came to its end, and the step of `soakLife` (its length: when all was let go); null: none. */
  death: z.nullable(
    z.strictObject({ cycle: count, step: z.int().check(z.minimum(-1)), story: z.optional(z.string()) }),
  ),
  givenUp: z.optional(z.string()),
});

/** An ordinary life, in the letters of sequences; -1 as a step is creating the helper. */
export const soakLife = sequenceSchema.parse('ignh');

export type SoakSample = z.infer<typeof sampleSchema>;
export type Soak = z.infer<typeof soakSchema>;
