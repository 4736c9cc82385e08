/** The formats of `--report FORMAT=FILE`. Each is a pure function of the run record, loaded when it is asked for. */
import type { RunRecord } from '../harness/record/run-record.js';
import { consoleReport } from './console.js';
import { jsonReport } from './json.js';

export type Render = (record: RunRecord) => string;

export const formats = {
  console: () => Promise.resolve((record: RunRecord) => consoleReport(record, false)),
  json: () => Promise.resolve(jsonReport),
  junit: async (): Promise<Render> => (await import('./junit.js')).junitReport,
  ctrf: async (): Promise<Render> => (await import('./ctrf.js')).ctrfReport,
  sarif: async (): Promise<Render> => (await import('./sarif.js')).sarifReport,
  markdown: async (): Promise<Render> => (await import('./markdown.js')).markdownReport,
  html: async (): Promise<Render> => (await import('./html/page.js')).htmlReport,
  badge: async (): Promise<Render> => (await import('./badge.js')).badgeReport,
} as const satisfies Record<string, () => Promise<Render>>;

export type Format = keyof typeof formats;

export function isFormat(text: string): text is Format {
  return Object.hasOwn(formats, text);
}
