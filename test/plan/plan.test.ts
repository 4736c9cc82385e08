import { expect } from 'chai';

import { statementIds } from '../../harness/catalogue/catalogue.js';
import { makePlan } from '../../harness/plan/plan.js';
import { scriptKey, type Binding } from '../../harness/script/draft.js';
import { rules } from '../../suites/index.js';

const binding: Binding = { session: 'offered', profile: 'Outlook', profileCanBeTold: true, apartment: 'sta' };

describe('makePlan', () => {
  it('runs each script once, what unloads the DLL before all others and the hazardous after them', () => {
    const { scripts } = makePlan(rules, statementIds, binding);
    expect(new Set(scripts.map(scriptKey)).size).to.equal(scripts.length);
    expect(scripts[0]?.steps.map((step) => step.do)).to.deep.equal(['reload']);
    const hazards = scripts.map(({ hazardous }) => hazardous);
    expect(hazards).to.include(true);
    expect(hazards.lastIndexOf(false)).to.be.lessThan(hazards.indexOf(true));
  });

  it('judges what a selected rule needs, without counting it as selected', () => {
    const plan = makePlan(rules, ['placeholder1/e-notimpl'], binding);
    expect(plan.rules.map(({ id }) => id)).to.deep.equal([
      'interface/iid',
      'interface/vtable-order',
      'placeholder1/e-notimpl',
    ]);
    expect([...plan.selected]).to.deep.equal(['placeholder1/e-notimpl']);
  });

  it('gives every script the session and the profile of the run, or its own profile where the helper can be told', () => {
    const told = makePlan(rules, statementIds, binding).scripts;
    expect(new Set(told.map(({ profile }) => profile)).size).to.be.greaterThan(3);
    const untold = makePlan(rules, statementIds, { ...binding, session: 'withheld', profileCanBeTold: false }).scripts;
    expect(new Set(untold.map(({ profile }) => profile))).to.deep.equal(new Set(['Outlook']));
    const creates = untold.flatMap(({ steps }) => steps.filter((step) => step.do === 'create'));
    expect(creates.every(({ session }) => session === 'withheld')).to.equal(true);
  });
});
