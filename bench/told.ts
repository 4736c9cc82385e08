/** What a driver prints in the end, and what an exploration comes to: the same few numbers. */
import * as z from 'zod/mini';

const toldSchema = z.object({ sequences: z.number(), steps: z.number(), micros: z.number() });
export type Told = z.infer<typeof toldSchema>;

/** Of all that was printed, the line that is JSON. */
function lineIn(output: string): unknown {
  const line = output.split('\n').findLast((each) => each.startsWith('{'));
  if (line === undefined) throw new Error(`A driver told nothing:\n${output}`);
  return JSON.parse(line);
}

export function toldIn(output: string): Told {
  return toldSchema.parse(lineIn(output));
}

/** Beside it nanoseconds of each call alone, by its letter, where the driver has timed them too. */
const toldOfCallsSchema = z.object({ ...toldSchema.shape, calls: z.record(z.string(), z.number()) });
export type ToldOfCalls = z.infer<typeof toldOfCallsSchema>;

export function toldOfCallsIn(output: string): ToldOfCalls {
  return toldOfCallsSchema.parse(lineIn(output));
}

export const microsPerStep = ({ micros, steps }: Told): number => micros / steps;
