/**
 * `expect(answer).to.have.hresult('E_NOTIMPL')`: a chai assertion that speaks of HRESULTs by name and number.
 */
import { Assertion, AssertionError, use } from 'chai';

import { hresults, hresultText, type HresultName } from '../catalogue/hresults.js';

declare global {
  // Chai's own way to take an assertion's type from a plug-in.
  namespace Chai {
    interface Assertion {
      /** The answer's HRESULT is one of these. */
      hresult: (...names: HresultName[]) => Assertion;
    }
  }
}

function hresultOf(subject: unknown): number {
  if (typeof subject === 'object' && subject !== null && 'hresult' in subject && typeof subject.hresult === 'number') {
    return subject.hresult;
  }
  throw new TypeError('the hresult assertion needs the answer of a call that returns an HRESULT');
}

use((_chai, utils) => {
  Assertion.addMethod('hresult', function (this: Chai.AssertionStatic, ...names: HresultName[]) {
    const answer = hresultOf(utils.flag(this, 'object'));
    const message: unknown = utils.flag(this, 'message');
    if (names.some((name) => hresults[name] === answer)) return;
    const expected = names.map((name) => hresultText(hresults[name])).join(' or ');
    const what = typeof message === 'string' ? `${message}: ` : '';
    throw new AssertionError(`${what}expected ${expected}, got ${hresultText(answer)}`, {
      expected,
      actual: hresultText(answer),
    });
  });
});

export { expect } from 'chai';
