import { expect } from 'chai';

import { inEnglish } from '../../harness/language/message.js';
import { refusedLoad } from '../../harness/certify/refusals.js';

const subject = { path: 'helper.dll', sha256: '', machine: 'x64' };

describe('refusedLoad', () => {
  it('sends to the DLLs beside it only where one of them is what is missing', () => {
    for (const error of [126, 127]) {
      expect(inEnglish(refusedLoad(subject, error, []).whatToDo)).to.equal('Put the DLLs that it needs beside it.');
    }
    for (const error of [5, 193, 998, 1114, 4711]) {
      expect(inEnglish(refusedLoad(subject, error, []).whatToDo), String(error)).not.to.match(/beside it|vendor/);
    }
  });

  it('sends to DllMain where the DLL gave up or faulted itself', () => {
    const gaveUp = refusedLoad(subject, 1114, []);
    expect(gaveUp.message).to.contain('error 1114: its DllMain returned FALSE.');
    expect(inEnglish(gaveUp.whatToDo)).to.contain('DllMain');
    const faulted = refusedLoad(subject, 998, []);
    expect(faulted.message).to.contain('it faulted while it was loaded (DllMain, or a static initialiser).');
    expect(inEnglish(faulted.whatToDo)).to.contain('DllMain');
  });
});
