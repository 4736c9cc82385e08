/** A sequence file: what `run --sequence` reads, in YAML or from a module. */
import * as z from 'zod/mini';

import { apartments, offers } from '../script/step.js';
import { stepsForm } from './step-forms.js';

/** It stands in every report: nothing in it commands a terminal, begins another line, or turns the direction of writing. */
const plainLine = /^[^\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]*$/;

export const sequenceForm = z.strictObject({
  /** For editors. */
  $schema: z.optional(z.string()),
  name: z.string().check(z.minLength(1), z.maxLength(200), z.regex(plainLine)),
  about: z.optional(z.string().check(z.maxLength(4000))),
  for: z.optional(z.enum(['own', 'borrowed'])),
  level: z.optional(z.enum(['must', 'should'])),
  profile: z.optional(z.string().check(z.maxLength(1000))),
  apartment: z.optional(z.enum([...apartments, 'none'])),
  session: z.optional(z.enum(offers)),
  hazardous: z.optional(z.boolean()),
  expect: z.optional(z.literal('documented')),
  steps: stepsForm,
});

export type SequenceForm = z.infer<typeof sequenceForm>;

/** Gives what it gets, so that an editor knows what a sequence in a module may hold. */
export function defineSequence(sequence: SequenceForm): SequenceForm {
  return sequence;
}
