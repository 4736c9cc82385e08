import { source } from '../source.js';
import type { Area } from '../statement.js';

const page = 'iolkaccounthelper-getmapisession';

export const getMapiSessionArea = {
  title: 'IOlkAccountHelper::GetMapiSession',
  statements: {
    result: {
      level: 'must',
      title: 'answers S_OK or an error code',
      requirement: 'GetMapiSession returns S_OK when it succeeds and an error code otherwise; no other success code.',
      source: source('AUX', page, 'Return values'),
    },
    'success-gives-session': {
      level: 'must',
      title: 'gives a session when it answers S_OK',
      requirement: 'When GetMapiSession returns S_OK, *ppmsess holds a pointer.',
      source: source('AUX', page, 'Parameters'),
    },
    'is-imapisession': {
      level: 'must',
      title: 'gives a pointer that is a MAPI session',
      requirement: 'The pointer that GetMapiSession gives answers QueryInterface for IID_IMAPISession.',
      source: source('AUX', page, 'See also'),
    },
    'adds-ref': {
      level: 'must',
      title: 'counts the pointer it gives for the caller',
      requirement:
        'The session that GetMapiSession gives carries one reference of the caller, no fewer and no more: what the caller releases was its own.',
      source: source('W32', 'com/rules-for-managing-reference-counts', 'Rules for Managing Reference Counts'),
    },
    'keeps-own-ref': {
      level: 'must',
      title: 'keeps a reference of its own on the session',
      requirement:
        'The helper maintains a reference to the session, because the account manager cannot: the session lives on when the caller has released what it got.',
      source: source('AUX', page, 'Remarks'),
    },
    'failure-nulls-out': {
      level: 'must',
      title: 'sets *ppmsess to NULL when it fails',
      requirement: 'When GetMapiSession returns an error code, *ppmsess is NULL.',
      source: source('W32', 'com/memory-management-rules', 'Memory Management Rules'),
    },
    'null-out': {
      level: 'must',
      title: 'refuses a NULL ppmsess',
      requirement: 'When ppmsess is NULL, GetMapiSession returns E_INVALIDARG or E_POINTER, and never crashes.',
      source: source('AUX', page, 'Parameters'),
    },
    repeatable: {
      level: 'should',
      title: 'gives the same session again',
      requirement: 'A second GetMapiSession succeeds and gives the current session, the same as the first.',
      source: source('AUX', page, 'Parameters'),
    },
  },
} as const satisfies Area;
