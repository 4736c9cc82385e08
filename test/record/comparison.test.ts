import { expect } from 'chai';
import fc from 'fast-check';

import { compare, comparableSchema, kindsOfChange, type KindOfChange } from '../../harness/record/comparison.js';
import { verdicts, type Check, type RunRecord, type Verdict } from '../../harness/record/run-record.js';
import { sampleRecord } from '../reports/sample-record.js';

const [sample] = sampleRecord().checks;
if (sample === undefined) throw new Error('no check');
const plain: Check = sample;

const check = (id: string, verdict: Verdict, reason: string | null = null): Check => ({
  ...plain,
  id,
  verdict,
  reason,
});

const recordWith = (...checks: Check[]): RunRecord => ({ ...sampleRecord(), checks });

function kindOf(before: Check, after: Check): KindOfChange | undefined {
  const { changes } = compare(recordWith(before), recordWith(after));
  return kindsOfChange.find((kind) => changes[kind].length > 0);
}

describe('compare', () => {
  it('says which way each verdict went', () => {
    const cases: [Verdict, Verdict, KindOfChange | undefined][] = [
      ['pass', 'fail', 'worse'],
      ['pass', 'warning', 'worse'],
      ['pass', 'inconclusive', 'worse'],
      ['warning', 'inconclusive', 'worse'],
      ['inconclusive', 'fail', 'worse'],
      ['not-applicable', 'fail', 'worse'],
      ['fail', 'pass', 'better'],
      ['fail', 'warning', 'better'],
      ['inconclusive', 'pass', 'better'],
      ['fail', 'inconclusive', 'changed'],
      ['pass', 'not-applicable', 'changed'],
      ['pass', 'pass', undefined],
    ];
    for (const [before, after, kind] of cases)
      expect(kindOf(check('a/b', before), check('a/b', after)), `${before} → ${after}`).to.equal(kind);
  });

  it('tells a failure for another reason, but not one at another address', () => {
    const crash = (address: string, offset: string): string => `reading ${address}, at helper.dll+${offset} (f+0x20)`;
    const before = check('a/b', 'fail', crash('0x0000000000000010', '0x1a40'));
    expect(kindOf(before, check('a/b', 'fail', crash('0x00000000dead0010', '0x1b90')))).to.equal(undefined);
    expect(kindOf(before, check('a/b', 'fail', 'E_NOTIMPL expected'))).to.equal('changed');
    expect(kindOf(check('a/b', 'fail', 'got 0x80004005'), check('a/b', 'fail', 'got 0x80004001'))).to.equal('changed');
  });

  it('says that another session was judged', () => {
    const one = recordWith();
    const other = (observed: 'own' | 'borrowed'): RunRecord => {
      const { subject } = recordWith();
      return { ...one, subject: { ...subject, session: { ...subject.session, observed } } };
    };
    const kinds = (after: RunRecord): string[] => compare(other('own'), after).notes.map(({ kind }) => kind);
    expect(kinds(other('borrowed'))).to.include('other sessions');
    expect(kinds(other('own'))).not.to.include('other sessions');
  });

  it('takes a failure for one whether somebody lives with it or not', () => {
    const tolerated = { ...check('a/b', 'warning'), tolerated: { id: 'a/b', reason: 'ticket 7' } };
    expect(kindOf(check('a/b', 'pass'), tolerated)).to.equal('worse');
    expect(kindOf(check('a/b', 'fail'), tolerated)).to.equal(undefined);
    expect(kindOf(tolerated, check('a/b', 'pass'))).to.equal('better');
  });

  it('says what is new and what is gone', () => {
    const { changes, unchanged } = compare(
      recordWith(check('a/gone', 'pass'), check('a/same', 'pass')),
      recordWith(check('a/same', 'pass'), check('a/new', 'fail')),
    );
    expect(changes.gone.map(({ id }) => id)).to.deep.equal(['a/gone']);
    expect(changes.new.map(({ id, after }) => `${id} ${after ?? ''}`)).to.deep.equal(['a/new fail']);
    expect([changes.worse, unchanged]).to.deep.equal([[], 1]);
  });

  it('accounts for every check once, and nothing is worse than itself', () => {
    const checks = fc
      .uniqueArray(fc.tuple(fc.nat(9), fc.constantFrom(...verdicts)), { selector: ([at]) => at })
      .map((all) => all.map(([at, verdict]) => check(`a/${String(at)}`, verdict)));
    fc.assert(
      fc.property(checks, checks, (before, after) => {
        const { changes, unchanged } = compare(recordWith(...before), recordWith(...after));
        const ids = kindsOfChange.flatMap((kind) => changes[kind].map(({ id }) => id));
        expect(new Set(ids).size).to.equal(ids.length);
        expect(ids.length + unchanged).to.equal(new Set([...before, ...after].map(({ id }) => id)).size);
        expect(compare(recordWith(...before), recordWith(...before)).unchanged).to.equal(before.length);
      }),
    );
  });

  it('reads records of other versions, and says that they are', () => {
    const { checks, ...rest } = sampleRecord();
    const other = comparableSchema.parse({
      ...rest,
      schemaVersion: 7,
      tool: { ...rest.tool, version: '9.9.9', catalogue: 'x', runtime: 'new' },
      checks: checks.map((each) => ({ ...each, more: 1 })),
      stopped: 'total-timeout',
    });
    const { notes, unchanged } = compare(sampleRecord(), other);
    expect(notes).to.deep.equal([
      { kind: 'other versions', before: rest.tool.version, after: '9.9.9' },
      { kind: 'other catalogues' },
      { kind: 'same DLL' },
      { kind: 'stopped', which: 'second' },
    ]);
    expect(unchanged).to.equal(checks.length);
  });
});
