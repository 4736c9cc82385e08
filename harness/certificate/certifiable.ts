/** Which runs there is a certificate for: those that judged everything and looked away from nothing. */
import type { RunRecord, Selection } from '../record/run-record.js';

/**
 * What a selection takes away from a run; known before anything was run. The compiler asks for every member, so that
 * no new way to narrow a run is certified unnoticed.
 */
export function whyNotWhole({
  only,
  skip,
  level,
  strict: _stricter,
  tolerated,
  shard,
  ...others
}: Selection): string[] {
  const unknown: Readonly<Record<string, never>> = others;
  return [
    ...(only.length > 0 ? ['only some checks were asked for (--only)'] : []),
    ...(skip.length > 0 ? ['checks were left out (--skip)'] : []),
    ...(level === 'must' ? ['what is only recommended was left out (--level must)'] : []),
    ...(tolerated.length > 0 ? ['findings were tolerated (tolerate)'] : []),
    ...(shard === undefined ? [] : ['only one shard was judged (--shard)']),
    ...Object.keys(unknown).map((name) => `the run was narrowed (${name})`),
  ];
}

/** Empty: there can be a certificate, which says conformant or not. A failure is one whatever else could be judged. */
export function whyNotCertifiable({ selection, stopped, summary }: RunRecord): string[] {
  const { inconclusive, planned, verdict } = summary;
  return [
    ...whyNotWhole(selection),
    ...(stopped === 'interrupt' ? ['the run was interrupted'] : []),
    ...(stopped === 'total-timeout' ? ['the run was stopped, because its time was up (--total-timeout)'] : []),
    ...(stopped === null && verdict === 'incomplete'
      ? [`the run is incomplete: ${String(inconclusive)} of ${String(planned)} checks are inconclusive`]
      : []),
  ];
}
