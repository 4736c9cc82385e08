import { createHash } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';

import { languages } from '../../../harness/language/language.js';
import { verdicts, type RunRecord } from '../../../harness/record/run-record.js';
import { summarise } from '../../../harness/record/summary.js';
import { htmlReport } from '../../../reports/html/page.js';
import { rendered } from '../../../reports/rendered.js';
import { script } from '../../../reports/html/script.js';
import { countOf } from '../../../reports/html/verdicts.js';
import { provider, session, transcript } from '../../engine/transcripts.js';
import { hostileTexts, sampleRecord } from '../sample-record.js';
import { attribute, classed, named, parsePage, textOf, type Page } from './page-parts.js';

/** Everything that comes from outside holds the text, in every section of the page. */
function recordWith(text: string): RunRecord {
  const record = sampleRecord(text);
  const given = { kind: 'returned', hresult: 0, out: { pointer: 'p1', session: 1 } } as const;
  const life = transcript(
    [
      { do: 'create', as: 'unknown', session: 'withheld' },
      { ...given, out: { pointer: 'p2', session: null } },
    ],
    [{ do: 'getMapiSession', on: 'unknown', out: 'memory', as: text }, given, provider(session({ references: 2 }))],
  );
  return {
    ...record,
    leftBehind: [text],
    environment: { ...record.environment, host: text, sandbox: `unavailable: ${text}` },
    selection: { ...record.selection, only: [text], tolerated: [{ id: text, reason: text }] },
    transcripts: [{ ...life, script: { ...life.script, name: text } }],
  };
}

/** What a page of ours may hold; `script` once. */
const known = new Set(
  [
    'html head meta title style body script header nav main section article footer form',
    'div p h1 h2 h3 span b strong a ul ol li dl dt dd code pre bdi label select option details summary',
    'table thead tbody tr th td svg g rect text',
  ].flatMap((names) => names.split(' ')),
);

