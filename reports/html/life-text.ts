/** A step of a session's life in words: what was called, what came back, and what is to be said of it. */
import { guidText } from '../../harness/catalogue/guids.js';
import { helperHresult, shortHresult } from './answers.js';
import { isMissed, type Holding, type Moment } from './session-life.js';
import type { LifeWords } from './words.js';

export function callText({ step }: Moment, words: LifeWords): string {
  switch (step.do) {
    case 'create':
      return step.session === 'offered' ? words.createOffered : words.createWithheld;
    case 'query':
      return `${pointer(step.on)}: QueryInterface(${guidText(step.iid).replace(/^IID_/, '')})`;
    case 'addRef':
      return `${pointer(step.on)}: AddRef()`;
    case 'release':
      return `${pointer(step.on)}: Release()`;
    case 'hammer':
      return `${pointer(step.on)}: AddRef(), Release() ×${String(step.rounds * step.threads)}`;
    case 'placeholder1':
      return 'Placeholder1()';
    case 'getIdentity':
      return 'GetIdentity()';
    case 'getMapiSession':
      return `GetMapiSession(${step.out === 'null' ? 'NULL' : (step.as ?? '')})`;
    case 'handsOffSession':
      return 'HandsOffSession()';
    case 'configureProvider':
      return Object.keys(step).some((key) => key !== 'do' && key !== 'label') ? words.mapiRefuses : words.mapiBehaves;
    case 'observe':
      return words.lookAtCounters;
    case 'callSlot':
      return `vtable[${String(step.slot)}]()`;
    case 'getClassObject':
      return 'DllGetClassObject()';
    case 'createInstance':
      return 'CreateInstance()';
    case 'canUnloadNow':
      return 'DllCanUnloadNow()';
    case 'reload':
      return 'FreeLibrary(), LoadLibrary()';
    case 'registerServer':
      return step.undo ? 'DllUnregisterServer()' : 'DllRegisterServer()';
    case 'observeApartment':
      return 'CoGetApartmentType()';
  }
}

/** Scripts keep the IUnknown that a helper is created as under the name `unknown`. */
function pointer(name: string): string {
  return name === 'unknown' ? 'IUnknown' : name;
}

export function answerText({ step, at }: Moment, words: LifeWords): string {
  const { outcome } = at;
  switch (outcome.kind) {
    case 'returned': {
      const { hresult, count, out } = outcome;
      const named = step.do === 'getMapiSession' ? helperHresult : shortHresult;
      const code = hresult === undefined ? '' : named(hresult);
      if (out !== undefined && out.session !== null) return `${code}, ${words.session(out.session)}`;
      return count === undefined ? code : String(count);
    }
    case 'threw':
      return words.threw;
    case 'died':
      return words.died;
    case 'unreached':
      return words.unreached;
  }
}

/** What is to be said of one session after one step; empty: nothing. */
export function noteText(holding: Holding, words: LifeWords): string {
  const { isDue, helper, taken, overReleases, callsAfterRelease } = holding;
  const notes = [
    ...(isMissed(holding) ? [`✗ ${words.dueMissed(helper)}`] : isDue ? [`✓ ${words.dueMet}`] : []),
    ...(taken > 0 ? [`✗ ${words.taken(taken)}`] : []),
    ...(overReleases > 0 ? [`✗ ${words.overReleased(overReleases)}`] : []),
    ...(callsAfterRelease > 0 ? [`✗ ${words.calledAfterEnd(callsAfterRelease)}`] : []),
  ];
  return notes.join('; ');
}
