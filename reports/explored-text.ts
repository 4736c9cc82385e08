/** How many sequences of calls were tried, and how far. */
import { say, type Filled } from '../harness/language/message.js';
import type { RunRecord } from '../harness/record/run-record.js';

type Explorations = NonNullable<RunRecord['explorations']>;

/** How long they were: a death ends it before the length that was asked for. */
function callsText(explorations: Explorations): Filled {
  const calls = say('{count} call|{count} calls', { count: Math.max(...explorations.map(({ depth }) => depth)) });
  const isCutShort = explorations.some(({ death }) => death !== null);
  return isCutShort ? say('{calls}; a longer one ended the process', { calls }) : calls;
}

/** One text for each world that they were tried in; none where none were tried. */
export function exploredTexts({ explorations = [] }: Pick<RunRecord, 'explorations'>): Filled[] {
  const tried = explorations.filter(({ sequences }) => sequences > 0);
  const twisted = tried.filter(({ twist }) => twist !== undefined);
  const more = twisted.reduce((sum, { sequences }) => sum + sequences, 0);
  const texts = tried
    .filter(({ twist }) => twist === undefined)
    .map((exploration) => {
      const { sequences: count, failLogons } = exploration;
      const calls = callsText([exploration]);
      return failLogons === 0
        ? say(
            '{count} sequence of calls was tried, all of up to {calls}|{count} sequences of calls were tried, all of up to {calls}',
            { count, calls },
          )
        : say(
            '{count} sequence while the first logon fails, all of up to {calls}|{count} sequences while the first logon fails, all of up to {calls}',
            { count, calls },
          );
    });
  if (more === 0) return texts;
  const text = say(
    '{count} short sequence under other circumstances, of up to {calls}|{count} short sequences under other circumstances, all of up to {calls}',
    { count: more, calls: callsText(twisted) },
  );
  return [...texts, text];
}
