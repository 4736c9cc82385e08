import { source } from '../source.js';
import type { Area } from '../statement.js';

/** What must hold of whole sequences of calls. The documents promise no order in which Outlook calls the helper. */
export const sequenceArea = {
  title: 'Sequences of calls',
  statements: {
    exhaustive: {
      level: 'must',
      title: 'answers every short sequence as a helper of its kind must',
      requirement:
        'Every sequence of calls up to a given depth, each on a fresh helper, agrees with the documented behaviour.',
      source: source('AUX', 'iolkaccounthelper', 'Vtable order'),
    },
    random: {
      level: 'must',
      title: 'answers long random sequences as a helper of its kind must',
      requirement: 'Long random sequences of calls agree with the documented behaviour.',
      source: source('AUX', 'iolkaccounthelper', 'Vtable order'),
    },
    deterministic: {
      level: 'should',
      title: 'answers the same sequence the same way',
      requirement: 'The same sequence of calls on another fresh helper brings the same answers.',
      source: source('AUX', 'iolkaccounthelper', 'Vtable order'),
    },
  },
} as const satisfies Area;

export const soakArea = {
  title: 'Long runs',
  statements: {
    'no-growth': {
      level: 'should',
      title: 'does not grow over many cycles',
      requirement: 'References, handles, threads and memory stay flat over many lives of helpers.',
      source: source('W32', 'com/rules-for-managing-reference-counts', 'Rules for Managing Reference Counts'),
    },
  },
} as const satisfies Area;
