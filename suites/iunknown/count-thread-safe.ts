import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import {
  addRef,
  as,
  close,
  getMapiSession,
  hazardous,
  observe,
  open,
  release,
  script,
} from '../../harness/script/build.js';

export default rule({
  id: 'iunknown/count-thread-safe',
  howToFix:
    'Count with InterlockedIncrement and InterlockedDecrement, or std::atomic. An object that never leaves its apartment may do without: tolerate this check then, and say why.',
  scripts: {
    hammered: hazardous(
      script(
        'AddRef and Release from several threads at once',
        open(),
        getMapiSession(),
        release('session'),
        as('before', addRef('helper')),
        as('hammer', { do: 'hammer', on: 'helper', threads: 4, rounds: 20_000 }),
        as('after', addRef('helper')),
        as('held', observe()),
        release('helper'),
        release('helper'),
        close(),
      ),
    ),
  },
  verify: (of) => {
    const hammered = of('hammered');
    hammered.answerOrFail('hammer');
    const held = (label: string): number =>
      hammered.sessions(label).reduce((sum, { references }) => sum + references, 0);
    expect(held('held'), 'references to the session: the helper must still live').to.equal(held('before'));
    const counted = ((hammered.answer('after').count ?? 0) - (hammered.answer('before').count ?? 0)) >>> 0;
    expect(counted, 'what AddRef returned more than before, after as many AddRef as Release').to.be.oneOf([0, 1]);
  },
});
