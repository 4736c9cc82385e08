import type { Transcript } from './run-record.js';
import type { Fault, Load } from './transcript.js';

/** The faults that are left when each death within a step, and that of loading, has taken its own. */
export function untoldFaults(
  faults: readonly Fault[],
  load: Load | undefined,
  transcripts: Iterable<Transcript>,
): Fault[] {
  const untold = [...faults];
  if (untold.length === 0) return untold;
  const take = ({ kind, story }: Fault): void => {
    const at = untold.findIndex((fault) => fault.kind === kind && fault.story === story && fault.walking !== true);
    if (at >= 0) untold.splice(at, 1);
  };
  if (load?.kind === 'died') take(load.fault);
  for (const { steps } of transcripts)
    for (const { outcome } of steps) if (outcome.kind === 'died') take(outcome.fault);
  return untold;
}

/** Those that came while nobody was calling the helper: neither a script nor a walk. */
export function strayFaults(...all: Parameters<typeof untoldFaults>): Fault[] {
  return untoldFaults(...all).filter(({ walking }) => walking !== true);
}
