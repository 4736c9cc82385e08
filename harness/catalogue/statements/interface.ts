import { source } from '../source.js';
import type { Area } from '../statement.js';

export const interfaceArea = {
  title: 'IOlkAccountHelper',
  statements: {
    iid: {
      level: 'must',
      title: 'answers QueryInterface for IID_IOlkAccountHelper',
      requirement:
        'The object is an IOlkAccountHelper: QueryInterface for IID_IOlkAccountHelper gives S_OK and a pointer.',
      source: source('AUX', 'iolkaccounthelper', 'Quick info'),
    },
    'vtable-order': {
      level: 'must',
      title: 'has its methods in the documented vtable order',
      requirement:
        'After the three methods of IUnknown the vtable holds Placeholder1, GetIdentity, GetMapiSession and HandsOffSession, in that order.',
      source: source('AUX', 'iolkaccounthelper', 'Vtable order'),
    },
  },
} as const satisfies Area;
