/** Whether a spare host is started before one is needed. */
import { availableParallelism } from 'node:os';

export const spareModes = ['auto', 'on', 'off'] as const;

export type SpareMode = (typeof spareModes)[number];

/**
 * A spare host makes a death cost a third of a start instead of a whole one, but every run pays for its start. With two
 * processors, which the run itself keeps busy, that is 0.3 of a start (npm run bench); with more it is idle time.
 */
const fewestProcessorsForSpare = 3;

export function keepsSpare(mode: SpareMode, processors = availableParallelism()): boolean {
  return mode === 'auto' ? processors >= fewestProcessorsForSpare : mode === 'on';
}
