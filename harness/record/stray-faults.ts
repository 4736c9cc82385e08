import type { Transcript } from './run-record.js';
import type { Fault, Load } from './transcript.js';

/** The faults that are left when each death within a step, and that of loading, has taken its own. */
export function strayFaults(
  faults: readonly Fault[],
  load: Load | undefined,
  transcripts: Iterable<Transcript>,
): Fault[] {
  const strays = [...faults];
  if (strays.length === 0) return strays;
  const take = ({ kind, story }: Fault): void => {
    const at = strays.findIndex((fault) => fault.kind === kind && fault.story === story);
    if (at >= 0) strays.splice(at, 1);
  };
  if (load?.kind === 'died') take(load.fault);
  for (const { steps } of transcripts)
    for (const { outcome } of steps) if (outcome.kind === 'died') take(outcome.fault);
  return strays;
}
