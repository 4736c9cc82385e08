/** The two helpers that the documents describe, at their plainest. What they answer is what the documents have drawn. */
import { hresults } from '../catalogue/hresults.js';
import type { SimulatedMapi, SimulatedSession } from './simulated-mapi.js';

/** What GetMapiSession left: the code, and what the out-pointer holds. */
export interface Got {
  readonly hresult: number;
  readonly out: SimulatedSession | 'null' | 'untouched' | 'other';
}

/** What GetIdentity left: the code, `*pcch`, and the buffer's text; null: the buffer was not touched. */
export interface Identity {
  readonly hresult: number;
  readonly size: number;
  readonly text: string | null;
}

/** A helper as the simulation calls it. A method that throws lets an exception out. */
export interface SimulatedHelper {
  getIdentity(capacity: number): Identity;
  getMapiSession(): Got;
  handsOffSession(): number;
  placeholder1(): number;
  /** QueryInterface for IUnknown, and what the Release of what came returned. */
  query(): { readonly hresult: number; readonly count: number };
  /** The last Release. */
  end(): number;
}

abstract class AccountHelper implements SimulatedHelper {
  protected readonly mapi: SimulatedMapi;
  readonly #profile: string;

  constructor(mapi: SimulatedMapi, profile: string) {
    this.mapi = mapi;
    this.#profile = profile;
  }

  abstract getMapiSession(): Got;
  abstract handsOffSession(): number;
  abstract end(): number;

  getIdentity(capacity: number): Identity {
    const size = this.#profile.length + 1;
    return capacity < size
      ? { hresult: hresults.E_OUTOFMEMORY, size, text: null }
      : { hresult: hresults.S_OK, size, text: this.#profile };
  }

  placeholder1(): number {
    return hresults.E_NOTIMPL;
  }

  query(): { hresult: number; count: number } {
    return { hresult: hresults.S_OK, count: 1 };
  }
}

export class OwnSessionHelper extends AccountHelper {
  protected session: SimulatedSession | null = null;

  getMapiSession(): Got {
    this.session ??= this.logOn();
    if (this.session === null) return { hresult: hresults.MAPI_E_LOGON_FAILED, out: 'null' };
    this.session.addRef();
    return { hresult: hresults.S_OK, out: this.session };
  }

  handsOffSession(): number {
    this.logOff();
    return hresults.S_OK;
  }

  end(): number {
    this.logOff();
    return 0;
  }

  protected logOn(): SimulatedSession | null {
    this.mapi.initialize();
    const session = this.mapi.logon();
    if (session === null) this.mapi.uninitialize();
    return session;
  }

  protected logOff(): void {
    if (this.session === null) return;
    this.mapi.logoff();
    this.session.release();
    this.session = null;
    this.mapi.uninitialize();
  }
}

export class BorrowedSessionHelper extends AccountHelper {
  protected readonly session: SimulatedSession | null;

  constructor(mapi: SimulatedMapi, profile: string) {
    super(mapi, profile);
    this.session = mapi.offered;
    this.session?.addRef();
  }

  getMapiSession(): Got {
    if (this.session === null) return { hresult: hresults.E_FAIL, out: 'null' };
    this.session.addRef();
    return { hresult: hresults.S_OK, out: this.session };
  }

  handsOffSession(): number {
    return hresults.E_NOTIMPL;
  }

  end(): number {
    this.session?.release();
    return 0;
  }
}
