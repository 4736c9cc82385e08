import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { notApplicable } from '../../harness/rule/verdict.js';
import { registeredAndUnregistered } from '../scripts/registration.js';

export default rule({
  id: 'server/registration',
  needs: [],
  howToFix: 'Delete in DllUnregisterServer every key and value that DllRegisterServer wrote.',
  scripts: { registeredAndUnregistered },
  verify: (of) => {
    const script = of('registeredAndUnregistered');
    if (!script.reached('register')) notApplicable('the DLL exports no DllRegisterServer');
    if (!script.reached('unregister')) notApplicable('the DLL exports no DllUnregisterServer');
    expect(script.answerOrFail('register'), 'DllRegisterServer').to.have.hresult('S_OK');
    expect(script.answerOrFail('unregister'), 'DllUnregisterServer').to.have.hresult('S_OK');
    const left = script.answer('unregister').registry?.map(({ key, name }) => `${key}\\${name}`);
    expect(left, 'what is left in the registry').to.deep.equal([]);
  },
});
