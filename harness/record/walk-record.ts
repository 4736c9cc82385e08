/** What the bridge writes into the journal of a walk: sequences that it ran natively, and tells of in few words. */
import * as z from 'zod/mini';

import { endSchema, nodeSchema, observationSchema, stepSchema } from './exploration.js';
import { sampleSchema } from './soak.js';

const count = z.int().check(z.minimum(0));
const micros = z.number().check(z.minimum(0));
/** The number of the request that asked for the walk. */
const walk = count;

/** Lists come in pieces, one behind the other. */
export const walkRecords = [
  z.strictObject({ record: z.literal('observations'), walk, items: z.array(observationSchema) }),
  z.strictObject({ record: z.literal('ends'), walk, items: z.array(endSchema) }),
  z.strictObject({ record: z.literal('nodes'), walk, items: z.array(nodeSchema) }),
  /** Of each sequence the places of what was observed, and of its end: `placesIn`. */
  z.strictObject({ record: z.literal('runs'), walk, items: z.array(z.string().check(z.regex(/^[\w-]*$/))) }),
  z.strictObject({
    record: z.literal('explored'),
    walk,
    depth: count,
    micros,
    /** Sequences are told by their length, and by their number among those of that length. */
    deviations: z.array(
      z.strictObject({
        number: count,
        length: count,
        step: stepSchema,
        before: count,
        now: count,
        life: z.optional(z.array(count)),
      }),
    ),
    /** How many more lives deviated; absent: none. */
    untold: z.optional(count),
  }),
  /** `changed`: how many lives until now had other answers than the first. */
  z.strictObject({ record: z.literal('sample'), walk, micros, changed: count, sample: sampleSchema }),
  z.strictObject({ record: z.literal('repeated'), walk, micros }),
  /** The last of a walk. */
  z.strictObject({ record: z.literal('walked'), walk }),
] as const;

export type WalkRecord = z.infer<(typeof walkRecords)[number]>;

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** Five bits a character, the low ones first; the sixth says that more follow. */
export function placesIn(run: string): number[] {
  const places: number[] = [];
  let place = 0;
  let unit = 1;
  for (const character of run) {
    const digit = digits.indexOf(character);
    place += (digit % 32) * unit;
    if (digit >= 32) unit *= 32;
    else {
      places.push(place);
      [place, unit] = [0, 1];
    }
  }
  return places;
}
