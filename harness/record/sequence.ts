/** A sequence of a user's, or a built-in one, as a run record keeps it: what was done, and what was expected of it. */
import * as z from 'zod/mini';

import { apartments, stepDraftSchema } from '../script/step.js';
import { uint32 } from '../script/uint32.js';

/** What is expected of one step. What is absent is not looked at; that the call comes back always is. */
export const expectationSchema = z.strictObject({
  /** The step's place in the script. */
  step: z.int().check(z.minimum(0)),
  /** What the documents say of it, whatever that is. */
  documented: z.optional(z.literal(true)),
  /** The HRESULT is one of these. */
  hresult: z.optional(z.array(uint32).check(z.minLength(1))),
  /** What the out-pointer holds. `session`: one of the instrumented MAPI's; `pointer`: any but NULL. */
  out: z.optional(z.enum(['untouched', 'null', 'session', 'pointer'])),
  /** The out-pointer holds what the object of this name is, or something else than that. */
  same: z.optional(z.string()),
  different: z.optional(z.string()),
  /** The text that GetIdentity left in the buffer; null: it left the buffer alone. */
  identity: z.optional(z.nullable(z.string())),
  /** `*pcch` after the call. */
  size: z.optional(uint32),
  /** What AddRef or Release returned. */
  count: z.optional(uint32),
  /** References to the sessions of these names, by anybody, the client included. */
  references: z.optional(z.array(z.strictObject({ session: z.string(), count: z.int().check(z.minimum(0)) }))),
  /** References to all sessions, without the one that the client keeps to each session it offered. */
  referencesInAll: z.optional(z.int().check(z.minimum(0))),
});

export const sequenceIds = /^(own|built-in)-sequence\/[a-z0-9]+(-[a-z0-9]+)*$/;

export const recordedSequenceSchema = z.strictObject({
  id: z.string().check(z.regex(sequenceIds)),
  /** The file, as it was named; `built-in/…` for one that comes with olkconform. */
  file: z.string(),
  title: z.string(),
  about: z.optional(z.string()),
  level: z.enum(['must', 'should']),
  /** The helpers that it is about; absent: all. */
  appliesTo: z.optional(z.enum(['own', 'borrowed'])),
  profile: z.optional(z.string()),
  apartment: z.optional(z.enum([...apartments, 'none'])),
  hazardous: z.boolean(),
  steps: z.array(stepDraftSchema).check(z.minLength(1)),
  expectations: z.array(expectationSchema),
  /** Everything has been let go at the end, and the documents say what must be left then. */
  endIsDocumented: z.boolean(),
});

export type Expectation = z.infer<typeof expectationSchema>;
export type RecordedSequence = z.infer<typeof recordedSequenceSchema>;
