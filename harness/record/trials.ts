/** What came back when sequences that were made at random were tried, each on a fresh helper. */
import * as z from 'zod/mini';

import { sequenceSchema, triedSchema } from './exploration.js';

const count = z.int().check(z.minimum(0));

/** A sequence that the helper did not answer as it must, and the shortest one that was found to show the same. */
const failingSequenceSchema = z.strictObject({
  /** As it was made. */
  sequence: sequenceSchema,
  /** fast-check's seed and path, which make it, and lead from it to what it was made smaller to. */
  seed: z.int(),
  path: z.string(),
  /** So many logons of the sequence failed at first. */
  failLogons: count,
  shrunk: sequenceSchema,
  /** It, and before it one that had answered an open question in another way, where that is the fault: as they were tried. */
  sequences: z.array(sequenceSchema).check(z.minLength(1), z.maxLength(100)),
  tried: triedSchema,
  /** The shortest one as a file for --sequence, and to be pasted beside a debugger. */
  yaml: z.string(),
  cpp: z.string(),
});

export const trialsSchema = z.strictObject({
  /** The same one makes the same sequences. */
  seed: z.int(),
  /** Sequences that were asked for; those that were run to their end, and their steps. */
  asked: count,
  sequences: count,
  steps: count,
  /** The first that violated a MUST, which ended the search, or else the first that failed; null: none did. */
  failing: z.nullable(failingSequenceSchema),
  /** Why not all were tried, where none violated a MUST. */
  givenUp: z.optional(z.string()),
});

export type FailingSequence = z.infer<typeof failingSequenceSchema>;
export type Trials = z.infer<typeof trialsSchema>;
