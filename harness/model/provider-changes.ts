/** What the instrumented MAPI counted between two moments of a script, as an observation has it. */
import { sessionsToldApart, type Observation } from '../record/exploration.js';
import type { ProviderCounters, SessionCounters } from '../record/transcript.js';

export type Changes = Pick<
  Observation,
  | 'initializes'
  | 'uninitializes'
  | 'logons'
  | 'failedLogons'
  | 'logoffs'
  | 'overReleases'
  | 'callsAfterRelease'
  | 'references'
>;

export const nothingCounted: ProviderCounters = {
  initializes: 0,
  uninitializes: 0,
  logons: 0,
  failedLogons: 0,
  sessions: [],
};

/** By age, the newest first; what is too old is summed in the last place, and zeroes at the end are left out. */
function byAge(sessions: readonly SessionCounters[], count: (session: SessionCounters) => number): number[] {
  const all = sessions.toSorted((a, b) => b.id - a.id).map(count);
  const eldest = sessionsToldApart - 1;
  const old = all.slice(eldest).reduce((sum, each) => sum + each, 0);
  const told = all.length > eldest ? [...all.slice(0, eldest), old] : all;
  return told.slice(0, told.findLastIndex((each) => each !== 0) + 1);
}

export function referencesByAge({ sessions }: ProviderCounters): number[] {
  return byAge(sessions, ({ references }) => references);
}

/** A session that the harness offers has one reference of the client's before anybody is told of it. */
function atFirst({ origin }: SessionCounters): number {
  return origin === 'offered' ? 1 : 0;
}

export function changesBetween(before: ProviderCounters, after: ProviderCounters): Changes {
  const earlier = (id: number): SessionCounters | undefined => before.sessions.find((session) => session.id === id);
  const sum = (count: (session: SessionCounters) => number): number =>
    after.sessions.reduce(
      (all, session) => all + count(session) - count(earlier(session.id) ?? { ...session, ...unborn }),
      0,
    );
  return {
    initializes: after.initializes - before.initializes,
    uninitializes: after.uninitializes - before.uninitializes,
    logons: after.logons - before.logons,
    failedLogons: after.failedLogons - before.failedLogons,
    logoffs: sum(({ logoffs }) => logoffs),
    overReleases: sum(({ overReleases }) => overReleases),
    callsAfterRelease: sum(({ callsAfterRelease }) => callsAfterRelease),
    references: byAge(
      after.sessions,
      (session) => session.references - (earlier(session.id)?.references ?? atFirst(session)),
    ),
  };
}

const unborn = { logoffs: 0, overReleases: 0, callsAfterRelease: 0 };
