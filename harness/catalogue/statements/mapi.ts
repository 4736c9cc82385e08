import { source } from '../source.js';
import type { Area } from '../statement.js';

/** What a helper that logs on by itself owes MAPI. */
export const mapiArea = {
  title: 'MAPI, for a helper that makes its own session',
  statements: {
    'initialize-first': {
      level: 'must',
      title: 'calls MAPIInitialize before anything else of MAPI',
      requirement: 'MAPIInitialize comes before every other call of MAPI.',
      source: source('MAPI', 'mapiinitialize', 'Remarks'),
    },
    balanced: {
      level: 'must',
      title: 'calls MAPIUninitialize as often as MAPIInitialize',
      requirement:
        'By the end of the helper there were as many MAPIUninitialize as MAPIInitialize, also when the logon had failed.',
      source: source('MAPI', 'mapiuninitialize', 'Remarks'),
    },
    'not-in-dllmain': {
      level: 'must',
      title: 'does not initialise MAPI from DllMain',
      requirement: 'Neither MAPIInitialize nor MAPIUninitialize is called from DllMain.',
      source: source('MAPI', 'mapiinitialize', 'Remarks'),
    },
    extended: {
      level: 'should',
      title: 'logs on with MAPI_EXTENDED',
      requirement: 'MAPILogonEx is given MAPI_EXTENDED, always.',
      source: source('MAPI', 'mapilogonex', 'Parameters'),
    },
    'new-session': {
      level: 'should',
      title: 'asks for a new session when it names a profile',
      requirement: 'A logon to a named profile is given MAPI_NEW_SESSION, or it may end in the session of another.',
      source: source('MAPI', 'mapilogonex', 'Remarks'),
    },
    unicode: {
      level: 'must',
      title: 'says MAPI_UNICODE when its strings are',
      requirement:
        'MAPI_UNICODE is set if and only if the strings given to MAPILogonEx are UTF-16: MAPI reads the name that was meant.',
      source: source('MAPI', 'mapilogonex', 'Parameters'),
    },
    'logoff-then-release': {
      level: 'should',
      title: 'only releases a session that it has logged off',
      requirement: 'After Logoff nothing but Release is called on the session.',
      source: source('MAPI', 'imapisession-logoff', 'Remarks'),
    },
    'no-shared-logoff': {
      level: 'must',
      title: 'never logs off with MAPI_LOGOFF_SHARED',
      requirement:
        'Logoff is never given MAPI_LOGOFF_SHARED: all MAPI clients of the machine would begin to shut down.',
      source: source('MAPI', 'imapisession-logoff', 'Notes to callers'),
    },
  },
} as const satisfies Area;
