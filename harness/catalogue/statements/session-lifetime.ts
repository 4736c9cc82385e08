import { source } from '../source.js';
import type { Area } from '../statement.js';

export const sessionLifetimeArea = {
  title: "The session's life",
  statements: {
    'final-release': {
      level: 'should',
      title: 'leaves no session open when it is released without HandsOffSession',
      requirement:
        'A helper that is let go without HandsOffSession releases a session of its own with its last reference.',
      source: source('W32', 'com/rules-for-managing-reference-counts', 'Rules for Managing Reference Counts'),
    },
    'no-cycle': {
      level: 'should',
      title: 'forms no cycle of references with its session',
      requirement:
        'Helper and session do not keep each other alive: when all that was given is released, both are gone.',
      source: source('AUX', 'iolkaccounthelper-getmapisession', 'Remarks'),
    },
  },
} as const satisfies Area;
