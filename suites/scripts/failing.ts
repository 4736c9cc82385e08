/** Ways to make GetMapiSession fail: what it needs from MAPI or from the session is refused. */
import { hresults } from '../../harness/catalogue/hresults.js';
import { as, getMapiSession, open, release, script } from '../../harness/script/build.js';
import type { ScriptDraft } from '../../harness/script/draft.js';
import type { Step } from '../../harness/script/step.js';

type Refusal = Omit<Extract<Step, { do: 'configureProvider' }>, 'do' | 'label'>;

const askedWhile = (what: string, refusal: Refusal): ScriptDraft =>
  script(
    `ask for the session while ${what}`,
    { do: 'configureProvider', ...refusal },
    open(),
    as('get', getMapiSession()),
    release('session'),
    release('helper'),
    as('end', release('unknown')),
  );

export const logonFails = askedWhile('every MAPI logon fails', { failLogon: hresults.MAPI_E_LOGON_FAILED });
export const initializeFails = askedWhile('MAPIInitialize fails', { failInitialize: hresults.E_FAIL });
export const sessionInterfaceRefused = askedWhile('sessions refuse IID_IMAPISession', { refuseSessionInterface: true });

/** The first buffer that the helper asks of MAPI is refused (MAPIAllocateBuffer, MAPIAllocateMore). */
export const memoryRunsOut = askedWhile('MAPI has no memory', { failAllocation: 1 });
