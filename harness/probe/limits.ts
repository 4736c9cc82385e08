/** What a child may take of the machine, with all that it has started. */

export interface Limits {
  /** Resident memory of all its processes together. */
  readonly megabytes: number;
  readonly processes: number;
}

/** A child takes 0.2 GB with a helper that does nothing; a helper starts no process in general. */
export const defaultLimits: Limits = { megabytes: 2048, processes: 64 };

/** What a child has at one moment. */
export interface Usage {
  readonly bytes: number;
  readonly processes: number;
}

/** What there is too much of, as what the helper did; undefined: nothing. */
export function excessOf({ bytes, processes }: Usage, limits: Limits): string | undefined {
  if (bytes > limits.megabytes * 1024 * 1024) return `took more than ${String(limits.megabytes)} MB of memory`;
  if (processes > limits.processes) return `started more than ${String(limits.processes)} processes`;
  return undefined;
}
