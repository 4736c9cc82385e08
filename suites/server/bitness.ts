import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { survey } from '../../harness/script/survey.js';

export default rule({
  id: 'server/bitness',
  needs: [],
  howToFix: 'Build the DLL for the machine of the Outlook that will load it.',
  scripts: { survey },
  verify: (_of, { machine }) => {
    expect(machine, 'the machine in the PE header').to.equal('x64');
  },
});
