/** What this process holds, by /proc. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Journals that are open. */
export function openJournals(): string[] {
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      const file = readlinkSync(`/proc/self/fd/${descriptor}`);
      return /\/olkconform-[^/]*\(deleted\)$/.test(file) ? [file] : [];
    } catch {
      return []; // The descriptor by which the folder itself was read.
    }
  });
}

/** The numbers of its children. */
export function childProcesses(): string[] {
  const pid = String(process.pid);
  return (readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').match(/\d+/g) ?? []).map(String);
}
