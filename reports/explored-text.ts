/** How many sequences of calls were tried, and how far. */
import { say, type Filled } from '../harness/language/message.js';
import type { RunRecord } from '../harness/record/run-record.js';

/** One text for each world that they were tried in; none where none were tried. */
export function exploredTexts({ explorations = [] }: Pick<RunRecord, 'explorations'>): Filled[] {
  return explorations.map(({ sequences, depth, failLogons }) =>
    failLogons === 0
      ? say(
          '{count} sequence of calls was tried, all of up to {depth} calls|{count} sequences of calls were tried, all of up to {depth} calls',
          { count: sequences, depth },
        )
      : say(
          '{count} sequence while the first logon fails, all of up to {depth} calls|{count} sequences while the first logon fails, all of up to {depth} calls',
          { count: sequences, depth },
        ),
  );
}
