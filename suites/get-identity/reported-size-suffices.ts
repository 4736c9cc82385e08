import { failed } from '../../harness/catalogue/hresults.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { inconclusive } from '../../harness/rule/verdict.js';
import { as, close, getIdentity, open, script } from '../../harness/script/build.js';
import { unitsIn } from '../../harness/record/buffer-text.js';

export default rule({
  id: 'get-identity/reported-size-suffices',
  howToFix:
    'Accept *pcch == wcslen(name) + 1: refuse only when *pcch is smaller, and report that very number when refusing. Keep the whole name, however long it is.',
  scripts: {
    asked: script(
      'ask for the size, allocate exactly that, ask for the name',
      open(),
      as('size', getIdentity(1)),
      as('name', getIdentity('reported')),
      close(),
    ),
  },
  verify: (of) => {
    const asked = of('asked');
    const size = asked.answer('size');
    if (!failed(size.hresult ?? 0))
      inconclusive('GetIdentity did not refuse a buffer of one character, so it reported no size');
    const what = `GetIdentity with a buffer of the ${String(size.pcch?.after)} characters that it asked for`;
    const name = asked.answerOrFail('name');
    expect(name, what).to.have.hresult('S_OK');
    const profile = asked.profileName();
    expect(unitsIn(name.buffer?.image ?? '').slice(0, profile.length), `${what}: the name in the buffer`).to.equal(
      profile,
    );
  },
});
