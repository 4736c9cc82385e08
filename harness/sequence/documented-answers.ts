/**
 * What the documents say of calls that the model of sequences knows nothing of, each by the statement that it comes from.
 */
import { unknownIid } from '../catalogue/guids.js';
import { failed, hresults, type HresultName } from '../catalogue/hresults.js';
import type { StatementId } from '../catalogue/catalogue.js';
import type { StepDraft } from '../script/draft.js';

export interface DocumentedAnswer {
  readonly statement: StatementId;
  readonly hresults: readonly number[];
  /** Answers that the statement's own check only advises against. */
  readonly isTolerated: (hresult: number) => boolean;
}

const nothing = (): boolean => false;

function answer(statement: StatementId, ...names: HresultName[]): DocumentedAnswer {
  return { statement, hresults: names.map((name) => hresults[name]), isTolerated: nothing };
}

/** undefined: nothing that does not depend on what went before. */
export function documentedAnswer(step: StepDraft): DocumentedAnswer | undefined {
  switch (step.do) {
    case 'query':
      if (step.out === 'null')
        return {
          ...answer('iunknown/null-ppv', 'E_POINTER'),
          isTolerated: (hresult) => hresult === hresults.E_INVALIDARG,
        };
      return step.iid === unknownIid ? answer('iunknown/unsupported-iid', 'E_NOINTERFACE') : undefined;
    case 'placeholder1':
      return answer('placeholder1/e-notimpl', 'E_NOTIMPL');
    case 'getIdentity':
      if (step.pcch === 'null') return answer('get-identity/null-pcch', 'E_INVALIDARG');
      return step.pcch === 0 ? answer('get-identity/too-small-code', 'E_OUTOFMEMORY') : undefined;
    case 'getMapiSession':
      return step.out === 'null'
        ? { ...answer('get-mapi-session/null-out', 'E_INVALIDARG', 'E_POINTER'), isTolerated: failed }
        : undefined;
    case 'getClassObject':
      return step.clsid === 'activation' ? undefined : answer('server/get-class-object', 'CLASS_E_CLASSNOTAVAILABLE');
    default:
      return undefined;
  }
}
