/** What the catalogue and the rules say, in Spanish. */
import type { areas } from '../../catalogue/catalogue.js';
import type { AreaTexts } from './area-texts.js';
import { abi } from './areas/abi.js';
import { client } from './areas/client.js';
import { getIdentity } from './areas/get-identity.js';
import { getMapiSession } from './areas/get-mapi-session.js';
import { handsOffSession } from './areas/hands-off-session.js';
import { interfaceTexts } from './areas/interface.js';
import { iunknown } from './areas/iunknown.js';
import { mapi } from './areas/mapi.js';
import { placeholder1 } from './areas/placeholder1.js';
import { sequence, soak } from './areas/sequence.js';
import { server } from './areas/server.js';
import { sessionLifetime } from './areas/session-lifetime.js';

type Areas = typeof areas;

export const areaTexts: { readonly [A in keyof Areas]: AreaTexts<A> } = {
  iunknown,
  interface: interfaceTexts,
  placeholder1,
  'get-identity': getIdentity,
  'get-mapi-session': getMapiSession,
  'hands-off-session': handsOffSession,
  'session-lifetime': sessionLifetime,
  mapi,
  abi,
  server,
  client,
  sequence,
  soak,
};

/** The areas' headings, under those of the catalogue. */
export const areaTitles: Readonly<Record<Areas[keyof Areas]['title'], string>> = {
  IUnknown: 'IUnknown',
  IOlkAccountHelper: 'IOlkAccountHelper',
  'IOlkAccountHelper::Placeholder1': 'IOlkAccountHelper::Placeholder1',
  'IOlkAccountHelper::GetIdentity': 'IOlkAccountHelper::GetIdentity',
  'IOlkAccountHelper::GetMapiSession': 'IOlkAccountHelper::GetMapiSession',
  'IOlkAccountHelper::HandsOffSession': 'IOlkAccountHelper::HandsOffSession',
  "The session's life": 'La vida de la sesión',
  'MAPI, for a helper that makes its own session': 'MAPI, para un helper que hace su propia sesión',
  'The binary contract': 'El contrato binario',
  'The DLL as a server': 'La DLL como servidor',
  'The client of the account manager': 'El cliente del administrador de cuentas',
  'Sequences of calls': 'Secuencias de llamadas',
  'Long runs': 'Ejecuciones largas',
};
