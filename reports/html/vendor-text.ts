/** Text out of the record on the page: cut, with what a terminal or a browser would obey made visible, and kept apart. */
import { cut } from '../cut.js';
import { terminalText } from '../terminal-text.js';
import { h, type Element } from './element.js';
import type { Speech } from './words.js';

/** Nobody reads more of one text on a page; the run record has all of it. */
const longestText = 2_000;

/** A text that may hold anything. Its direction is its own: it cannot turn what stands around it. */
export function vendorText(text: string, longest = longestText): Element {
  return h('bdi', null, plainText(text, longest));
}

/** The same where there can be no element: in attributes, titles and drawings. */
export function plainText(text: string, longest = longestText): string {
  return terminalText(cut(text, longest));
}

/** Several lines as they were written. */
export function vendorLines(text: string, longest = longestText): Element {
  const lines = cut(text, longest).split(/\r?\n/).map(terminalText);
  return h('pre', null, h('bdi', null, lines.join('\n')));
}

/** A text of the record in the language of the page, or marked as one that has stayed English. */
export function recordText(text: string, { isEnglish }: Speech, longest = longestText): Element {
  return h('bdi', isEnglish(text) ? { lang: 'en' } : null, plainText(text, longest));
}

/** What is English on whichever page. */
export function englishText(text: string): Element {
  return h('bdi', { lang: 'en' }, plainText(text));
}
