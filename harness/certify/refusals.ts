/** What only the child could find out, and the user can put right. */
import { hex32, hresults, hresultText } from '../catalogue/hresults.js';
import { joined, say, type Filled, type Message } from '../language/message.js';
import { missingFor } from '../plan/dependencies.js';
import { legible, type SubjectFile } from '../plan/subject.js';
import { UsageError } from '../plan/usage-error.js';
import { LoadRefused } from '../probe/load-refused.js';
import { MapiRefused } from '../probe/mapi-refused.js';
import type { Activation, Transcript } from '../record/run-record.js';

interface LoadError {
  readonly reason: Filled;
  readonly advice: Message;
}

const missing = 'Put the DLLs that it needs beside it.';

const errors = new Map<number, LoadError>([
  [5, { reason: say('access is denied'), advice: 'Give a DLL that this user may read and execute.' }],
  [126, { reason: say('a DLL that it needs was not found'), advice: missing }],
  [127, { reason: say('a function that it imports was not found in the DLL that should have it'), advice: missing }],
  [
    193,
    {
      reason: say('it is not an image that Windows can load'),
      advice: 'Build it anew, and copy it as a binary file.',
    },
  ],
  [
    998,
    {
      reason: say('it faulted while it was loaded (DllMain, or a static initialiser)'),
      advice: 'Look for an access violation in DllMain and in the constructors of global objects.',
    },
  ],
  [
    1114,
    {
      reason: say('its DllMain returned FALSE'),
      advice: 'Look at what DllMain does for DLL_PROCESS_ATTACH, and why it gives up there.',
    },
  ],
]);

/** The errors of a DLL that is missing, of a function that is, and of an image that cannot be loaded. */
const ofDependencies = new Set([126, 127, 193]);

/**
 * Windows would not load the DLL: says why as far as the error code and the files tell, and what to look at. The system's
 * DLLs are looked for in `systemFolders`.
 */
export function refusedLoad(
  { path }: Pick<SubjectFile, 'path'>,
  error: number,
  systemFolders: readonly string[],
): UsageError {
  const { reason, advice }: LoadError = errors.get(error) ?? {
    reason: say('Windows gives no further reason'),
    advice: 'Look the error code up in winerror.h.',
  };
  const causes = ofDependencies.has(error) ? missingFor(path, systemFolders) : [];
  const told = causes.length === 0 ? reason : joined(causes, '; ');
  return new UsageError(
    say('--dll {path}: Windows refused to load it, error {error}: {told}.', { path, error, told }),
    advice,
  );
}

/** COM and MAPI share a number, and only MAPI's meaning of it can be meant. */
function mapiAnswer(hresult: number): string {
  return hresult === hresults.MAPI_E_LOGON_FAILED ? `MAPI_E_LOGON_FAILED (${hex32(hresult)})` : hresultText(hresult);
}

const outlook = 'It takes an Outlook for x64 that is the default mail client; or leave --mapi out.';

function refusedMapi({ by, answer, client, message }: MapiRefused, profile: string): UsageError {
  switch (by) {
    case 'client':
      return client === ''
        ? new UsageError('--mapi system: this machine has no default mail client.', outlook)
        : new UsageError(
            say('--mapi system: the default mail client, {client}, has no Extended MAPI.', { client: legible(client) }),
            outlook,
          );
    case 'load':
      return new UsageError(
        say("--mapi system: the system's mapi32.dll does not load, error {error}.", { error: answer }),
        outlook,
      );
    case 'initialize':
      return new UsageError(
        say('--mapi system: MAPIInitialize of {client} answered {hresult}.', {
          client: legible(client),
          hresult: mapiAnswer(answer),
        }),
        outlook,
      );
    case 'logon':
      return new UsageError(
        say('--mapi system: {client} did not log on to the profile {profile}: MAPILogonEx answered {hresult}.', {
          client: legible(client),
          profile,
          hresult: mapiAnswer(answer),
        }),
        'Name a profile that this user has, and that opens without a question: --profile NAME.',
      );
    case 'end':
      return new UsageError(
        say('--mapi system: logging on to the profile {profile} did not come back: {story}.', {
          profile,
          story: message,
        }),
        'Name a profile that this user has, and that opens without a question: --profile NAME.',
      );
  }
}

/** As when a linker writes while we judge: what was seen may be of the one file or of the other. */
export function refusedChange({ path }: Pick<SubjectFile, 'path'>): UsageError {
  return new UsageError(
    say('--dll {path}: the DLL changed, or was replaced, while it was judged; nothing is said of it.', { path }),
    'Judge it again, when nothing writes to it.',
  );
}

/** What was refused and the user can put right, as such; any other error as it is. */
export function refused(
  error: unknown,
  subject: Pick<SubjectFile, 'path'>,
  { folders, profile }: { readonly folders: readonly string[]; readonly profile: string },
): unknown {
  if (error instanceof LoadRefused) return refusedLoad(subject, error.error, folders);
  if (error instanceof MapiRefused) return refusedMapi(error, profile);
  return error;
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
      say('--clsid {clsid}: {path} does not know this class: DllGetClassObject answered {hresult}.', {
        clsid: `{${activation.clsid}}`,
        path,
        hresult: hresultText(outcome.hresult),
      }),
      'Give the class id that the DLL creates helpers for.',
    );
  }
}
