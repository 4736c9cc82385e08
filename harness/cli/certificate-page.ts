/** The page for people in a certificate. */
import { rendered } from '../../reports/rendered.js';
import { languages } from '../language/language.js';
import type { RunRecord } from '../record/run-record.js';
import { spokenLanguage } from './spoken.js';

/** In the language of the one who certifies. */
export function certificatePage(record: RunRecord): Promise<string> {
  return rendered('html', record, spokenLanguage());
}

/** Every page that a certificate of this record may have. */
export function possiblePages(record: RunRecord): Promise<readonly string[]> {
  return Promise.all(languages.map((language) => rendered('html', record, language)));
}
