/** Helpers that are simulated: the documents' own, odd ones that are right, and wrong ones. */
import { hresults } from '../../harness/catalogue/hresults.js';
import { BorrowedSessionHelper, OwnSessionHelper, type Got } from '../../harness/model/ideal-helpers.js';
import type { Factory } from '../../harness/model/simulate.js';
import type { SimulatedMapi, SimulatedSession } from '../../harness/model/simulated-mapi.js';

export type Kind = 'own' | 'borrowed';

export const own: Factory = (mapi, name) => new OwnSessionHelper(mapi, name);
export const borrowed: Factory = (mapi, name) => new BorrowedSessionHelper(mapi, name);

/** An own-session helper with other methods. */
export function ownWith(change: (helper: OpenOwn) => Partial<OpenOwn>): Factory {
  return (mapi, name) => {
    const helper = new OpenOwn(mapi, name);
    return Object.assign(helper, change(helper));
  };
}

/** One whose session the tests can get at. */
class OpenOwn extends OwnSessionHelper {
  declare session: SimulatedSession | null;
  wasAsked = false;

  get itsMapi(): SimulatedMapi {
    return this.mapi;
  }
}

/** What the class does, for a method that does more or less. */
export const usual = {
  get: (helper: OpenOwn): Got => OwnSessionHelper.prototype.getMapiSession.call(helper),
  handOff: (helper: OpenOwn): number => OwnSessionHelper.prototype.handsOffSession.call(helper),
};

export const innocent: Record<string, [Kind, Factory]> = {
  'that releases its session without Logoff': [
    'own',
    ownWith((helper) => ({
      handsOffSession: () => {
        if (helper.session !== null) helper.itsMapi.uninitialize();
        helper.session?.release();
        helper.session = null;
        return 0;
      },
    })),
  ],
  'that gives no session any more once it handed one off': [
    'own',
    ownWith((helper) => {
      let isClosed = false;
      return {
        getMapiSession: () => (isClosed ? { hresult: hresults.E_FAIL, out: 'null' } : usual.get(helper)),
        handsOffSession: () => {
          isClosed = true;
          return usual.handOff(helper);
        },
      };
    }),
  ],
  'that refuses a second HandsOffSession by a code of its own': [
    'own',
    ownWith((helper) => {
      let wasOpen = false;
      return {
        handsOffSession: () => {
          const isOpen = helper.session !== null;
          usual.handOff(helper);
          const answer = isOpen || !wasOpen ? hresults.S_OK : hresults.E_UNEXPECTED;
          wasOpen ||= isOpen;
          return answer;
        },
      };
    }),
  ],
  'that logs on when it is made': [
    'own',
    (mapi, name) => {
      const helper = new OpenOwn(mapi, name);
      helper.getMapiSession();
      helper.session?.release();
      return helper.session === null ? hresults.MAPI_E_LOGON_FAILED : helper;
    },
  ],
  'that hands out an object of its own making': [
    'own',
    ownWith((helper) => ({
      getMapiSession: () => {
        if (usual.get(helper).hresult !== 0) return { hresult: hresults.E_FAIL, out: 'null' };
        helper.session?.release();
        return { hresult: 0, out: 'other' };
      },
    })),
  ],
  'that keeps two references to the borrowed session': [
    'borrowed',
    (mapi, name) => {
      const helper = new BorrowedSessionHelper(mapi, name);
      mapi.offered?.addRef();
      return Object.assign(helper, {
        end: () => {
          mapi.offered?.release();
          return BorrowedSessionHelper.prototype.end.call(helper);
        },
      });
    },
  ],
};

/** With each statement that they violate, and the shortest sequence that shows it. */
export const guilty: Record<string, [Kind, Factory, Record<string, string>]> = {
  'that keeps its session': [
    'own',
    ownWith(() => ({ handsOffSession: () => hresults.S_OK })),
    { 'hands-off-session/own-releases': 'gh' },
  ],
  'that answers E_NOTIMPL for a session of its own': [
    'own',
    ownWith((helper) => ({
      handsOffSession: () => {
        usual.handOff(helper);
        return hresults.E_NOTIMPL;
      },
    })),
    { 'hands-off-session/before-get': 'h', 'hands-off-session/own-s-ok': 'gh' },
  ],
  'that releases twice when it is called twice': [
    'own',
    ownWith((helper) => {
      let last: SimulatedSession | null = null;
      return {
        handsOffSession: () => {
          if (helper.session === null) last?.release();
          last = helper.session ?? last;
          return usual.handOff(helper);
        },
      };
    }),
    { 'hands-off-session/twice': 'ghh' },
  ],
  'that counts nobody but the first': [
    'own',
    ownWith((helper) => ({
      getMapiSession: () => {
        const got = usual.get(helper);
        if (helper.wasAsked && typeof got.out !== 'string') got.out.release();
        helper.wasAsked = true;
        return got;
      },
    })),
    { 'get-mapi-session/adds-ref': 'gg', 'get-mapi-session/keeps-own-ref': 'ghg' },
  ],
  'that leaves MAPI initialised when the logon failed': [
    'own',
    ownWith((helper) => ({
      getMapiSession: () => {
        const got = usual.get(helper);
        if (got.hresult !== 0) helper.itsMapi.initialize();
        return got;
      },
    })),
    {},
  ],
  'that answers S_OK for a borrowed session': [
    'borrowed',
    (mapi, name) => Object.assign(new BorrowedSessionHelper(mapi, name), { handsOffSession: () => hresults.S_OK }),
    { 'hands-off-session/borrowed-e-notimpl': 'h' },
  ],
  "that releases the client's session": [
    'borrowed',
    (mapi, name) =>
      Object.assign(new BorrowedSessionHelper(mapi, name), {
        handsOffSession: () => {
          mapi.offered?.release();
          return hresults.E_NOTIMPL;
        },
      }),
    { 'hands-off-session/borrowed-keeps': 'h' },
  ],
  'that throws': [
    'own',
    ownWith(() => ({
      placeholder1: () => {
        throw new Error('out of the method');
      },
    })),
    { 'abi/no-exception': 'p' },
  ],
  'that forgets its name': [
    'own',
    ownWith((helper) => ({
      getIdentity: (capacity) =>
        helper.session === null
          ? OwnSessionHelper.prototype.getIdentity.call(helper, capacity)
          : { hresult: hresults.E_FAIL, size: 0, text: null },
    })),
    { 'get-identity/exact-name': 'gi', 'get-identity/too-small-code': 'gs' },
  ],
};
