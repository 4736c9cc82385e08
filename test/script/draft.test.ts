import { expect } from 'chai';

import { iid } from '../../harness/catalogue/guids.js';
import { getClassObject, getIdentity, hazardous, open, script, withProfile } from '../../harness/script/build.js';
import { bindScript, scriptKey, type Binding, type StepDraft } from '../../harness/script/draft.js';
import { apartments, scriptSchema, type Apartment } from '../../harness/script/step.js';

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

  it('gives every script the run’s apartment but one that chooses its own', () => {
    const draft = script('name', open());
    for (const apartment of apartments) {
      expect(bindScript(draft, { ...binding, apartment }).apartment).to.equal(apartment);
      expect(bindScript({ ...draft, apartment: 'none' }, { ...binding, apartment }).apartment).to.equal('none');
    }
  });

  it('leaves in the first apartment what has no helper to hand over, or is about the DLL as well', () => {
    const apartmentOf = (apartment: Apartment, ...steps: readonly (StepDraft | StepDraft[])[]): string =>
      bindScript(script('name', ...steps), { ...binding, apartment }).apartment;
    const about: StepDraft[] = [
      { do: 'canUnloadNow' },
      { do: 'reload', times: 1 },
      { do: 'registerServer', undo: false },
      getClassObject('activation', iid.IClassFactory, 'factory'),
    ];
    for (const step of about) {
      expect(apartmentOf('second-sta', open(), step), step.do).to.equal('sta');
      expect(apartmentOf('mta', open(), step), step.do).to.equal('mta');
    }
    expect(apartmentOf('second-sta', { do: 'observe' })).to.equal('sta');
  });
});

describe('scriptKey', () => {
  it('is the same for scripts that do the same', () => {
    const one = bindScript(script('one', open()), binding);
    expect(scriptKey({ ...one, name: 'another' })).to.equal(scriptKey(one));
    expect(scriptKey({ ...one, profile: 'other' })).not.to.equal(scriptKey(one));
  });
});
