import { source } from '../source.js';
import type { Area } from '../statement.js';

const page = 'iolkaccounthelper-getidentity';

export const getIdentityArea = {
  title: 'IOlkAccountHelper::GetIdentity',
  statements: {
    'null-pcch': {
      level: 'must',
      title: 'answers E_INVALIDARG when pcch is NULL',
      requirement: 'When pcch is NULL, GetIdentity returns E_INVALIDARG, with a buffer and without one.',
      source: source('AUX', page, 'Return values'),
    },
    characters: {
      level: 'must',
      title: 'counts characters, not bytes',
      requirement:
        'The sizes that go in and out through pcch are numbers of characters (UTF-16 code units), whatever the profile name holds.',
      source: source('AUX', page, 'Parameters'),
    },
    'too-small-code': {
      level: 'must',
      title: 'answers E_OUTOFMEMORY when the buffer is too small',
      requirement:
        'When the profile name with its terminating zero is longer than the buffer, GetIdentity returns E_OUTOFMEMORY and no other code.',
      source: source('AUX', page, 'Return values'),
    },
    'too-small-buffer-untouched': {
      level: 'must',
      title: 'leaves a buffer that is too small untouched',
      requirement: 'When the buffer is too small for the profile name, GetIdentity does not write to it.',
      source: source('AUX', page, 'Remarks'),
    },
    'too-small-size': {
      level: 'must',
      title: 'reports the size required when the buffer is too small',
      requirement:
        'When the buffer is too small, *pcch holds on return the size that the profile name needs, its terminating zero included.',
      source: source('AUX', page, 'Remarks'),
    },
    'reported-size-suffices': {
      level: 'must',
      title: 'succeeds with a buffer of the size it reported',
      requirement:
        'A caller that allocates exactly the size reported for a buffer that was too small, and asks again, gets S_OK and the name.',
      source: source('AUX', page, 'Remarks'),
    },
    'length-includes-terminator': {
      level: 'must',
      title: 'reports the length with the terminating zero',
      requirement: 'On S_OK, *pcch holds the length of the profile name including its terminating zero.',
      source: source('AUX', page, 'Parameters'),
    },
    'exact-name': {
      level: 'must',
      title: "returns the profile's name unchanged",
      requirement: "On S_OK, the buffer holds the profile's name in UTF-16, unchanged, and ends with a zero.",
      source: source('AUX', page, 'summary'),
    },
    'in-bounds': {
      level: 'must',
      title: 'writes nothing beyond the capacity',
      requirement: 'GetIdentity touches no memory before or behind the buffer whose size the caller stated.',
      source: source('AUX', page, 'Parameters'),
    },
    repeatable: {
      level: 'should',
      title: 'gives the same answer twice',
      requirement: 'Asked again, GetIdentity gives the same name and the same length.',
      source: source('AUX', page, 'summary'),
    },
    'null-buffer': {
      level: 'should',
      title: 'does not crash without a buffer',
      requirement:
        'A NULL pwszIdentity never crashes; with a capacity of 0 it asks for the size, and gets E_OUTOFMEMORY and the size required.',
      source: source('AUX', page, 'Remarks'),
    },
  },
} as const satisfies Area;
