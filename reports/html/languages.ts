import type { Language } from '../../harness/language/language.js';
import { english } from './english.js';
import { spanish } from './spanish.js';
import type { Words } from './words.js';

const languages: Readonly<Record<Language, Words>> = { en: english, es: spanish };

/** The page's fixed texts in that language. */
export function wordsOf(language: Language): Words {
  return languages[language];
}
