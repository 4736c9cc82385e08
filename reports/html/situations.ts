/** The documented table: in which situation which method answers what, and which checks judge it. */
import { failed, hresults, type HresultName } from '../../harness/catalogue/hresults.js';
import type { StatementId } from '../../harness/catalogue/catalogue.js';
import type { Subject } from '../../harness/record/run-record.js';

export type SituationName =
  | 'placeholderNull'
  | 'placeholderPointer'
  | 'identityFits'
  | 'identityTooSmall'
  | 'identitySizeQuery'
  | 'identityNoBuffer'
  | 'identityNullPcch'
  | 'sessionFirst'
  | 'sessionAgain'
  | 'sessionAfterHandsOff'
  | 'sessionMapiFails'
  | 'sessionNullOut'
  | 'handsOffAfterGet'
  | 'handsOffBefore'
  | 'handsOffAgain';

export interface Documented {
  /** Empty: no code is demanded, only that the call comes back. */
  readonly codes: readonly HresultName[];
  /** Any error code will do as well. */
  readonly orFailure?: boolean;
}

export interface Situation {
  readonly name: SituationName;
  readonly method: 'Placeholder1' | 'GetIdentity' | 'GetMapiSession' | 'HandsOffSession';
  readonly documented: Documented;
  readonly checks: readonly StatementId[];
}

type Observed = Subject['session']['observed'];

/** Whose session it is decides what HandsOffSession has to answer; where nobody saw one, either will do. */
const handsOffCodes: Readonly<Record<Observed, readonly HresultName[]>> = {
  own: ['S_OK'],
  borrowed: ['E_NOTIMPL'],
  unknown: ['S_OK', 'E_NOTIMPL'],
};

/** The rows of the table, in the order of the vtable. */
export function situationsFor(observed: Observed): readonly Situation[] {
  const handsOff: Documented = { codes: handsOffCodes[observed] };
  // Of its own session a helper has nothing left to hand off: no document says what it answers then.
  const handsOffAgain: Documented = observed === 'borrowed' ? handsOff : { codes: ['S_OK'], orFailure: true };
  return [
    ...placeholder1,
    ...getIdentity,
    ...getMapiSession,
    {
      name: 'handsOffAfterGet',
      method: 'HandsOffSession',
      documented: handsOff,
      checks: [
        'hands-off-session/own-s-ok',
        'hands-off-session/own-releases',
        'hands-off-session/borrowed-e-notimpl',
        'hands-off-session/borrowed-keeps',
        'hands-off-session/code-matches-behaviour',
      ],
    },
    {
      name: 'handsOffBefore',
      method: 'HandsOffSession',
      documented: handsOff,
      checks: ['hands-off-session/before-get', 'hands-off-session/borrowed-e-notimpl'],
    },
    {
      name: 'handsOffAgain',
      method: 'HandsOffSession',
      documented: handsOffAgain,
      checks: ['hands-off-session/twice', 'hands-off-session/borrowed-e-notimpl'],
    },
  ];
}

/** Whether the documents have that code for the situation. */
export function isDocumented({ codes, orFailure = false }: Documented, hresult: number): boolean {
  return codes.length === 0 || codes.some((name) => hresults[name] === hresult) || (orFailure && failed(hresult));
}

const placeholder1: readonly Situation[] = (['placeholderNull', 'placeholderPointer'] as const).map((name) => ({
  name,
  method: 'Placeholder1',
  documented: { codes: ['E_NOTIMPL'] },
  checks: ['placeholder1/e-notimpl'],
}));

const getIdentity: readonly Situation[] = [
  {
    name: 'identityFits',
    method: 'GetIdentity',
    documented: { codes: ['S_OK'] },
    checks: [
      'get-identity/exact-name',
      'get-identity/length-includes-terminator',
      'get-identity/reported-size-suffices',
      'get-identity/in-bounds',
      'get-identity/repeatable',
    ],
  },
  {
    name: 'identityTooSmall',
    method: 'GetIdentity',
    documented: { codes: ['E_OUTOFMEMORY'] },
    checks: [
      'get-identity/too-small-code',
      'get-identity/too-small-size',
      'get-identity/too-small-buffer-untouched',
      'get-identity/characters',
    ],
  },
  {
    name: 'identitySizeQuery',
    method: 'GetIdentity',
    documented: { codes: ['E_OUTOFMEMORY'] },
    checks: ['get-identity/null-buffer'],
  },
  {
    name: 'identityNoBuffer',
    method: 'GetIdentity',
    documented: { codes: [] },
    checks: ['get-identity/null-buffer'],
  },
  {
    name: 'identityNullPcch',
    method: 'GetIdentity',
    documented: { codes: ['E_INVALIDARG'] },
    checks: ['get-identity/null-pcch'],
  },
];

const getMapiSession: readonly Situation[] = [
  {
    name: 'sessionFirst',
    method: 'GetMapiSession',
    documented: { codes: ['S_OK'], orFailure: true },
    checks: [
      'get-mapi-session/result',
      'get-mapi-session/success-gives-session',
      'get-mapi-session/is-imapisession',
      'get-mapi-session/adds-ref',
      'get-mapi-session/keeps-own-ref',
    ],
  },
  {
    name: 'sessionAgain',
    method: 'GetMapiSession',
    documented: { codes: ['S_OK'], orFailure: true },
    checks: ['get-mapi-session/repeatable'],
  },
  {
    name: 'sessionAfterHandsOff',
    method: 'GetMapiSession',
    documented: { codes: ['S_OK'], orFailure: true },
    checks: ['hands-off-session/reopen'],
  },
  {
    name: 'sessionMapiFails',
    method: 'GetMapiSession',
    documented: { codes: ['S_OK'], orFailure: true },
    checks: ['get-mapi-session/failure-nulls-out', 'abi/hresult-form'],
  },
  {
    name: 'sessionNullOut',
    method: 'GetMapiSession',
    documented: { codes: ['E_INVALIDARG', 'E_POINTER'] },
    checks: ['get-mapi-session/null-out'],
  },
];
