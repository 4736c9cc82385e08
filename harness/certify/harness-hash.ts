/** Which olkconform judged, to the byte: not only its version. */
import { packageRoot } from '../setup/places.mjs';
import { hashOf } from '../setup/stamp.mjs';

/** The command line with its rules, the child's entry and bridge, and the MAPI that counts. */
const ownFiles = ['package.json', 'build/cli', 'build/host', 'build/bridge', 'build/fixtures/mapi32'];

/** What the set-up leaves for itself, and maps for debuggers, judge nothing. */
function judges(file: string): boolean {
  return !/\/\.[^/]+$/.test(file) && !file.endsWith('.map');
}

/** The SHA-256 of the tool's own files and their names. Reads them all, some 80 MB. */
export function harnessHash(): string {
  return hashOf(packageRoot(import.meta.url), ownFiles, judges);
}
