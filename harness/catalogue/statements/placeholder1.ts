import { source } from '../source.js';
import type { Area } from '../statement.js';

export const placeholder1Area = {
  title: 'IOlkAccountHelper::Placeholder1',
  statements: {
    'e-notimpl': {
      level: 'must',
      title: 'always answers E_NOTIMPL to Placeholder1',
      requirement:
        'Placeholder1 is not supported: whatever it is given, and however often, it returns E_NOTIMPL and touches nothing.',
      source: source('AUX', 'iolkaccounthelper-placeholder1', 'Return values'),
    },
  },
} as const satisfies Area;
