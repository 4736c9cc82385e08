import { expect } from 'chai';

import { keeps, tableOf, type Row } from '../../bench/table.js';

const row = (median: number, bound: Row['bound']): Row => ({
  name: 'a row',
  unit: 'ms',
  spread: { min: 1, median, max: 3000 },
  ...(bound === undefined ? {} : { bound }),
});

describe('the table of the bench', () => {
  it('says whether the median keeps its bound, from above and from below', () => {
    expect(keeps(row(2, { atMost: 2 }))).to.be.true;
    expect(keeps(row(2.1, { atMost: 2 }))).to.be.false;
    expect(keeps(row(150, { atLeast: 150 }))).to.be.true;
    expect(keeps(row(149, { atLeast: 150 }))).to.be.false;
    expect(keeps(row(2, undefined))).to.be.undefined;
  });

  it('has a line for each row, as precise as the median is large, and the notes below', () => {
    const table = tableOf('Title', {
      rows: [row(2.5, { atMost: 2 }), row(250, undefined)],
      notes: ['a note'],
    });
    expect(table.split('\n').map((line) => line.replaceAll(/ +/g, ' '))).to.deep.equal([
      'Title min median max',
      ' a row ms 1.000 2.500 3000.000 median at most 2: NOT KEPT',
      ' a row ms 1 250 3000',
      ' (a note)',
    ]);
  });
});
