import { expect } from 'chai';
import fc from 'fast-check';

import { languages } from '../../harness/language/language.js';
import { tellerOf } from '../../harness/language/teller.js';
import { summarise } from '../../harness/record/summary.js';
import type { RunRecord } from '../../harness/record/run-record.js';
import { consoleReport } from '../../reports/console.js';
import { formats, isFormat } from '../../reports/formats.js';
import { markdownReport } from '../../reports/markdown.js';
import { remedyOfDeath } from '../../harness/record/remedy-of-death.js';
import { toldIn } from '../../reports/told.js';
import { sampleRecord } from './sample-record.js';

const reports = async (record: RunRecord): Promise<{ console: string; markdown: string }[]> =>
  Promise.all(
    languages.map(async (language) => {
      const [told, tell] = [await toldIn(language, record), await tellerOf(language)];
      return { console: consoleReport(told, tell, false), markdown: markdownReport(told, tell) };
    }),
  );

const lines = (text: string): number => text.split('\n').length;

describe('a record told in Spanish', () => {
  it('has Spanish texts, and everything else as it was', async () => {
    const record = sampleRecord();
    const told = await toldIn('es', record);
    for (const [at, check] of record.checks.entries()) {
      const { title = '', requirement = '', howToFix = '', steps = [] } = told.checks[at] ?? {};
      expect(told.checks[at]).to.deep.equal({ ...check, title, requirement, howToFix, steps });
      if (check.verdict !== 'pass') expect(steps[0]).to.equal('crear el helper');
      expect(title, check.id).not.to.equal(check.title);
      expect(requirement, check.id).not.to.equal(check.requirement);
    }
    expect({ ...told, checks: [] }).to.deep.equal({ ...record, checks: [] });
    expect(await toldIn('en', record)).to.equal(record);
  });

  it('advises against a death in Spanish whatever the check', async () => {
    const record = sampleRecord();
    const checks = record.checks.map((check) => ({ ...check, howToFix: `${remedyOfDeath} ${check.howToFix}` }));
    const told = await toldIn('es', { ...record, checks });
    const usual = await toldIn('es', record);
    for (const [at, { id, howToFix }] of told.checks.entries()) {
      if (id === 'abi/no-crash') continue;
      expect(howToFix)
        .to.match(/^Los pasos .*depurador\. /)
        .and.satisfy((text: string) => text.endsWith(usual.checks[at]?.howToFix ?? '?'));
    }
  });

  it('leaves a check of another version as it was recorded', async () => {
    const record = sampleRecord();
    const [first] = record.checks;
    if (first === undefined) throw new Error('the sample has no checks');
    const { checks } = await toldIn('es', { ...record, checks: [{ ...first, id: 'abi/of-later' }] });
    expect(checks[0]).to.deep.include({ title: first.title, howToFix: first.howToFix });
  });

  it('has as many lines in both languages, and no place without its value', async () => {
    const one = { minLength: 0, maxLength: 30 };
    await fc.assert(
      fc.asyncProperty(
        fc.string(one),
        fc.nat(72),
        fc.array(fc.string(one), { maxLength: 3 }),
        async (text, most, leftBehind) => {
          const sample = sampleRecord(text.replaceAll(/[{}]|undefined/g, ''));
          const checks = sample.checks.slice(0, most);
          const record = {
            ...sample,
            checks,
            leftBehind: leftBehind.map((name) => name.replaceAll(/[{}]/g, '')),
            summary: summarise(checks, null),
          };
          const [english, spanish] = await reports(record);
          for (const format of ['console', 'markdown'] as const) {
            expect(lines(spanish?.[format] ?? '')).to.equal(lines(english?.[format] ?? ''));
            for (const report of [english, spanish])
              expect(report?.[format]).not.to.match(/(?<!\\u)\{[a-z]+\}|undefined/);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('says one and many as each language does', async () => {
    const { checks, ...rest } = sampleRecord();
    const some = checks.slice(0, 2);
    const [english, spanish] = await reports({ ...rest, checks: some, summary: summarise(some, null) });
    expect(english?.console).to.contain('Not conformant: 1 failed, 1 passed, of 2 checks.');
    expect(spanish?.console).to.contain('No conforme: 1 fallida, 1 superada, de 2 comprobaciones.');
  });

  it('is for people: what machines read is the same in both languages', async () => {
    for (const format of Object.keys(formats).filter(isFormat)) {
      const [english, spanish] = await Promise.all(
        languages.map(async (language) => (await formats[format].load(language))(sampleRecord(), sampleRecord())),
      );
      if (formats[format].isForPeople) expect(spanish, format).not.to.equal(english);
      else expect(spanish, format).to.equal(english);
    }
  });
});
