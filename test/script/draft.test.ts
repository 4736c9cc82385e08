import { expect } from 'chai';

import { getIdentity, hazardous, open, script, withProfile } from '../../harness/script/build.js';
import { bindScript, scriptKey, type Binding } from '../../harness/script/draft.js';
import { scriptSchema } from '../../harness/script/step.js';

const binding: Binding = { session: 'withheld', profile: 'Outlook', profileCanBeTold: true, apartment: 'sta' };

describe('bindScript', () => {
  it('makes a draft a script that the bridge understands', () => {
    const draft = withProfile('Núñez', hazardous(script('name', open(), getIdentity(5))));
    const bound = bindScript(draft, binding);
    expect(scriptSchema.parse(bound)).to.deep.equal(bound);
    expect(bound.profile).to.equal('Núñez');
    expect(bound.hazardous).to.equal(true);
  });

  it('keeps to the run’s profile where the helper cannot be told another', () => {
    const draft = withProfile('Núñez', script('name', open()));
    expect(bindScript(draft, { ...binding, profileCanBeTold: false }).profile).to.equal('Outlook');
  });
});

describe('scriptKey', () => {
  it('is the same for scripts that do the same', () => {
    const one = bindScript(script('one', open()), binding);
    expect(scriptKey({ ...one, name: 'another' })).to.equal(scriptKey(one));
    expect(scriptKey({ ...one, profile: 'other' })).not.to.equal(scriptKey(one));
  });
});
