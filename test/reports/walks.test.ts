import { expect } from 'chai';

import { inEnglish } from '../../harness/language/message.js';
import type { RunRecord } from '../../harness/record/run-record.js';
import { consoleReport } from '../../reports/console.js';
import { htmlReport } from '../../reports/html/page.js';
import { soakOf } from '../record/soaks.js';
import { hostileTexts, sampleRecord } from './sample-record.js';

const soak = soakOf(50_000, (cycle) => ({ handles: 200 + Math.floor(cycle / 500) }));

function trialsOf(cpp: string): NonNullable<RunRecord['trials']> {
  const tried = { observations: [], ends: [], runs: [], death: null };
  const failing = { sequence: 'gggggggggii', seed: 1, path: '4:1', failLogons: 0, shrunk: 'ggggggggg' };
  const found = { ...failing, sequences: ['ggggggggg'], tried, yaml: 'sequence: nine\n', cpp };
  return { seed: 77, asked: 4_000, sequences: 3_000, steps: 90_000, failing: found };
}

describe('random sequences and many lives', () => {
  it('are told on the console, with the code of the shortest sequence', () => {
    const text = consoleReport(
      { ...sampleRecord(), trials: trialsOf('HRESULT replay() {\n    \u001b[31m\n}\n'), soak },
      inEnglish,
      false,
    );
    expect(text).to.include(
      '3000 sequences, 90000 calls, --seed 77; the shortest that shows a fault, of 9 calls: ggggggggg',
    );
    expect(text).to.include('\n    sequence: nine\n\n    HRESULT');
    expect(text)
      .to.match(/\n {4}HRESULT replay\(\) \{\n/)
      .and.not.include('\u001b');
    expect(text).to.match(/\n {4}handles +200 → 300, grows\n/);
    expect(text).to.match(/\n {4}threads +14 → 14, does not grow\n/);
  });

  it('have no place where nobody asked for them', () => {
    const text = consoleReport(sampleRecord(), inEnglish, false);
    expect(text).to.not.include('Random sequences').and.not.include('Many lives');
    expect(htmlReport(sampleRecord())).to.not.include('id="soak"').and.not.include('id="random"');
  });

  it('are drawn on the page, and told in words and numbers beside it', () => {
    const page = htmlReport({ ...sampleRecord(), trials: trialsOf('code'), soak });
    expect(page).to.match(
      /<svg class="soak" role="img" aria-label="Handles: grows: \d+ more, 0\.0020 in a life \(from 200 to 300\)"/,
    );
    expect(page).to.include('aria-label="Threads: does not grow (from 14 to 14)"');
    expect(page).to.include('<a href="#soak">Many lives</a>').and.include('<code>ggggggggg</code>');
    expect(page).to.include('<td class="number">300</td>');
  });

  it('are nothing that can become markup', () => {
    for (const text of hostileTexts) {
      const page = htmlReport({ ...sampleRecord(), trials: trialsOf(`// ${text}\n`) });
      expect(page).to.not.include('<script>alert').and.not.include('<img src=x');
    }
  });
});