function expectInert(html: string, page: Page): void {
  expect(page.errors).to.deep.equal([]);
  expect(page.elements.filter(({ tagName }) => !known.has(tagName)).map(({ tagName }) => tagName)).to.deep.equal([]);
  expect(named(page, 'script').map(textOf)).to.deep.equal([script]);
  const attributes = page.elements.flatMap(({ attrs }) => attrs);
  expect(attributes.filter(({ name }) => /^on|^style$|^src$|^srcset$|^action$/.test(name))).to.deep.equal([]);
  const links = attributes.filter(({ name }) => name === 'href').map(({ value }) => value);
  expect(links.filter((link) => !/^#[a-z0-9-]+$/.test(link))).to.deep.equal([]);
  expect(html).not.to.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
}

describe('the HTML report', () => {
  for (const language of ['en', 'es'] as const) {
    it(`is valid, and holds no script but its own (${language})`, async () => {
      const html = await rendered('html', recordWith('S_OK'), language);
      const page = parsePage(html);
      expectInert(html, page);
      expect(named(page, 'html').map((root) => attribute(root, 'lang'))).to.deep.equal([language]);
    });
  }

  it('tells the counts of the record', () => {
    const record = recordWith('S_OK');
    const page = parsePage(htmlReport(record));
    const rows = page.elements.flatMap((element) => attribute(element, 'data-verdict') ?? []);
    expect(rows).to.have.length(record.summary.planned);
    for (const verdict of verdicts) {
      const count = countOf(record.summary, verdict);
      expect(
        rows.filter((each) => each === verdict),
        verdict,
      ).to.have.length(count);
      expect(classed(page, 'counts').map(textOf).join(''), verdict).to.contain(String(count));
    }
    const findings = classed(page, 'finding').map((article) => attribute(article, 'class'));
    const { fail, warning } = record.summary;
    expect(findings).to.deep.equal([
      ...Array.from({ length: fail }, () => 'finding edge fail'),
      ...Array.from({ length: warning }, () => 'finding edge warning'),
    ]);
  });

  it('is told in Spanish: areas, verdicts, findings; what has stayed English says so', async () => {
    const record = sampleRecord();
    const failing = record.checks.find(({ verdict }) => verdict === 'fail');
    if (failing === undefined) throw new Error('the sample has no failing check');
    const strange = { ...failing, id: 'abi/of-later', title: 'does what a later version asks', reason: 'in a new way' };
    const page = parsePage(await rendered('html', { ...record, checks: [...record.checks, strange] }, 'es'));
    const areas = classed(page, 'group').map(textOf);
    expect(areas).to.include.members(['El contrato binario', 'La DLL como servidor', 'La vida de la sesión']);
    const findings = classed(page, 'finding').map(textOf).join('\n');
    expect(findings).to.contain('crear el helper').and.not.contain('create the helper');
    expect(textOf(page.elements[0] ?? expect.fail('no page'))).not.to.contain('ayudante');
    const english = page.elements.filter((each) => attribute(each, 'lang') === 'en').map(textOf);
    expect(english).to.include.members([strange.title, strange.reason]);
    expect(english).not.to.include('crear el helper');
  });

  it('says in its heading that it is of a shard, and which failures are known', async () => {
    const record = sampleRecord();
    const checks = record.checks.filter(({ verdict }) => verdict === 'pass');
    const [first, ...others] = checks;
    if (first === undefined) throw new Error('the sample has no passing check');
    const tolerated = { ...first, verdict: 'warning', tolerated: { id: first.id, reason: 'fixed in 2.1' } } as const;
    const told = [tolerated, ...others];
    const livedWith = { ...record, checks: told, summary: summarise(told, null) };
    const headings = async (each: RunRecord): Promise<string[]> =>
      Promise.all(
        languages.map(async (language) => {
          const page = parsePage(await rendered('html', each, language));
          return [...named(page, 'h1'), ...named(page, 'title')].map(textOf).join('; ');
        }),
      );
    const [english, spanish] = await headings(livedWith);
    expect(english).to.match(/Conformant but for 1 known failure.*; Conformant but for 1 known failure: /);
    expect(spanish).to.match(/Conforme salvo 1 fallo conocido.*; Conforme salvo 1 fallo conocido: /);
    const some = { ...record.selection, only: ['placeholder1'] };
    expect((await headings({ ...livedWith, selection: some })).join('; '))
      .to.contain('; Some checks only: Conformant but for 1 known failure')
      .and.contain('; Solo algunas comprobaciones: Conforme salvo 1 fallo conocido');
    const selection = { ...record.selection, shard: { index: 2, count: 3 } };
    expect((await headings({ ...livedWith, selection })).join('; '))
      .to.contain('Shard 2 of 3, not the whole: Conformant but for 1 known failure')
      .and.contain('Parte 2 de 3, no el conjunto: Conforme salvo 1 fallo conocido');
    expect(await rendered('html', livedWith, 'es')).to.contain('halló una falta que no se conociera.');
  });

  it('says in Spanish as well that no sandbox held the helper', async () => {
    const record = sampleRecord();
    const environment = { ...record.environment, sandbox: 'unavailable: bubblewrap is not installed' };
    const page = parsePage(await rendered('html', { ...record, environment }, 'es'));
    expect(classed(page, 'notices').map(textOf).join()).to.contain('no disponible: bubblewrap no está instalado');
  });

  it('leads from each finding in the list to where it is told', () => {
    const page = parsePage(htmlReport(recordWith('S_OK')));
    const ids = page.elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).to.equal(ids.length);
    const links = named(page, 'a').map((link) => attribute(link, 'href')?.slice(1));
    expect(links.filter((link) => link === undefined || !ids.includes(link))).to.deep.equal([]);
    const { fail, warning } = recordWith('').summary;
    expect(links.filter((link = '') => link.startsWith('finding-')).length).to.be.at.least(fail + warning);
  });

  it('allows its own style and script by their hashes, and nothing else', () => {
    const page = parsePage(htmlReport(recordWith('S_OK')));
    const policy = page.elements.find((meta) => attribute(meta, 'http-equiv') === 'Content-Security-Policy');
    const rules = new Map(
      (policy === undefined ? '' : (attribute(policy, 'content') ?? '')).split('; ').map((rule) => {
        const [name = '', ...values] = rule.split(' ');
        return [name, values.join(' ')];
      }),
    );
    for (const name of ['style', 'script']) {
      const hashes = named(page, name).map((each) => createHash('sha256').update(textOf(each)).digest('base64'));
      expect(hashes.map((hash) => `'sha256-${hash}'`)).to.deep.equal([rules.get(`${name}-src`)]);
    }
    expect(rules.get('default-src')).to.equal("'none'");
    expect(rules.get('form-action')).to.equal("'none'");
  });

  for (const text of hostileTexts) {
    it(`obeys nothing of ${JSON.stringify(text.slice(0, 30))}`, async () => {
      const html = await rendered('html', recordWith(text), 'es');
      expectInert(html, parsePage(html));
    });
  }

  it('obeys no text whatever', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...hostileTexts) }));
    fc.assert(
      fc.property(texts, (text) => {
        const html = htmlReport(recordWith(text));
        expectInert(html, parsePage(html));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps readable with texts of 1 MB', () => {
    const text = '<b>\u202e'.repeat(250_000);
    const record = recordWith(text);
    const html = htmlReport(record);
    expectInert(html, parsePage(html));
    expect(html.length).to.be.lessThan(1_500_000);
    expect(html).to.contain('more characters');
  });

  it('says what it leaves out of 5,000 findings, and lists each', () => {
    const record = recordWith('S_OK');
    const failing = record.checks.find(({ verdict }) => verdict === 'fail');
    if (failing === undefined) throw new Error('the sample has no failing check');
    const page = parsePage(htmlReport({ ...record, checks: Array.from({ length: 5_000 }, () => ({ ...failing })) }));
    expect(classed(page, 'finding')).to.have.length(200);
    const text = textOf(page.elements[0] ?? expect.fail('no page'));
    expect(text).to.contain('4800 more findings are in the list of all checks only');
    expect(page.elements.filter((row) => attribute(row, 'data-verdict') === 'fail')).to.have.length(5_000);
  });

  it('is a function of the record alone', async () => {
    expect(htmlReport(recordWith('S_OK'))).to.equal(htmlReport(recordWith('S_OK')));
    expect(await rendered('html', recordWith('S_OK'), 'es')).not.to.equal(htmlReport(recordWith('S_OK')));
  });
});
