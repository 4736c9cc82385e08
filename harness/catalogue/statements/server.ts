import { source } from '../source.js';
import type { Area } from '../statement.js';

export const serverArea = {
  title: 'The DLL as a server',
  statements: {
    bitness: {
      level: 'must',
      title: 'is built for the machine of the process that loads it',
      requirement: "A process can load only DLLs of its own kind: the PE header's machine is the host's.",
      source: source('W32', 'WinProg64/process-interoperability', 'Process Interoperability'),
    },
    dllmain: {
      level: 'must',
      title: 'does nothing in DllMain that is forbidden there',
      requirement:
        'DllMain loads no library, waits for nobody and calls no MAPI; the DLL can be loaded and unloaded many times.',
      source: source('W32', 'Dlls/dynamic-link-library-best-practices', 'General Best Practices'),
    },
    'no-coinitialize': {
      level: 'should',
      title: "does not set its caller's apartment",
      requirement: 'An in-process server does not initialise COM on the thread that calls it.',
      source: source('W32', 'com/in-process-server-threading-issues', 'In-Process Server Threading Issues'),
    },
    'get-class-object': {
      level: 'must',
      title: 'refuses a class that it does not have',
      requirement: 'DllGetClassObject returns CLASS_E_CLASSNOTAVAILABLE for an unknown class, and sets *ppv to NULL.',
      source: source('API', 'combaseapi/nf-combaseapi-dllgetclassobject', '-returns'),
    },
    aggregation: {
      level: 'must',
      title: 'refuses to be aggregated, or allows it by the rules',
      requirement:
        'CreateInstance with an outer object returns CLASS_E_NOAGGREGATION, or succeeds only for IID_IUnknown.',
      source: source('API', 'unknwn/nf-unknwn-iclassfactory-createinstance', '-returns'),
    },
    'can-unload-now': {
      level: 'must',
      title: 'does not let itself be unloaded while an object lives',
      requirement: 'DllCanUnloadNow returns S_FALSE as long as an object of the DLL lives.',
      source: source('API', 'combaseapi/nf-combaseapi-dllcanunloadnow', '-remarks'),
    },
    'threading-model': {
      level: 'should',
      title: 'registers a threading model that exists',
      requirement: 'ThreadingModel is Apartment, Both, Free or Neutral.',
      source: source('W32', 'com/inprocserver32', 'Remarks'),
    },
    registration: {
      level: 'should',
      title: 'takes back all that it registered',
      requirement: 'DllUnregisterServer removes from the registry everything that DllRegisterServer wrote.',
      source: source('API', 'winreg/nf-winreg-regoverridepredefkey', '-remarks'),
    },
  },
} as const satisfies Area;
