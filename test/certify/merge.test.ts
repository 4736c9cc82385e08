import { expect } from 'chai';
import fc from 'fast-check';

import { toolIdentity } from '../../harness/certify/identity.js';
import { merge, type NamedRecord } from '../../harness/certify/merge.js';
import { planOfRecord, rejudge } from '../../harness/certify/rejudge.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import type { RunRecord, Shard, Transcript } from '../../harness/record/run-record.js';
import type { Fault, Outcome } from '../../harness/record/transcript.js';
import { scriptKey } from '../../harness/script/draft.js';
import { rules } from '../../suites/index.js';
import { recordOf } from '../cli/record.js';
import { rejectionOf } from '../setup/temporary-folder.js';

const fault = (story: string): Fault => ({
  kind: 'ended',
  story,
  exitStatus: 3,
  signal: null,
  exception: null,
  stderr: '',
});

type Answer = 'succeeds' | 'is not implemented' | 'dies';

const outcomes: Record<Answer, (name: string) => Outcome> = {
  succeeds: () => ({ kind: 'returned', hresult: 0, count: 1 }),
  'is not implemented': () => ({ kind: 'returned', hresult: 0x80004001, count: 0 }),
  dies: (name) => ({ kind: 'died', fault: fault(`it died in ${name}`) }),
};

/** What a run or a shard of it brought, where every step of a script comes to the same. */
async function recordBy(answerTo: (key: string) => Answer, shard?: Shard): Promise<RunRecord> {
  const plain = recordOf();
  const selection = { ...plain.selection, ...(shard === undefined ? {} : { shard }) };
  const empty: RunRecord = { ...plain, tool: toolIdentity(), selection };
  const transcripts = planOfRecord(empty, rules).scripts.map((script): Transcript => {
    const outcome = outcomes[answerTo(scriptKey(script))](script.steps.length.toString());
    return { script, steps: script.steps.map(() => ({ outcome, provider: null, events: [], micros: 1 })) };
  });
  const faults = transcripts.flatMap(({ steps }) =>
    steps.flatMap(({ outcome }) => (outcome.kind === 'died' ? [outcome.fault] : [])),
  );
  return rejudge({ ...empty, transcripts, faults }, rules);
}

const always = (answer: Answer) => (): Answer => answer;

const named = (records: readonly RunRecord[]): NamedRecord[] =>
  records.map((record, at) => ({ name: `${String(at + 1)}.json`, record }));

async function shardsBy(answerTo: (key: string) => Answer, count: number): Promise<RunRecord[]> {
  return Promise.all(Array.from({ length: count }, (_, at) => recordBy(answerTo, { index: at + 1, count })));
}

async function refusalOf(...records: readonly RunRecord[]): Promise<string> {
  const error = await rejectionOf(merge(named(records), rules));
  expect(error).to.be.instanceOf(UsageError);
  return error instanceof UsageError ? error.message : '';
}

describe('merge', () => {
  it('gives what one run gives, check by check, whatever the helper does and however many shards there are', async () => {
    const answers = fc.func(fc.constantFrom<Answer>('succeeds', 'is not implemented', 'dies'));
    await fc.assert(
      fc.asyncProperty(answers, fc.integer({ min: 1, max: 9 }), async (answerTo, count) => {
        const whole = await recordBy(answerTo);
        const shards = await shardsBy(answerTo, count);
        const { durationMs: _duration, ...merged } = await merge(named(shards.toReversed()), rules);
        const { durationMs: _whole, faults, ...expected } = whole;
        expect(merged).to.deep.include(expected);
        expect(merged.faults).to.have.deep.members(faults);
        expect(merged.selection).not.to.have.property('shard');
      }),
      { numRuns: 10, seed: 6 },
    );
  });

  it('believes the transcripts and not the verdicts that stand in the records', async () => {
    const shards = await shardsBy(always('succeeds'), 2);
    const forged = shards.map((record) => ({
      ...record,
      checks: record.checks.map((check) => ({ ...check, verdict: 'pass' as const })),
    }));
    const merged = await merge(named(forged), rules);
    expect(merged.summary.verdict).to.equal('nonconformant');
    expect(merged.summary).to.deep.equal((await recordBy(always('succeeds'))).summary);
  });

  it('refuses what are not all shards of one run, each in one line', async () => {
    const [first, second, third] = await shardsBy(always('succeeds'), 3);
    if (first === undefined || second === undefined || third === undefined) throw new Error('three shards');
    expect(await refusalOf(first, third)).to.equal('merge: there is no record of shard 2/3.');
    expect(await refusalOf(first, second, third, second)).to.equal('merge: 2.json and 4.json are both shard 2/3.');
    expect(await refusalOf(await recordBy(always('succeeds')))).to.contain('1.json is the record of a whole run');
    const [ofTwo] = await shardsBy(always('succeeds'), 2);
    if (ofTwo === undefined) throw new Error('two shards');
    expect(await refusalOf(first, ofTwo)).to.equal('merge: 1.json is one of 3 shards, 2.json one of 2.');
  });

  it('refuses shards of different DLLs, options, tools or machines', async () => {
    const [first, second] = await shardsBy(always('succeeds'), 2);
    if (first === undefined || second === undefined) throw new Error('two shards');
    const { subject, selection, tool, environment } = second;
    const others: [string, Partial<RunRecord>][] = [
      ['DLLs', { subject: { ...subject, sha256: 'ff' } }],
      ['ways into the DLL', { subject: { ...subject, activation: { kind: 'capture', export: 'Show' } } }],
      ['options --apartment', { subject: { ...subject, apartment: 'mta' } }],
      ['options --mapi', { subject: { ...subject, mapi: 'system' } }],
      ['options --heap-guard', { subject: { ...subject, heapGuard: true } }],
      ['options --only', { selection: { ...selection, strict: true } }],
      ['versions of olkconform', { tool: { ...tool, version: '9.9.9' } }],
      ['machines', { environment: { ...environment, platform: 'win32' } }],
    ];
    for (const [what, change] of others) {
      expect(await refusalOf(first, { ...second, ...change })).to.contain(`1.json and 2.json are of different ${what}`);
    }
    const old = { ...tool, version: '0.0.0' };
    expect(await refusalOf({ ...first, tool: old }, { ...second, tool: old })).to.contain(
      'was made by another olkconform',
    );
  });

  it('does not lose what only one shard has found in a script that others have run as well', async () => {
    const [first, second] = await shardsBy(always('succeeds'), 2);
    if (first === undefined || second === undefined) throw new Error('two shards');
    const [judging, other] = first.checks.some(({ id }) => id === 'abi/no-exception')
      ? [second, first]
      : [first, second];
    const ran = new Set(judging.transcripts.map(({ script }) => scriptKey(script)));
    const transcripts = other.transcripts.map((each): Transcript => {
      if (!ran.has(scriptKey(each.script))) return each;
      return { ...each, steps: each.steps.map((step) => ({ ...step, outcome: { kind: 'threw', code: 0xe06d7363 } })) };
    });
    expect(await refusalOf(judging, { ...other, transcripts })).to.match(
      /^merge: [a-z0-9/-]+ is (?:fail|inconclusive) by the transcripts of [12]\.json, and not by those of the other/,
    );
  });

  it('is never conformant when a shard was stopped', async () => {
    const [first, second] = await shardsBy(always('succeeds'), 2);
    if (first === undefined || second === undefined) throw new Error('two shards');
    const merged = await merge(named([first, { ...second, stopped: 'total-timeout' }]), rules);
    expect(merged.stopped).to.equal('total-timeout');
  });
});
