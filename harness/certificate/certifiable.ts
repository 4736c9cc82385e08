/** Which runs there is a certificate for: those that judged everything and looked away from nothing. */
import { say, type Filled } from '../language/message.js';
import { defaultDepth } from '../record/exploration.js';
import type { RunRecord, Selection, Subject } from '../record/run-record.js';

/** Sequences are not tried there either, which says no more. */
const ofSystem = say("it was judged against the machine's own MAPI, which leaves checks open (--mapi system)");

/**
 * What a selection, or the machine's own MAPI, takes away from a run; known before anything was run. The compiler asks for every member, so that
 * no new way to narrow a run is certified unnoticed.
 */
export function whyNotWhole(
  {
    only,
    skip,
    level,
    strict: _stricter,
    tolerated,
    shard,
    depth = defaultDepth,
    random: _further,
    soak: _longer,
    ...others
  }: Selection,
  mapi: Subject['mapi'],
): Filled[] {
  const unknown: Readonly<Record<string, never>> = others;
  return [
    ...(only.length > 0 ? [say('only some checks were asked for (--only)')] : []),
    ...(skip.length > 0 ? [say('checks were left out (--skip)')] : []),
    ...(level === 'must' ? [say('what is only recommended was left out (--level must)')] : []),
    ...(tolerated.length > 0 ? [say('findings were tolerated (tolerate or --baseline)')] : []),
    ...(shard === undefined ? [] : [say('only one shard was judged (--shard)')]),
    ...(mapi === undefined ? [] : [ofSystem]),
    ...(mapi === undefined && depth < defaultDepth
      ? [say('sequences of calls were tried only up to a length of {depth} (--depth)', { depth })]
      : []),
    ...Object.keys(unknown).map((name) => say('the run was narrowed ({name})', { name })),
  ];
}

/** Empty: there can be a certificate, which says conformant or not. A failure is one whatever else could be judged. */
export function whyNotCertifiable({ selection, stopped, subject, summary }: RunRecord): Filled[] {
  const { inconclusive, planned, verdict } = summary;
  return [
    ...whyNotWhole(selection, subject.mapi),
    ...(stopped === 'interrupt' ? [say('the run was interrupted')] : []),
    ...(stopped === 'total-timeout' ? [say('the run was stopped, because its time was up (--total-timeout)')] : []),
    ...(stopped === null && verdict === 'incomplete'
      ? [
          say(
            'the run is incomplete: {count} of {planned} checks is inconclusive|the run is incomplete: {count} of {planned} checks are inconclusive',
            { count: inconclusive, planned },
          ),
        ]
      : []),
  ];
}
