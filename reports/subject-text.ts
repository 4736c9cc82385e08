/** The helper that was judged, and the run's verdict, in words. */
import { joined, say, type Filled, type Message } from '../harness/language/message.js';
import type { RunRecord, Subject, Verdict } from '../harness/record/run-record.js';
import { cut } from './cut.js';

/** No system has longer paths, but a record can be made by anyone. */
const longestName = 300;

export const verdictTexts: Record<RunRecord['summary']['verdict'], Filled> = {
  conformant: say('Conformant'),
  nonconformant: say('Not conformant'),
  incomplete: say('Incomplete'),
};

/** The failures that the run was told to live with, in words; undefined: there are none. */
export function knownFailuresText({ checks }: RunRecord): Filled | undefined {
  const count = checks.filter(({ tolerated }) => tolerated !== undefined).length;
  return count === 0 ? undefined : say('but for {count} known failure|but for {count} known failures', { count });
}

/** The verdict, of which part of the checks it is, and what it leaves out of account. */
export function verdictText(record: RunRecord): Filled {
  const { shard } = record.selection;
  const verdict = verdictTexts[record.summary.verdict];
  const known = record.summary.verdict === 'conformant' ? knownFailuresText(record) : undefined;
  const text = known === undefined ? verdict : joined([verdict, known], ' ');
  if (shard === undefined) return text;
  return say('Shard {index} of {shards}, not the whole: {text}', { index: shard.index, shards: shard.count, text });
}

export const stopTexts: Record<NonNullable<RunRecord['stopped']>, Message> = {
  interrupt: 'Interrupted: what had been run until then was judged.',
  'total-timeout': 'The time of the whole run was spent: what had been run until then was judged.',
};

/** How many checks came to that verdict: the number first. */
export function countText(verdict: Verdict, count: number): Filled {
  switch (verdict) {
    case 'pass':
      return say('{count} passed', { count });
    case 'fail':
      return say('{count} failed', { count });
    case 'warning':
      return say('{count} warning|{count} warnings', { count });
    case 'not-applicable':
      return say('{count} not applicable', { count });
    case 'inconclusive':
      return say('{count} inconclusive', { count });
  }
}

/** As the user gave it. */
export function pathText({ path }: Subject): string {
  return cut(path, longestName);
}

export function activationText({ activation }: Subject): Filled {
  switch (activation.kind) {
    case 'factory':
      return say('export {name}', { name: cut(activation.export, longestName) });
    case 'capture':
      return say('captured from {name}', { name: cut(activation.export, longestName) });
    case 'class':
      return say('class {clsid}', { clsid: `{${activation.clsid}}` });
    case 'registered':
      return say('registered class {clsid}', { clsid: `{${activation.clsid}}` });
  }
}

/** Whose session it is, and against whose MAPI it was judged, where that is not the harness's own. */
export function sessionText({
  subject: { session, mapi },
  environment: { mailClient = '' },
}: Pick<RunRecord, 'subject' | 'environment'>): Filled {
  const seen = {
    own: say('makes its own session'),
    borrowed: say('hands out the session it was offered'),
    unknown: say('handed out no session'),
  };
  const declared = { own: say('own'), borrowed: say('borrowed'), auto: 'auto' };
  // What it would do without a session was not looked at: that is no part of a borrower's contract.
  const isHalf = session.declared === 'auto' && session.observed === 'borrowed';
  const text = isHalf
    ? say('{seen} (found out; if it also logs on by itself: --session own)', { seen: seen.borrowed })
    : say('{seen} (declared: {declared})', { seen: seen[session.observed], declared: declared[session.declared] });
  if (mapi === undefined) return text;
  return say('{text}; judged against the MAPI of {client}', { text, client: cut(mailClient, longestName) });
}
