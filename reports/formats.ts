/**
 * The formats of `--report FORMAT=FILE`. Each is a pure function of the run record and the language, loaded when it is
 * asked for. Formats that machines read are English in every language.
 */
import type { Language } from '../harness/language/language.js';
import { sentenceTranslator } from '../harness/language/sentence.js';
import { tellerOf } from '../harness/language/teller.js';
import type { RunRecord } from '../harness/record/run-record.js';
import { consoleReport } from './console.js';
import { jsonReport } from './json.js';

/** Of a format for people the record is the one that `toldIn` makes of what was recorded. */
export type Render = (record: RunRecord, recorded: RunRecord) => string;

export const formats = {
  console: async (language: Language): Promise<Render> => {
    const tell = await tellerOf(language);
    return (record) => consoleReport(record, tell, false);
  },
  json: () => Promise.resolve(jsonReport),
  junit: async (): Promise<Render> => (await import('./junit.js')).junitReport,
  ctrf: async (): Promise<Render> => (await import('./ctrf.js')).ctrfReport,
  sarif: async (): Promise<Render> => (await import('./sarif.js')).sarifReport,
  markdown: async (language: Language): Promise<Render> => {
    const [{ markdownReport }, tell] = await Promise.all([import('./markdown.js'), tellerOf(language)]);
    return (record) => markdownReport(record, tell);
  },
  html: async (language: Language): Promise<Render> => {
    const [{ htmlReport }, tell, translated] = await Promise.all([
      import('./html/page.js'),
      tellerOf(language),
      sentenceTranslator(language),
    ]);
    return (record, recorded) => htmlReport(record, { language, tell, translated, recorded });
  },
  badge: async (): Promise<Render> => (await import('./badge.js')).badgeReport,
} as const satisfies Record<string, (language: Language) => Promise<Render>>;

export type Format = keyof typeof formats;

export function isFormat(text: string): text is Format {
  return Object.hasOwn(formats, text);
}

const forPeople: readonly Format[] = ['console', 'markdown', 'html'];

/** True where the report is told in the reader's language. */
export function isForPeople(format: Format): boolean {
  return forPeople.includes(format);
}
