/** What a driver prints in the end, and what an exploration comes to: the same few numbers. */
import * as z from 'zod/mini';

const toldSchema = z.object({ sequences: z.number(), steps: z.number(), micros: z.number() });
export type Told = z.infer<typeof toldSchema>;

/** Of all that was printed, the line that is JSON. */
export function toldIn(output: string): Told {
  const line = output.split('\n').findLast((each) => each.startsWith('{'));
  if (line === undefined) throw new Error(`A driver told nothing:\n${output}`);
  return toldSchema.parse(JSON.parse(line));
}

export const microsPerStep = ({ micros, steps }: Told): number => micros / steps;
