import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import {
  close,
  getIdentity,
  getMapiSession,
  handsOffSession,
  open,
  placeholder1,
  release,
  script,
} from '../../harness/script/build.js';
import { askForAll, givenAt } from '../scripts/interfaces.js';

const moments = ['afterPlaceholder1', 'afterGetIdentity', 'afterGetMapiSession', 'afterHandsOffSession', 'inTheEnd'];

export default rule({
  id: 'iunknown/static-set',
  howToFix: 'Let QueryInterface decide by the IID alone, never by the state of the object or by what was asked before.',
  scripts: {
    asked: script(
      'ask for every interface before and after each method',
      open(),
      askForAll('atFirst', 'helper'),
      placeholder1('null'),
      askForAll('afterPlaceholder1', 'helper'),
      getIdentity(256),
      askForAll('afterGetIdentity', 'helper'),
      getMapiSession(),
      askForAll('afterGetMapiSession', 'helper'),
      release('session'),
      handsOffSession(),
      askForAll('afterHandsOffSession', 'helper'),
      askForAll('inTheEnd', 'helper'),
      close(),
    ),
  },
  verify: (of) => {
    const atFirst = givenAt(of('asked'), 'atFirst');
    for (const moment of moments)
      expect(givenAt(of('asked'), moment), 'the interfaces that are given').to.deep.equal(atFirst);
  },
});
