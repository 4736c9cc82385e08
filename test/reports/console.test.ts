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

  it('says why there was no sandbox where one was wanted', () => {
    const environment = { ...record.environment, sandbox: 'unavailable: it is not installed' };
    expect(consoleReport({ ...record, environment }, inEnglish, false)).to.contain(
      'held the helper, unavailable: it is not',
    );
    expect(consoleReport(record, inEnglish, false)).not.to.contain('sandbox');
  });
});
