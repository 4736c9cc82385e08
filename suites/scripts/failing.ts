/** Ways to make GetMapiSession fail: what it needs from MAPI or from the session is refused. */
import { hresults } from '../../harness/catalogue/hresults.js';
import { as, getMapiSession, open, release, script } from '../../harness/script/build.js';

export const logonFails = script(
  'ask for the session while every MAPI logon fails',
  { do: 'configureProvider', failLogon: hresults.MAPI_E_LOGON_FAILED },
  open(),
  as('get', getMapiSession()),
  release('session'),
  release('helper'),
  as('end', release('unknown')),
);

export const initializeFails = script(
  'ask for the session while MAPIInitialize fails',
  { do: 'configureProvider', failInitialize: hresults.E_FAIL },
  open(),
  as('get', getMapiSession()),
  release('session'),
  release('helper'),
  as('end', release('unknown')),
);

export const sessionInterfaceRefused = script(
  'ask for the session while sessions refuse IID_IMAPISession',
  { do: 'configureProvider', refuseSessionInterface: true },
  open(),
  as('get', getMapiSession()),
  release('session'),
  release('helper'),
  as('end', release('unknown')),
);

/** The first buffer that the helper asks of MAPI is refused (MAPIAllocateBuffer, MAPIAllocateMore). */
export const memoryRunsOut = script(
  'ask for the session while MAPI has no memory',
  { do: 'configureProvider', failAllocation: 1 },
  open(),
  as('get', getMapiSession()),
  release('session'),
  release('helper'),
  as('end', release('unknown')),
);
