import { iid, unknownIid } from '../../harness/catalogue/guids.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { notApplicable } from '../../harness/rule/verdict.js';
import { as, getClassObject, script } from '../../harness/script/build.js';

export default rule({
  id: 'server/get-class-object',
  needs: [],
  howToFix: 'Begin DllGetClassObject with *ppv = nullptr, and return CLASS_E_CLASSNOTAVAILABLE for any other class.',
  scripts: {
    asked: script(
      'ask the DLL for a class that nobody has',
      as('get', getClassObject(unknownIid, iid.IClassFactory, 'factory')),
    ),
  },
  verify: (of) => {
    const asked = of('asked');
    if (!asked.reached('get')) notApplicable('the DLL exports no DllGetClassObject');
    const answer = asked.answerOrFail('get');
    expect(answer, 'DllGetClassObject for a class that nobody has').to.have.hresult('CLASS_E_CLASSNOTAVAILABLE');
    expect(answer.out?.pointer, '*ppv on return').to.equal('null');
  },
});
