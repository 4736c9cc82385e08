import { generateKeyPairSync, sign } from 'node:crypto';
import { expect } from 'chai';

import { preAuthEncoding, signEnvelope } from '../../harness/certificate/envelope.js';
import { verdictsText } from '../../harness/certificate/verdicts.js';
import { certificateOf, changed, file, harness, recordToSign, signAgain, signer } from './certificates.js';
import { problemOf } from './problem-of.js';

const certificate = certificateOf();

describe('a certificate that was made to deceive', () => {
  const refuses = (what: string, given: () => Buffer, words: RegExp | string): void => {
    it(`is refused ${what}`, () => {
      const problem = problemOf(given());
      if (typeof words === 'string') expect(problem).to.equal(words);
      else expect(problem).to.match(words);
    });
  };
  const edited = (from: string | RegExp, to: string) => (): Buffer => Buffer.from(certificate.replace(from, to));

  const notOurs = /^the certificate is not written as olkconform writes it, from character \d+ on$/;
  refuses('on one line', () => Buffer.from(JSON.stringify(JSON.parse(certificate))), notOurs);
  refuses('with other ends of lines', edited(/\n/g, '\r\n'), notOurs);
  refuses('with an escape for a character', edited('"olkconform"', String.raw`"\u006flkconform"`), notOurs);
  refuses('with a number spelt otherwise', edited('"version": 1', '"version": 1.0'), notOurs);
  refuses('with a member twice', edited('"version": 1', '"version": 1,\n  "version": 1'), notOurs);
  refuses('with a member of more', edited('"version": 1', '"version": 1,\n  "more": 1'), /Unrecognized key: "more"/);
  refuses('with __proto__', edited('"version": 1', '"version": 1,\n  "__proto__": {}'), /__proto__/);
  refuses('in a version to come', edited('"version": 1', '"version": 2'), /^it is no certificate: version/);
  refuses(
    'nested without end',
    () => Buffer.from('['.repeat(1_000_000)),
    'the certificate is nested more than 64 levels deep',
  );
  refuses('in another encoding', () => Buffer.from(certificate, 'utf16le'), /^the certificate is not JSON/);
  refuses('empty', () => Buffer.of(), /^the certificate is not JSON/);
  refuses(
    'in base64 without padding',
    () =>
      changed(({ envelope }) => {
        envelope.signatures[0].sig = envelope.signatures[0].sig.replaceAll('=', '');
      }),
    /not canonical base64/,
  );

  const record = recordToSign();
  const inRecord = (change: (text: string) => string) => (): Buffer =>
    changed((bundle) => {
      bundle.files['record.json'] = file(change(JSON.stringify(record)));
      signAgain(bundle, record);
    });
  refuses(
    'with another record',
    () => changed(({ files }) => void (files['record.json'] = file(JSON.stringify({ ...record, durationMs: 2 })))),
    'record.json is not the one that was signed',
  );
  refuses(
    'with another page',
    () => changed(({ files }) => void (files['report.html'] = file('<p>other</p>'))),
    'report.html is not the one that was signed',
  );
  refuses(
    'without its page',
    () => changed(({ files }) => void delete files['report.html']),
    'report.html was signed, but is not in it',
  );
  refuses(
    'with a page that was not signed',
    () => {
      const without = changed((bundle) => {
        delete bundle.files['report.html'];
        signAgain(bundle, record);
      });
      return changed(({ files }) => void (files['report.html'] = file('<p>mine</p>')), without.toString());
    },
    'report.html is in it, but was not signed',
  );
  refuses(
    'signed, with a record that is written otherwise',
    inRecord((text) => `${text} `),
    /^record.json is not written/,
  );
  refuses(
    'signed, with a record that has a member twice',
    inRecord((text) => text.replace('"durationMs":1', '"durationMs":2,"durationMs":1')),
    /^record.json is not written/,
  );
  refuses(
    'signed, with a record that has a prototype of its own',
    inRecord((text) => text.replace('"durationMs":1', '"durationMs":1,"__proto__":{"stopped":null}')),
    /^record.json is no run record: .*__proto__/,
  );
  refuses(
    'signed, with a record that is nested without end',
    inRecord((text) => text.replace('"transcripts":[]', `"transcripts":${'['.repeat(500)}${']'.repeat(500)}`)),
    'record.json is nested more than 64 levels deep',
  );
  refuses(
    'signed, with a record that is not UTF-8',
    () =>
      changed((bundle) => {
        const latin = Buffer.from(JSON.stringify(record).replace('helpers', 'h\u00e9lpers'), 'latin1');
        bundle.files['record.json'] = latin.toString('base64');
        signAgain(bundle, record);
      }),
    /^record.json is not JSON/,
  );
  refuses(
    'signed, with a record of a version to come',
    inRecord((text) => text.replace('"schemaVersion":1', '"schemaVersion":9')),
    /its run record is of version 9/,
  );
  refuses(
    'signed, with verdicts that its record does not have',
    () =>
      changed((bundle) => {
        bundle.files['verdicts.json'] = file(verdictsText({ ...record, checks: [] }, harness));
        signAgain(bundle, record);
      }),
    'verdicts.json does not say what its run record says',
  );
  refuses(
    'signed, with a statement that its record does not make',
    () =>
      changed((bundle) => {
        signAgain(bundle, { ...record, subject: { ...record.subject, sha256: '00'.repeat(32) } });
      }),
    "the signed statement's subject does not follow from its run record",
  );
  refuses(
    'signed, with another kind of statement',
    () => changed((bundle) => void (bundle.envelope = signEnvelope(Buffer.from('{"_type":"x"}'), signer.privateKey))),
    /^what is signed is no statement of a test's result: _type/,
  );
  refuses(
    'signed, as a payload of another type',
    () => {
      const other = changed(({ envelope }) => {
        const payload = Buffer.from(envelope.payload, 'base64');
        const signature = sign(null, preAuthEncoding('application/json', payload), signer.privateKey);
        envelope.signatures[0].sig = signature.toString('base64');
      });
      return Buffer.from(other.toString().replace('application/vnd.in-toto+json', 'application/json'));
    },
    /^it is no certificate: envelope: payloadType/,
  );
  refuses(
    'signed again by somebody else',
    () =>
      changed((bundle) => {
        signAgain(bundle, record, generateKeyPairSync('ed25519').privateKey);
      }),
    /^it is signed with key [0-9a-f]{64}, and the one given is [0-9a-f]{64}$/,
  );
});
