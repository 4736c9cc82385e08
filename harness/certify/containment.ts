/** Whether the child is put into a sandbox: what was asked for, and what this machine can do. */
import { inEnglish, say, type Value } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import type { HostPlaces } from '../probe/launch.js';
import { whyNoSandbox } from '../probe/sandbox-trial.js';
import type { Sandbox } from '../probe/sandbox.js';
import type { Environment } from '../record/run-record.js';
import { thisHost } from '../setup/places.mjs';
import { findProgram } from '../setup/program.mjs';

export const sandboxModes = ['auto', 'require', 'off'] as const;

export type SandboxMode = (typeof sandboxModes)[number];

export interface Containment {
  readonly sandbox?: Sandbox;
  /** For the record. */
  readonly told: Environment['sandbox'];
}

export const noContainment: Containment = { told: 'off' };

/** Why there can be no sandbox. */
interface Reason {
  readonly reason: Value;
}

async function lookFor(dll: string, places: HostPlaces): Promise<Sandbox | Reason> {
  if (process.platform !== 'linux') return { reason: say('bubblewrap is for Linux alone') };
  const bubblewrap = findProgram('bwrap', thisHost());
  if (bubblewrap === undefined) return { reason: say('bubblewrap is not installed') };
  const sandbox = { bubblewrap, dll, places };
  const reason = await whyNoSandbox(sandbox);
  return reason === undefined ? sandbox : { reason };
}

/**
 * `for-certificate`: as `require`, but nobody has said so: it follows from `--certify`.
 * @throws UsageError when a sandbox is required and there can be none.
 */
export async function containmentOf(
  mode: SandboxMode | 'for-certificate',
  dll: string,
  places: HostPlaces,
): Promise<Containment> {
  if (mode === 'off' || (mode === 'auto' && process.platform !== 'linux')) return noContainment;
  const found = await lookFor(dll, places);
  if (!('reason' in found)) return { sandbox: found, told: 'bubblewrap' };
  if (mode === 'auto') return { told: inEnglish(say('unavailable: {reason}', found)) };
  if (mode === 'for-certificate')
    throw new UsageError(
      say('--certify: the DLL could read the key that signs, and there can be no sandbox that holds it: {reason}.', {
        reason: found.reason,
      }),
      'sudo apt-get install bubblewrap; or, if you trust the DLL: --sandbox off.',
    );
  throw new UsageError(
    say('--sandbox require: there can be no sandbox: {reason}.', { reason: found.reason }),
    process.platform === 'linux'
      ? 'It needs bubblewrap (sudo apt-get install bubblewrap) and user namespaces (a container may have to allow them).'
      : 'Leave --sandbox out: on Windows a job object bounds what the helper starts.',
  );
}
