import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { notApplicable } from '../../harness/rule/verdict.js';
import { registeredAndUnregistered } from '../scripts/registration.js';

const models = ['apartment', 'both', 'free', 'neutral'];

export default rule({
  id: 'server/threading-model',
  needs: [],
  howToFix: 'Register ThreadingModel=Apartment, or the model that the helper really supports.',
  scripts: { registeredAndUnregistered },
  verify: (of) => {
    const script = of('registeredAndUnregistered');
    if (!script.reached('register')) notApplicable('the DLL exports no DllRegisterServer');
    for (const { name, value } of script.answer('register').registry ?? []) {
      if (name.toLowerCase() !== 'threadingmodel') continue;
      expect(models, `ThreadingModel=${value}`).to.include(value.toLowerCase());
    }
  },
});
