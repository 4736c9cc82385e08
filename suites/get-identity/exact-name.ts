import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, getIdentity, open, script, withProfile } from '../../harness/script/build.js';
import type { ScriptDraft } from '../../harness/script/draft.js';
import { names, sizeOf, textIn } from '../scripts/names.js';

const nameOf = (profile: string): ScriptDraft =>
  withProfile(
    profile,
    script(`ask for the name of profile ${JSON.stringify(profile)}`, open(), as('name', getIdentity(256)), close()),
  );

export default rule({
  id: 'get-identity/exact-name',
  howToFix:
    'Keep the name as the WCHARs that you were given and copy them with their terminating zero; no conversion to a code page and back.',
  scripts: {
    given: script('ask for the name of the profile that the run is for', open(), as('name', getIdentity(256)), close()),
    ascii: nameOf(names.ascii),
    oneCharacter: nameOf(names.oneCharacter),
    accents: nameOf(names.accents),
    notInAnsi: nameOf(names.notInAnsi),
    surrogatePairs: nameOf(names.surrogatePairs),
    spacesAndSigns: nameOf(names.spacesAndSigns),
    longest: nameOf(names.longest),
  },
  verify: (of) => {
    for (const kind of [
      'given',
      'ascii',
      'oneCharacter',
      'accents',
      'notInAnsi',
      'surrogatePairs',
      'spacesAndSigns',
      'longest',
    ] as const) {
      const evidence = of(kind);
      const name = evidence.answer('name');
      // Nobody's profile has such a name, but a run can be for one.
      if (kind === 'given' && sizeOf(evidence.profileName()) > (name.pcch?.before ?? 0)) continue;
      expect(name, 'GetIdentity with 256 characters').to.have.hresult('S_OK');
      const text = textIn(name.buffer?.image ?? '');
      expect(text, 'the buffer holds no terminating zero').not.to.equal(null);
      expect(text, 'the name in the buffer').to.equal(evidence.profileName());
    }
  },
});
