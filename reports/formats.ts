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

interface ReportFormat {
  /** It is told in the reader's language. */
  readonly isForPeople: boolean;
  readonly load: (language: Language) => Promise<Render>;
}

export const formats = {
  console: {
    isForPeople: true,
    load: async (language) => {
      const tell = await tellerOf(language);
      return (record) => consoleReport(record, tell, false);
    },
  },
  json: { isForPeople: false, load: () => Promise.resolve(jsonReport) },
  junit: { isForPeople: false, load: async () => (await import('./junit.js')).junitReport },
  ctrf: { isForPeople: false, load: async () => (await import('./ctrf.js')).ctrfReport },
  sarif: { isForPeople: false, load: async () => (await import('./sarif.js')).sarifReport },
  markdown: {
    isForPeople: true,
    load: async (language) => {
      const [{ markdownReport }, tell] = await Promise.all([import('./markdown.js'), tellerOf(language)]);
      return (record) => markdownReport(record, tell);
    },
  },
  html: {
    isForPeople: true,
    load: async (language) => {
      const [{ htmlReport }, tell, translated] = await Promise.all([
        import('./html/page.js'),
        tellerOf(language),
        sentenceTranslator(language),
      ]);
      return (record, recorded) => htmlReport(record, { language, tell, translated, recorded });
    },
  },
  badge: { isForPeople: false, load: async () => (await import('./badge.js')).badgeReport },
} as const satisfies Record<string, ReportFormat>;

export type Format = keyof typeof formats;

export function isFormat(text: string): text is Format {
  return Object.hasOwn(formats, text);
}
