/** The exit statuses, as documented in docs/read-a-finding.md. */
import { NotHandedOver } from '../certify/not-handed-over.js';
import { Interrupted } from '../probe/interrupted.js';
import { UsageError } from '../plan/usage-error.js';
import type { Summary } from '../record/run-record.js';

export const exitStatus = {
  conformant: 0,
  nonconformant: 1,
  usage: 2,
  incomplete: 3,
  nothingSelected: 4,
  harnessFault: 70,
  interrupted: 130,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** Failure outranks incompleteness, and only a conformant run is 0. */
export function statusOf({ verdict }: Summary): ExitStatus {
  return exitStatus[verdict];
}

export function statusOfError(error: unknown): ExitStatus {
  if (error instanceof UsageError) return exitStatus.usage;
  if (error instanceof NotHandedOver) return exitStatus.nothingSelected;
  if (error instanceof Interrupted) return exitStatus.interrupted;
  return exitStatus.harnessFault;
}
