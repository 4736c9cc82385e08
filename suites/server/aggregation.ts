import { AssertionError } from 'chai';

import { iid } from '../../harness/catalogue/guids.js';
import { failed, hresultText } from '../../harness/catalogue/hresults.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { notApplicable } from '../../harness/rule/verdict.js';
import { as, getClassObject, script } from '../../harness/script/build.js';

export default rule({
  id: 'server/aggregation',
  needs: [],
  howToFix: 'In CreateInstance: if (outer != nullptr) return CLASS_E_NOAGGREGATION;',
  scripts: {
    asked: script(
      'ask the class object for an aggregated helper',
      getClassObject('activation', iid.IClassFactory, 'factory'),
      as('unknown', { do: 'createInstance', on: 'factory', outer: 'harness', iid: iid.IUnknown, as: 'inner' }),
      as('helper', { do: 'createInstance', on: 'factory', outer: 'harness', iid: iid.IOlkAccountHelper, as: 'wrong' }),
    ),
  },
  verify: (of) => {
    const asked = of('asked');
    if (!asked.reached('unknown')) notApplicable('the helper was not created through a class object');
    expect(asked.answerOrFail('unknown'), 'CreateInstance(outer, IID_IUnknown)').to.have.hresult(
      'S_OK',
      'CLASS_E_NOAGGREGATION',
    );
    const { hresult = 0 } = asked.answerOrFail('helper');
    if (failed(hresult)) return;
    throw new AssertionError(
      'CreateInstance(outer, IID_IOlkAccountHelper) succeeded: the outer object was not heeded',
      {
        expected: 'an error code',
        actual: hresultText(hresult),
      },
    );
  },
});
