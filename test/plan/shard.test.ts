import { expect } from 'chai';
import fc from 'fast-check';

import { makePlan } from '../../harness/plan/plan.js';
import { parseShard, refuseIdleShards, shardOf } from '../../harness/plan/shard.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import { scriptKey, type Binding } from '../../harness/script/draft.js';
import type { Script } from '../../harness/script/step.js';
import { rules } from '../../suites/index.js';

const all = rules.map(({ id }) => id);
const binding: Binding = { session: 'offered', profile: 'Outlook', profileCanBeTold: true, apartment: 'sta' };

const split = (ids: readonly string[], count: number): string[][] =>
  Array.from({ length: count }, (_, at) => shardOf(rules, ids, { index: at + 1, count }));

describe('shardOf', () => {
  it('puts each check into exactly one shard, keeps their order, and leaves no shard idle', () => {
    const cases = fc
      .subarray(all, { minLength: 1 })
      .chain((ids) => fc.tuple(fc.constant(ids), fc.integer({ min: 1, max: ids.length })));
    fc.assert(
      fc.property(cases, ([ids, count]) => {
        const shards = split(ids, count);
        expect(shards.flat()).to.have.members(ids);
        expect(shards.flat()).to.have.length(ids.length);
        for (const shard of shards) {
          expect(shard).not.to.deep.equal([]);
          expect(shard).to.deep.equal(ids.filter((id) => shard.includes(id)));
        }
      }),
      { numRuns: 25, seed: 6 },
    );
  });

  it('runs every script of the whole run in some shard, few of them twice, and gives no shard much more than another', () => {
    const scriptsOf = (ids: readonly string[]): readonly Script[] => makePlan(rules, ids, binding).scripts;
    const stepsOf = (scripts: readonly Script[]): number => scripts.reduce((sum, { steps }) => sum + steps.length, 0);
    const whole = scriptsOf(all);
    const shards = split(all, 2).map(scriptsOf);
    expect(new Set(shards.flat().map(scriptKey))).to.deep.equal(new Set(whole.map(scriptKey)));
    expect(shards.flat().length).to.be.lessThan(whole.length * 1.3);
    for (const shard of shards) expect(stepsOf(shard)).to.be.lessThan(stepsOf(whole) * 0.6);
  });
});

describe('parseShard', () => {
  it('reads i/n, and refuses what is none', () => {
    expect(parseShard('2/3')).to.deep.equal({ index: 2, count: 3 });
    for (const text of ['0/3', '4/3', '1', '1/', '/3', '1/0', '-1/3', '1.5/3', '1/3/5', ' 1/3', '01/3', '1/99999']) {
      expect(() => parseShard(text), text).to.throw(UsageError, `--shard ${text}: not of the form i/n`);
    }
  });

  it('refuses a split in which a shard would judge nothing, in every shard', () => {
    expect(() => refuseIdleShards({ index: 1, count: 3 }, 2)).to.throw(
      UsageError,
      'there are only 2 checks to deal out',
    );
    expect(() => refuseIdleShards({ index: 2, count: 2 }, 2)).not.to.throw();
  });
});
