import { expect } from 'chai';

import { inEnglish } from '../../harness/language/message.js';
import { refused, refusedLoad } from '../../harness/certify/refusals.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import { LoadRefused } from '../../harness/probe/load-refused.js';
import { MapiRefused } from '../../harness/probe/mapi-refused.js';

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

describe('refused', () => {
  const where = { folders: [], profile: 'Outlook' };
  const told = (error: unknown): string => {
    const refusal = refused(error, subject, where);
    expect(refusal).to.be.instanceOf(UsageError);
    return refusal instanceof UsageError ? refusal.message : '';
  };

  it("says why the machine's own MAPI cannot be used", () => {
    expect(told(new MapiRefused('client'))).to.contain('no default mail client');
    expect(told(new MapiRefused('client', { client: 'Mail\u202e' }))).to.contain('Mail?, has no Extended MAPI');
    expect(told(new MapiRefused('load', { answer: 126 }))).to.contain('mapi32.dll does not load, error 126');
    const answer = 0x8004_0111;
    expect(told(new MapiRefused('initialize', { answer, client: 'Mail' }))).to.match(
      /MAPIInitialize of Mail .*80040111/,
    );
    expect(told(new MapiRefused('logon', { answer, client: 'Mail' }))).to.match(
      /Mail did not log on to the profile Outlook: .*MAPI_E_LOGON_FAILED.*0x80040111/,
    );
    expect(told(new MapiRefused('end', { story: 'no answer within 10 s' }))).to.contain('no answer within 10 s');
  });

  it('knows a DLL that did not load, and leaves what is no refusal as it is', () => {
    expect(told(new LoadRefused(5))).to.contain('access is denied');
    const fault = new Error('something else');
    expect(refused(fault, subject, where)).to.equal(fault);
  });
});
