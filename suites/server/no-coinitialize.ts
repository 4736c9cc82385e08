import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import {
  as,
  close,
  getIdentity,
  getMapiSession,
  handsOffSession,
  observeApartment,
  open,
  release,
  script,
} from '../../harness/script/build.js';

export default rule({
  id: 'server/no-coinitialize',
  howToFix: 'Leave CoInitializeEx to the client, whose thread it is.',
  scripts: {
    withoutCom: {
      ...script(
        'the ordinary life, on a thread on which COM was not initialised',
        as('before', observeApartment()),
        open(),
        getIdentity(256),
        getMapiSession(),
        release('session'),
        handsOffSession(),
        close(),
        as('after', observeApartment()),
      ),
      apartment: 'none',
    },
  },
  verify: (of) => {
    const withoutCom = of('withoutCom');
    const before = withoutCom.answer('before').apartment;
    expect(withoutCom.answer('after').apartment, 'the apartment of the thread, afterwards').to.deep.equal(before);
  },
});
