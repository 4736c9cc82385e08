/** Sequences that say nothing, because there was no helper to call. */
import { failed } from '../catalogue/hresults.js';
import type { Exploration, Observation, Tried } from '../record/exploration.js';

/** Creating a helper answered an error, or the helper cannot be called from here. */
function isRefused({ kind, hresult }: Observation): boolean {
  return kind === 'skipped' || (kind === 'returned' && failed(hresult));
}

/**
 * The sequence for which no helper was created, where others had one; undefined: there is none. A world in which MAPI
 * refuses something may be one in which no helper can be created.
 */
export function sequenceWithoutHelper({
  nodes,
  observations,
  deviations,
  failLogons,
  twist,
}: Exploration): string | undefined {
  const created = observations[nodes.at(-1)?.[0] ?? -1];
  const isUsual = failLogons === 0 && twist === undefined;
  if (created !== undefined && isRefused(created)) return isUsual ? '' : undefined;
  return deviations.find(({ step, now }) => {
    const observed = step === -1 ? observations[now] : undefined;
    return observed !== undefined && isRefused(observed);
  })?.sequence;
}

const callsHelper = /[isghpq]/;

/** How many of the runs came before one without a helper; a run does not tell what creating it did, but each call that was not made. */
export function runsWithHelper(sequences: readonly string[], { runs, observations }: Tried): number {
  const without = runs.findIndex((run, place) => {
    const [first = ''] = (sequences[place] ?? '').split('2', 1);
    const call = first.search(callsHelper);
    return call >= 0 && observations[run[call] ?? -1]?.kind === 'skipped';
  });
  return without < 0 ? runs.length : without;
}
