import { expect } from 'chai';
import fc from 'fast-check';

import { openBundle } from '../../harness/certificate/bundle.js';
import { verdictsText } from '../../harness/certificate/verdicts.js';
import { hostileTexts } from '../reports/sample-record.js';
import { certificateOf, changed, harness, recordToSign, signAgain, signer } from './certificates.js';
import { problemOf } from './problem-of.js';

const certificate = certificateOf();
const bytes = Buffer.from(certificate);

function flipped(at: number, by: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ by;
  return copy;
}

describe('a certificate', () => {
  it('gives back what was put into it, whatever a vendor calls his things', () => {
    for (const text of [...hostileTexts, 'x'.repeat(10_000)]) {
      const record = recordToSign(text);
      const opened = openBundle(Buffer.from(certificateOf(record)), signer.publicKey);
      expect(opened.record).to.deep.equal(record);
      expect(opened.files.get('report.html')?.toString()).to.equal('<p>page</p>');
      expect(opened.harness).to.equal(harness);
    }
  });

  it('is a statement of in-toto about the DLL, with the tests by their verdicts', () => {
    const { statement, record } = openBundle(bytes, signer.publicKey);
    const idsOf = (verdict: string): string[] =>
      record.checks.filter((check) => check.verdict === verdict).map(({ id }) => id);
    expect(statement).to.include({ _type: 'https://in-toto.io/Statement/v1' });
    expect(statement.predicateType).to.equal('https://in-toto.io/attestation/test-result/v0.1');
    expect(statement.subject[0].digest.sha256).to.equal(record.subject.sha256);
    expect(statement.predicate).to.include({ result: 'FAILED' });
    expect(statement.predicate.passedTests).to.deep.equal(idsOf('pass')).and.not.be.empty;
    expect(statement.predicate.warnedTests).to.deep.equal(idsOf('warning')).and.not.be.empty;
    expect(statement.predicate.failedTests).to.deep.equal(idsOf('fail')).and.not.be.empty;
  });

  it('says PASSED only of a conformant run without warnings', () => {
    const resultOf = (verdict: 'conformant' | 'incomplete', warning: number): string => {
      const record = recordToSign();
      const text = certificateOf({ ...record, summary: { ...record.summary, verdict, warning } });
      return openBundle(Buffer.from(text), signer.publicKey).statement.predicate.result;
    };
    expect([resultOf('conformant', 0), resultOf('conformant', 1), resultOf('incomplete', 0)]).to.deep.equal([
      'PASSED',
      'WARNED',
      'FAILED',
    ]);
  });

  it('can do without a page', () => {
    const { files } = openBundle(Buffer.from(certificateOf(recordToSign(), '')), signer.publicKey);
    expect([...files.keys()]).to.include('report.html');
    const without = changed((bundle) => {
      delete bundle.files['report.html'];
      signAgain(bundle, recordToSign());
    });
    expect([...openBundle(without, signer.publicKey).files.keys()]).to.deep.equal(['verdicts.json', 'record.json']);
  });

  it('has verdicts that depend on neither time nor machine, nor on where the DLL lies', () => {
    const record = recordToSign();
    const later = {
      ...record,
      startedAt: '2030-01-01T00:00:00.000Z',
      durationMs: 99,
      environment: { ...record.environment, platform: 'win32', node: 'v22' },
      subject: { ...record.subject, path: '/elsewhere/helper.dll' },
    };
    expect(verdictsText(later, harness)).to.equal(verdictsText(record, harness));
    expect(verdictsText({ ...record, checks: record.checks.slice(1) }, harness)).not.to.equal(
      verdictsText(record, harness),
    );
  });

  it('is refused with any one byte changed, and it is said what is wrong', () => {
    expect(problemOf(bytes)).to.equal(undefined);
    const position = fc.integer({ min: 0, max: bytes.length - 1 });
    fc.assert(
      fc.property(position, fc.integer({ min: 1, max: 255 }), (at, by) => {
        expect(problemOf(flipped(at, by)), `byte ${String(at)} by ${String(by)}`).to.be.a('string').that.is.not.empty;
      }),
      { numRuns: 500, seed: 6 },
    );
  });

  it('is refused with any byte changed outside of what is long, in its lowest bit or in that of letter case', () => {
    const long = [...certificate.matchAll(/"[A-Za-z0-9+/=]{200,}"/g)];
    const isLong = (at: number): boolean =>
      long.some(({ index, 0: text }) => at > index && at < index + text.length - 1);
    const short = [...bytes.keys()].filter((at) => !isLong(at));
    expect(short.length).to.be.within(400, 2000);
    for (const at of short) {
      for (const bit of [0x01, 0x20]) {
        expect(problemOf(flipped(at, bit)), `byte ${String(at)} by ${String(bit)}`).to.be.a('string');
      }
    }
  });

  it('is refused with bytes added, taken away or cut off', () => {
    for (const at of [0, 1, 20, Math.floor(bytes.length / 2), bytes.length - 1, bytes.length]) {
      for (const added of [' ', '\n', '\u0000', '\uFEFF', '{}']) {
        const longer = Buffer.concat([bytes.subarray(0, at), Buffer.from(added), bytes.subarray(at)]);
        expect(problemOf(longer), `${added} at ${String(at)}`).to.be.a('string');
      }
      if (at < bytes.length) expect(problemOf(bytes.subarray(0, at))).to.be.a('string');
    }
  });
});
