import { expect } from 'chai';

import { inEnglish } from '../../harness/language/message.js';
import { consoleReport } from '../../reports/console.js';
import { recordOf } from '../cli/record.js';

describe('consoleReport', () => {
  const record = recordOf();

  it('names what was left behind, each program once', () => {
    const text = consoleReport({ ...record, leftBehind: ['a.exe', 'a.exe', 'b'] }, inEnglish, false);
    expect(text).to.contain('left running when its process ended, and ended: 3 processes: a.exe, b\n');
    expect(consoleReport(record, inEnglish, false)).not.to.contain('left running');
  });

  it("says whose MAPI it was where it was the machine's own", () => {
    const { subject, environment } = record;
    const of = {
      ...record,
      subject: { ...subject, mapi: 'system' },
      environment: { ...environment, mailClient: 'A\u202eB' },
    } as const;
    expect(consoleReport(of, inEnglish, false)).to.match(/session .*; judged against the MAPI of A[^\u202e]+B\n/);
    expect(consoleReport(record, inEnglish, false)).not.to.contain('judged against');
  });

  it('says why there was no sandbox where one was wanted', () => {
    const environment = { ...record.environment, sandbox: 'unavailable: it is not installed' };
    expect(consoleReport({ ...record, environment }, inEnglish, false)).to.contain(
      'held the helper, unavailable: it is not',
    );
    expect(consoleReport(record, inEnglish, false)).not.to.contain('sandbox');
  });

  it('says of a helper that was found to borrow what was not looked at', () => {
    const told = (declared: 'auto' | 'borrowed'): string =>
      consoleReport(
        { ...record, subject: { ...record.subject, session: { declared, offered: true, observed: 'borrowed' } } },
        inEnglish,
        false,
      );
    expect(told('auto')).to.contain('if it also logs on by itself: --session own');
    expect(told('borrowed')).to.contain('(declared: borrowed)');
  });
});
