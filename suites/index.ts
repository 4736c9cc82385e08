/**
 * Every rule, in the order of the documents. To add one: write its statement into the catalogue
 * (`harness/catalogue/statements/`), its rule into `suites/<area>/<slug>.ts`, and list it here.
 */
import type { Rule } from '../harness/rule/rule.js';
import getIdentityCharacters from './get-identity/characters.js';
import getIdentityExactName from './get-identity/exact-name.js';
import getIdentityInBounds from './get-identity/in-bounds.js';
import getIdentityLengthIncludesTerminator from './get-identity/length-includes-terminator.js';
import getIdentityNullPcch from './get-identity/null-pcch.js';
import getIdentityReportedSizeSuffices from './get-identity/reported-size-suffices.js';
import getIdentityTooSmallBufferUntouched from './get-identity/too-small-buffer-untouched.js';
import getIdentityTooSmallCode from './get-identity/too-small-code.js';
import getIdentityTooSmallSize from './get-identity/too-small-size.js';
import getMapiSessionAddsRef from './get-mapi-session/adds-ref.js';
import getMapiSessionFailureNullsOut from './get-mapi-session/failure-nulls-out.js';
import getMapiSessionIsImapisession from './get-mapi-session/is-imapisession.js';
import getMapiSessionKeepsOwnRef from './get-mapi-session/keeps-own-ref.js';
import getMapiSessionNullOut from './get-mapi-session/null-out.js';
import getMapiSessionResult from './get-mapi-session/result.js';
import getMapiSessionSuccessGivesSession from './get-mapi-session/success-gives-session.js';
import handsOffSessionBorrowedENotimpl from './hands-off-session/borrowed-e-notimpl.js';
import handsOffSessionBorrowedKeeps from './hands-off-session/borrowed-keeps.js';
import handsOffSessionCodeMatchesBehaviour from './hands-off-session/code-matches-behaviour.js';
import handsOffSessionOwnReleases from './hands-off-session/own-releases.js';
import handsOffSessionOwnSOk from './hands-off-session/own-s-ok.js';
import handsOffSessionTwice from './hands-off-session/twice.js';
import interfaceIid from './interface/iid.js';
import interfaceVtableOrder from './interface/vtable-order.js';
import placeholder1ENotimpl from './placeholder1/e-notimpl.js';

export const rules: readonly Rule[] = [
  interfaceIid,
  interfaceVtableOrder,
  placeholder1ENotimpl,
  getIdentityNullPcch,
  getIdentityCharacters,
  getIdentityTooSmallCode,
  getIdentityTooSmallBufferUntouched,
  getIdentityTooSmallSize,
  getIdentityReportedSizeSuffices,
  getIdentityLengthIncludesTerminator,
  getIdentityExactName,
  getIdentityInBounds,
  getMapiSessionResult,
  getMapiSessionSuccessGivesSession,
  getMapiSessionIsImapisession,
  getMapiSessionAddsRef,
  getMapiSessionKeepsOwnRef,
  getMapiSessionFailureNullsOut,
  getMapiSessionNullOut,
  handsOffSessionBorrowedENotimpl,
  handsOffSessionBorrowedKeeps,
  handsOffSessionOwnSOk,
  handsOffSessionOwnReleases,
  handsOffSessionTwice,
  handsOffSessionCodeMatchesBehaviour,
];
