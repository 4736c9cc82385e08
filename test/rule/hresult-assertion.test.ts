import { AssertionError } from 'chai';

import { expect } from '../../harness/rule/hresult-assertion.js';

describe('hresult assertion', () => {
  it('holds for any of the named codes', () => {
    expect({ hresult: 0x80070057 }).to.have.hresult('E_INVALIDARG', 'E_POINTER');
  });

  it('says names and numbers when it does not hold', () => {
    const refuse = (): unknown => expect({ hresult: 0 }, 'GetIdentity').to.have.hresult('E_INVALIDARG');
    expect(refuse).to.throw(AssertionError, 'GetIdentity: expected E_INVALIDARG (0x80070057), got S_OK (0x00000000)');
  });

  it('gives expected and actual for the report', () => {
    try {
      expect({ hresult: 0x8007007a }).to.have.hresult('E_OUTOFMEMORY');
    } catch (error) {
      expect(error).to.include({
        expected: 'E_OUTOFMEMORY (0x8007000E)',
        actual: 'HRESULT_ERROR_INSUFFICIENT_BUFFER (0x8007007A)',
      });
      return;
    }
    expect.fail('the assertion held');
  });

  it('refuses a subject that has no HRESULT: a rule that asks the wrong step is our own fault', () => {
    expect(() => expect({ count: 1 }).to.have.hresult('S_OK')).to.throw(TypeError);
  });
});
