/** What a run's end tells somebody whose next step is not plain from the findings. */
import { say, type Filled } from '../language/message.js';
import type { RunRecord } from '../record/run-record.js';

/** More would be no command line that anybody types. */
const mostNamed = 6;

/** A session that was declared is one thing, and what the helper did another. */
function sessionHint({ session: { declared, observed } }: RunRecord['subject']): Filled[] {
  if (declared === 'own' && observed === 'unknown')
    return [
      say(
        '--session own: the helper was offered no session, and made none. One that hands out the client’s is judged with --session borrowed.',
      ),
    ];
  if (declared === 'borrowed' && observed === 'own')
    return [
      say(
        '--session borrowed: the helper hands out a session of its own all the same, and was judged as one that does. If it is to do so, say --session own.',
      ),
    ];
  return [];
}

/** An open check is no known failure: nobody knows what it would have found. */
function toleranceHint({ checks, selection, summary }: RunRecord): Filled[] {
  if (selection.tolerated.length === 0 || summary.verdict !== 'incomplete') return [];
  const open = checks.filter(({ verdict }) => verdict === 'inconclusive').map(({ id }) => id);
  if (open.length === 0) return [];
  const named = open.slice(0, mostNamed).join(',');
  const skip = open.length > mostNamed ? `${named},…` : named;
  return [
    say('an inconclusive check is no known failure. Mend what keeps it open, or leave it out: --skip {skip}', { skip }),
  ];
}

export function hintsOf(record: RunRecord): Filled[] {
  // What a run that was stopped has not seen says nothing.
  if (record.stopped !== null) return [];
  return [...sessionHint(record.subject), ...toleranceHint(record)];
}
