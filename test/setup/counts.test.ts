import { expect } from 'chai';

import { closingLine, countsOfMocha, countsOfTrx, reckon, sumOf } from '../driver/counts.mjs';
import { runLane } from '../driver/lane.mjs';

const trx = (counters: string): string => `<?xml version="1.0"?><TestRun><ResultSummary outcome="Completed">
  <Counters ${counters} /></ResultSummary></TestRun>`;

describe('the counts of npm test', () => {
  it('are read from a trx file', () => {
    const xml = trx('total="12" executed="12" passed="11" failed="1" error="0" passedButRunAborted="7"');
    expect(countsOfTrx(xml)).to.deep.equal({ planned: 12, passed: 11, failed: 1 });
  });

  it('are not invented', () => {
    expect(countsOfTrx('<TestRun />')).to.equal(undefined);
    expect(countsOfTrx(trx('total="12" passed="12"'))).to.equal(undefined);
    expect(countsOfMocha('{"planned":3}')).to.equal(undefined);
  });

  const cases: readonly [string, Parameters<typeof reckon>, { passed: number; failed: number }][] = [
    ['all passed', [{ planned: 3, passed: 3, failed: 0 }, 0], { passed: 3, failed: 0 }],
    ['a failure', [{ planned: 3, passed: 2, failed: 1 }, 1], { passed: 2, failed: 1 }],
    [
      'tests that vanished behind one failing hook',
      [{ planned: 9, passed: 2, failed: 1 }, 1],
      { passed: 2, failed: 7 },
    ],
    ['a hook that failed after all had passed', [{ planned: 3, passed: 3, failed: 1 }, 1], { passed: 3, failed: 1 }],
    ['a status that contradicts the counts', [{ planned: 3, passed: 3, failed: 0 }, 1], { passed: 3, failed: 1 }],
    ['a death by signal', [{ planned: 3, passed: 3, failed: 0 }, 'SIGSEGV'], { passed: 3, failed: 1 }],
    ['no test at all', [{ planned: 0, passed: 0, failed: 0 }, 0], { passed: 0, failed: 1 }],
    ['no counts', [undefined, 0], { passed: 0, failed: 1 }],
  ];
  for (const [name, args, expected] of cases) {
    it(`reckon with ${name}`, () => {
      expect(reckon(...args)).to.deep.equal(expected);
    });
  }

  it('are summed up in one line', () => {
    expect(
      closingLine(
        sumOf([
          { passed: 3, failed: 0 },
          { passed: 4, failed: 2 },
        ]),
      ),
    ).to.equal('7 passed, 2 failed');
  });

  it('leave out what was not run, which says why, and show the output of what failed only', async () => {
    let said = '';
    const say = (text: string): void => {
      said += text;
    };
    const part = (name: string, failed: number, notRun?: string) => ({
      name,
      run: () => {
        const result = { counts: { passed: 1, failed }, output: `${name} printed this\n` };
        return Promise.resolve(notRun === undefined ? result : { ...result, notRun });
      },
    });
    const parts = [part('lint', 0), part('format', 1), part('C++ format', 0, 'no clang-format')];
    expect(await runLane(parts, say)).to.deep.equal([
      { passed: 1, failed: 0 },
      { passed: 1, failed: 1 },
    ]);
    expect(said).to.include('ok     lint').and.include('FAILED format').and.include('no clang-format');
    expect(said).to.include('format printed this').and.not.include('lint printed this');
  });
});
