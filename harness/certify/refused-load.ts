import type { SubjectFile } from '../plan/subject.js';
import { UsageError } from '../plan/usage-error.js';

const errors = new Map([
  [5, 'access is denied'],
  [126, 'a DLL that it needs was not found'],
  [127, 'a function that it imports was not found in the DLL that should have it'],
  [193, 'it is not an image that Windows can load'],
  [1114, 'its DllMain returned FALSE'],
]);

/** Windows would not load the DLL: says why as far as the error code tells, and what the DLL needs. */
export function refusedLoad({ path, imports }: SubjectFile, error: number): UsageError {
  const reason = errors.get(error) ?? 'Windows gives no further reason';
  const needs = imports.length === 0 ? '' : ` It imports ${imports.join(', ')}.`;
  return new UsageError(
    `--dll ${path}: Windows refused to load it, error ${String(error)}: ${reason}.`,
    `Put the DLLs that it needs beside it.${needs}`,
  );
}
