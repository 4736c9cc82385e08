import { source } from '../source.js';
import type { Area } from '../statement.js';

/** What the vendor's own code owes the account manager; seen when its helper is captured. */
export const clientArea = {
  title: 'The client of the account manager',
  statements: {
    'init-once': {
      level: 'must',
      title: 'initialises the account manager once, before it uses it',
      requirement: 'Init is the first call of an account manager, and is made once.',
      source: source('AUX', 'iolkaccountmanager-init', 'Remarks'),
    },
    'init-flags': {
      level: 'should',
      title: 'passes only documented flags to Init',
      requirement: 'The flags of Init are among those that the constants page lists.',
      source: source('AUX', 'constants-account-management-api', 'summary'),
    },
    'init-pointer': {
      level: 'must',
      title: 'passes a real IOlkAccountHelper to Init',
      requirement: 'The pointer given to Init answers for IID_IOlkAccountHelper.',
      source: source('AUX', 'iolkaccountmanager-init', 'Parameters'),
    },
  },
} as const satisfies Area;
