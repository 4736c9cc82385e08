/** How many sequences of calls were tried, and how far. */
import { say, type Filled } from '../harness/language/message.js';
import type { RunRecord } from '../harness/record/run-record.js';

/** One text for each world that they were tried in; none where none were tried. */
export function exploredTexts({ explorations = [] }: Pick<RunRecord, 'explorations'>): Filled[] {
  const tried = explorations.filter(({ sequences }) => sequences > 0);
  const twisted = tried.filter(({ twist }) => twist !== undefined);
  const more = twisted.reduce((sum, { sequences }) => sum + sequences, 0);
  const texts = tried
    .filter(({ twist }) => twist === undefined)
    .map(({ sequences, depth, failLogons }) =>
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
  if (more === 0) return texts;
  const depth = Math.max(...twisted.map((each) => each.depth));
  const text = say(
    '{count} short sequence under other circumstances, of up to {depth} calls|{count} short sequences under other circumstances, all of up to {depth} calls',
    { count: more, depth },
  );
  return [...texts, text];
}
