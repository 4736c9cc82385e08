import { iid } from '../../harness/catalogue/guids.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { warning } from '../../harness/rule/verdict.js';
import { as, close, getMapiSession, open, query, release, script } from '../../harness/script/build.js';

export default rule({
  id: 'get-mapi-session/is-imapisession',
  howToFix: 'Give the session that MAPILogonEx or the client gave you, as it is.',
  scripts: {
    asked: script(
      'ask for the session, and the session for IMAPISession',
      open(),
      as('get', getMapiSession()),
      as('query', query('session', iid.IMAPISession, 'mapiSession')),
      release('mapiSession'),
      release('session'),
      close(),
    ),
  },
  verify: (of) => {
    const asked = of('asked');
    const given = asked.answer('get').out?.pointer;
    const answer = asked.answerOrFail('query');
    expect(answer, 'QueryInterface of the session for IID_IMAPISession').to.have.hresult('S_OK');
    if (answer.out?.pointer !== given) {
      warning(
        'the pointer answers IID_IMAPISession, but is not itself an IMAPISession: a caller that casts it will crash',
      );
    }
  },
});
