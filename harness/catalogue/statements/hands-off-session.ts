import { source } from '../source.js';
import type { Area } from '../statement.js';

const page = 'iolkaccounthelper-handsoffsession';

export const handsOffSessionArea = {
  title: 'IOlkAccountHelper::HandsOffSession',
  statements: {
    'borrowed-e-notimpl': {
      level: 'must',
      title: 'answers only E_NOTIMPL when the session is not its own',
      requirement:
        'A helper that did not create the MAPI session itself returns E_NOTIMPL from HandsOffSession, always, and nothing else.',
      source: source('AUX', page, 'Return values'),
    },
    'borrowed-keeps': {
      level: 'must',
      title: 'releases nothing when the session is not its own',
      requirement: 'A helper that did not create the MAPI session itself does not release it in HandsOffSession.',
      source: source('AUX', page, 'Return values'),
    },
    'own-s-ok': {
      level: 'must',
      title: 'answers S_OK when it hands off a session of its own',
      requirement:
        'A helper that created the MAPI session which GetMapiSession gave returns S_OK from HandsOffSession.',
      source: source('AUX', page, 'Return values'),
    },
    'own-releases': {
      level: 'must',
      title: 'releases a session of its own',
      requirement:
        'A helper that created the MAPI session which GetMapiSession gave releases it in HandsOffSession: no reference of the helper is left.',
      source: source('AUX', page, 'Return values'),
    },
    twice: {
      level: 'must',
      title: 'releases nothing twice',
      requirement: 'A second HandsOffSession releases nothing that the first has released already.',
      source: source('W32', 'com/rules-for-managing-reference-counts', 'Rules for Managing Reference Counts'),
    },
    'code-matches-behaviour': {
      level: 'must',
      title: 'answers with the code that fits the session it gave',
      requirement:
        "S_OK says that the session was of the helper's making, E_NOTIMPL that it was not: the code agrees with what MAPI has seen, whatever was declared.",
      source: source('AUX', page, 'Return values'),
    },
    'before-get': {
      level: 'should',
      title: 'has its constant answer also when nothing was handed out',
      requirement:
        'Before any GetMapiSession, HandsOffSession answers as it does afterwards: S_OK for an own session, E_NOTIMPL for a borrowed one.',
      source: source('AUX', page, 'Return values'),
    },
    reopen: {
      level: 'should',
      title: 'works again, or fails cleanly, after HandsOffSession',
      requirement:
        'GetMapiSession after HandsOffSession gives a living session, or an error code and NULL; never a session that is gone.',
      source: source('AUX', page, 'summary'),
    },
  },
} as const satisfies Area;
