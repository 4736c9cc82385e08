import type { Step } from './step.js';

/** The call that a step makes, by the name that its documents have for it. */
const callNames: Readonly<Record<Step['do'], string>> = {
  create: 'creating the helper',
  query: 'IUnknown::QueryInterface',
  addRef: 'IUnknown::AddRef',
  release: 'IUnknown::Release',
  placeholder1: 'Placeholder1',
  getIdentity: 'GetIdentity',
  getMapiSession: 'GetMapiSession',
  handsOffSession: 'HandsOffSession',
  callSlot: 'a method called through the vtable',
  configureProvider: 'MAPI',
  observe: 'looking at the counters',
  hammer: 'IUnknown::AddRef or Release on several threads',
  getClassObject: 'DllGetClassObject',
  createInstance: 'IClassFactory::CreateInstance',
  canUnloadNow: 'DllCanUnloadNow',
  reload: 'unloading and loading the DLL',
  registerServer: 'DllRegisterServer or DllUnregisterServer',
  observeApartment: 'CoGetApartmentType',
};

export function callName(step: Step): string {
  return callNames[step.do];
}
