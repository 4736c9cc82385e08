import { expect } from 'chai';

import { inTurn } from '../../bench/rounds.js';
import { toldIn } from '../../bench/told.js';

describe('rounds of the bench', () => {
  it('have everything take turns, leave out the first, and compare within each round', async () => {
    const order: string[] = [];
    let speed = 1;
    const work = (name: string, cost: number) => async (): Promise<number> => {
      order.push(name);
      return cost * speed;
    };
    const results = await inTurn(3, {
      one: work('one', 10),
      other: async () => {
        const took = await work('other', 20)();
        speed += 1;
        return took;
      },
    });
    expect(order.join(' ')).to.equal('one other one other one other one other');
    // The machine has become slower by the round; the ratio has not changed.
    expect(results.spread((of) => of('one'))).to.deep.equal({ min: 20, median: 30, max: 40 });
    expect(results.spread((of) => of('other') / of('one'))).to.deep.equal({ min: 2, median: 2, max: 2 });
    expect(results.first('other')).to.equal(40);
  });

  it('find what a driver tells among what its framework prints, and miss it where it tells nothing', () => {
    const told = { sequences: 9, steps: 9, micros: 1.5 };
    expect(toldIn(`[ RUN ] {\n${JSON.stringify({ ...told, checkedWith: 'x' })}\n[ OK ]\n`)).to.deep.equal(told);
    expect(() => toldIn('[ FAILED ]\n')).to.throw('told nothing');
  });
});
