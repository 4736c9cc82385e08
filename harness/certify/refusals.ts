/** What only the child could find out, and the user can put right. */
import { hresults, hresultText } from '../catalogue/hresults.js';
import type { SubjectFile } from '../plan/subject.js';
import { UsageError } from '../plan/usage-error.js';
import type { Activation, Transcript } from '../record/run-record.js';

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

/**
 * Where the harness makes MAPI fail, a helper may hand on MAPI_E_LOGON_FAILED, which is the same number as
 * CLASS_E_CLASSNOTAVAILABLE: such scripts say nothing of the class.
 *
 * @throws UsageError when the DLL's DllGetClassObject does not know the class that was asked for.
 */
export function refuseUnknownClass(
  { path }: SubjectFile,
  activation: Activation,
  transcripts: readonly Transcript[],
): void {
  if (activation.kind !== 'class' && activation.kind !== 'registered') return;
  for (const { script, steps } of transcripts) {
    if (script.steps.some((step) => step.do === 'configureProvider')) continue;
    const outcome = steps[script.steps.findIndex((step) => step.do === 'create')]?.outcome;
    if (outcome?.kind !== 'returned' || outcome.hresult !== hresults.CLASS_E_CLASSNOTAVAILABLE) continue;
    throw new UsageError(
      `--clsid {${activation.clsid}}: ${path} does not know this class: DllGetClassObject answered ${hresultText(outcome.hresult)}.`,
      'Give the class id that the DLL creates helpers for.',
    );
  }
}
