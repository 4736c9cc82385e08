/**
 * Every rule, in the order of the documents. To add one: write its statement into the catalogue
 * (`harness/catalogue/statements/`), its rule into `suites/<area>/<slug>.ts`, and list it here.
 */
import type { Rule } from '../harness/rule/rule.js';
import abiHresultForm from './abi/hresult-form.js';
import abiInOutOnError from './abi/in-out-on-error.js';
import abiNoCrash from './abi/no-crash.js';
import abiNoException from './abi/no-exception.js';
import abiRegisters from './abi/registers.js';
import clientInitFlags from './client/init-flags.js';
import clientInitOnce from './client/init-once.js';
import clientInitPointer from './client/init-pointer.js';
import getIdentityCharacters from './get-identity/characters.js';
import getIdentityExactName from './get-identity/exact-name.js';
import getIdentityInBounds from './get-identity/in-bounds.js';
import getIdentityLengthIncludesTerminator from './get-identity/length-includes-terminator.js';
import getIdentityNullBuffer from './get-identity/null-buffer.js';
import getIdentityNullPcch from './get-identity/null-pcch.js';
import getIdentityRepeatable from './get-identity/repeatable.js';
import getIdentityReportedSizeSuffices from './get-identity/reported-size-suffices.js';
import getIdentityTooSmallBufferUntouched from './get-identity/too-small-buffer-untouched.js';
import getIdentityTooSmallCode from './get-identity/too-small-code.js';
import getIdentityTooSmallSize from './get-identity/too-small-size.js';
import getMapiSessionAddsRef from './get-mapi-session/adds-ref.js';
import getMapiSessionFailureNullsOut from './get-mapi-session/failure-nulls-out.js';
import getMapiSessionIsImapisession from './get-mapi-session/is-imapisession.js';
import getMapiSessionKeepsOwnRef from './get-mapi-session/keeps-own-ref.js';
import getMapiSessionNullOut from './get-mapi-session/null-out.js';
import getMapiSessionRepeatable from './get-mapi-session/repeatable.js';
import getMapiSessionResult from './get-mapi-session/result.js';
import getMapiSessionSuccessGivesSession from './get-mapi-session/success-gives-session.js';
import handsOffSessionBeforeGet from './hands-off-session/before-get.js';
import handsOffSessionBorrowedENotimpl from './hands-off-session/borrowed-e-notimpl.js';
import handsOffSessionBorrowedKeeps from './hands-off-session/borrowed-keeps.js';
import handsOffSessionCodeMatchesBehaviour from './hands-off-session/code-matches-behaviour.js';
import handsOffSessionOwnReleases from './hands-off-session/own-releases.js';
import handsOffSessionOwnSOk from './hands-off-session/own-s-ok.js';
import handsOffSessionReopen from './hands-off-session/reopen.js';
import handsOffSessionTwice from './hands-off-session/twice.js';
import interfaceIid from './interface/iid.js';
import interfaceVtableOrder from './interface/vtable-order.js';
import iunknownCountReturned from './iunknown/count-returned.js';
import iunknownCountThreadSafe from './iunknown/count-thread-safe.js';
import iunknownIdentity from './iunknown/identity.js';
import iunknownLastReleaseFrees from './iunknown/last-release-frees.js';
import iunknownNullPpv from './iunknown/null-ppv.js';
import iunknownQueryAddsRef from './iunknown/query-adds-ref.js';
import iunknownReflexive from './iunknown/reflexive.js';
import iunknownStaticSet from './iunknown/static-set.js';
import iunknownSymmetric from './iunknown/symmetric.js';
import iunknownTransitive from './iunknown/transitive.js';
import iunknownUnsupportedIid from './iunknown/unsupported-iid.js';
import mapiBalanced from './mapi/balanced.js';
import mapiExtended from './mapi/extended.js';
import mapiInitializeFirst from './mapi/initialize-first.js';
import mapiLogoffThenRelease from './mapi/logoff-then-release.js';
import mapiNewSession from './mapi/new-session.js';
import mapiNoSharedLogoff from './mapi/no-shared-logoff.js';
import mapiNotInDllmain from './mapi/not-in-dllmain.js';
import mapiUnicode from './mapi/unicode.js';
import placeholder1ENotimpl from './placeholder1/e-notimpl.js';
import sequenceDeterministic from './sequence/deterministic.js';
import sequenceExhaustive from './sequence/exhaustive.js';
import sequenceRandom from './sequence/random.js';
import serverAggregation from './server/aggregation.js';
import serverBitness from './server/bitness.js';
import serverCanUnloadNow from './server/can-unload-now.js';
import serverDllmain from './server/dllmain.js';
import serverGetClassObject from './server/get-class-object.js';
import serverNoCoinitialize from './server/no-coinitialize.js';
import serverRegistration from './server/registration.js';
import serverThreadingModel from './server/threading-model.js';
import sessionLifetimeFinalRelease from './session-lifetime/final-release.js';
import sessionLifetimeNoCycle from './session-lifetime/no-cycle.js';
import soakNoGrowth from './soak/no-growth.js';

export const rules: readonly Rule[] = [
  iunknownIdentity,
  iunknownStaticSet,
  iunknownReflexive,
  iunknownSymmetric,
  iunknownTransitive,
  iunknownUnsupportedIid,
  iunknownNullPpv,
  iunknownQueryAddsRef,
  iunknownLastReleaseFrees,
  iunknownCountReturned,
  iunknownCountThreadSafe,
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
  getIdentityRepeatable,
  getIdentityNullBuffer,
  getMapiSessionResult,
  getMapiSessionSuccessGivesSession,
  getMapiSessionIsImapisession,
  getMapiSessionAddsRef,
  getMapiSessionKeepsOwnRef,
  getMapiSessionFailureNullsOut,
  getMapiSessionNullOut,
  getMapiSessionRepeatable,
  handsOffSessionBorrowedENotimpl,
  handsOffSessionBorrowedKeeps,
  handsOffSessionOwnSOk,
  handsOffSessionOwnReleases,
  handsOffSessionTwice,
  handsOffSessionCodeMatchesBehaviour,
  handsOffSessionBeforeGet,
  handsOffSessionReopen,
  sessionLifetimeFinalRelease,
  sessionLifetimeNoCycle,
  mapiInitializeFirst,
  mapiBalanced,
  mapiNotInDllmain,
  mapiExtended,
  mapiNewSession,
  mapiUnicode,
  mapiLogoffThenRelease,
  mapiNoSharedLogoff,
  abiNoException,
  abiNoCrash,
  abiHresultForm,
  abiInOutOnError,
  abiRegisters,
  serverBitness,
  serverDllmain,
  serverNoCoinitialize,
  serverGetClassObject,
  serverAggregation,
  serverCanUnloadNow,
  serverThreadingModel,
  serverRegistration,
  clientInitOnce,
  clientInitFlags,
  clientInitPointer,
  sequenceExhaustive,
  sequenceRandom,
  sequenceDeterministic,
  soakNoGrowth,
];
