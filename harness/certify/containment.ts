/** Whether the child is put into a sandbox: what was asked for, and what this machine can do. */
import { UsageError } from '../plan/usage-error.js';
import type { HostPlaces } from '../probe/launch.js';
import { whyNoSandbox } from '../probe/sandbox-trial.js';
import type { Sandbox } from '../probe/sandbox.js';
import type { Environment } from '../record/run-record.js';
import { thisHost } from '../setup/places.mjs';
import { findProgram } from '../setup/program.mjs';

export const sandboxModes = ['auto', 'require', 'off'] as const;

type SandboxMode = (typeof sandboxModes)[number];

export interface Containment {
  readonly sandbox?: Sandbox;
  /** For the record. */
  readonly told: Environment['sandbox'];
}

export const noContainment: Containment = { told: 'off' };

async function lookFor(dll: string, places: HostPlaces): Promise<Sandbox | string> {
  if (process.platform !== 'linux') return 'bubblewrap is for Linux alone';
  const bubblewrap = findProgram('bwrap', thisHost());
  if (bubblewrap === undefined) return 'bubblewrap is not installed';
  const sandbox = { bubblewrap, dll, places };
  return (await whyNoSandbox(sandbox)) ?? sandbox;
}

/** @throws UsageError when a sandbox is required and there can be none. */
export async function containmentOf(mode: SandboxMode, dll: string, places: HostPlaces): Promise<Containment> {
  if (mode === 'off' || (mode === 'auto' && process.platform !== 'linux')) return noContainment;
  const found = await lookFor(dll, places);
  if (typeof found !== 'string') return { sandbox: found, told: 'bubblewrap' };
  if (mode === 'auto') return { told: `unavailable: ${found}` };
  throw new UsageError(
    `--sandbox require: there can be no sandbox: ${found}.`,
    process.platform === 'linux'
      ? 'It needs bubblewrap (sudo apt-get install bubblewrap) and user namespaces (a container may have to allow them).'
      : 'Leave --sandbox out: on Windows a job object bounds what the helper starts.',
  );
}
