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

/**
 * How many of the runs came before one for which no helper was created. Where logons fail there may be none for a helper
 * that logs on when it is made: all runs are alike then, and say nothing.
 */
export function runsWithHelper({ runs, observations }: Tried, failLogons: number): number {
  const isWithout = ([created = -1]: readonly number[]): boolean => {
    const observed = observations[created];
    return observed !== undefined && isRefused(observed);
  };
  const without = runs.findIndex(isWithout);
  return without < 0 || (without === 0 && failLogons > 0) ? runs.length : without;
}
