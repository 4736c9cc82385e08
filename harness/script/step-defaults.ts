/** What a sequence file may leave out of a step: what most steps have. */

/** The object that a call is made of. */
export const usualObject = 'helper';

/** The name of the session that a call gives. */
export const usualSession = 'session';

export const usualSize = 256;

/** The name of the IUnknown beside a helper that `open` has made: `unknown`, `secondUnknown` beside `second`. */
export function unknownOf(helper: string): string {
  return helper === usualObject ? 'unknown' : `${helper}Unknown`;
}

/** Steps that need nothing said of them: a file may hold their names alone. */
export const loneSteps = [
  'open',
  'close',
  'create',
  'query',
  'addRef',
  'placeholder1',
  'getIdentity',
  'getMapiSession',
  'handsOffSession',
  'observe',
  'observeApartment',
  'canUnloadNow',
] as const;
