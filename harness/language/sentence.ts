/**
 * Sentences of a run record in another language. A record is English: what was found is written by the rules, the engine
 * and the bridge, each in its own words. Those that are known are templates here; the others are left as they are.
 */
import type { Language } from './language.js';

export type Translate = (english: string) => string;

interface Template {
  /** What stands around the values: one more than there are values. */
  readonly literals: readonly string[];
  readonly names: readonly string[];
  readonly translation: string;
}

/** The values that are sentences themselves; the others may come from the vendor, and are left as they are. */
const sentenceNames = new Set(['what', 'why', 'also']);

/** The values that may hold anything; any other is a word or two, in which no new clause begins. */
const looseNames = new Set([...sentenceNames, 'actual', 'expected', 'name', 'text']);

/** A sentence within a sentence within a sentence; deeper ones would be made to be deep. */
const deepest = 3;

/** Reports cut what is longer (2,000 characters); only one who wants this to take long writes it. */
const longestText = 4_000;

/** A step and its answer are phrases in a row: `create the helper, a session offered → S_OK; session 1 has 1 reference`. */
const betweenPhrases = /( → |, |; )/;

function templateOf([english, translation]: readonly [string, string]): Template {
  const parts = english.split(/\{(\w+)\}/);
  return {
    literals: parts.filter((_, at) => at % 2 === 0),
    names: parts.filter((_, at) => at % 2 === 1),
    translation,
  };
}

/** The values in a text of that template; undefined where the text is none. In linear time, whatever the text is. */
function valuesIn(text: string, { literals, names }: Template): ReadonlyMap<string, string> | undefined {
  const [first = '', ...others] = literals;
  if (!text.startsWith(first)) return undefined;
  const values = new Map<string, string>();
  let from = first.length;
  for (const [at, name] of names.entries()) {
    const literal = others[at] ?? '';
    const isLast = at === names.length - 1;
    const end = isLast ? text.length - literal.length : text.indexOf(literal, from);
    if (end < from || (isLast && !text.endsWith(literal))) return undefined;
    const value = text.slice(from, end);
    if (!looseNames.has(name) && /[:,] /.test(value)) return undefined;
    values.set(name, value);
    from = end + literal.length;
  }
  return values;
}

/** By a catalogue of templates: of several that a text may be, the one that says the most of it. */
export function translatorBy(catalogue: Readonly<Record<string, string>>): Translate {
  const exact = new Map(Object.entries(catalogue));
  const length = ({ literals }: Template): number => literals.join('').length;
  const templates = Object.entries(catalogue)
    .map(templateOf)
    .filter(({ names }) => names.length > 0)
    .toSorted((a, b) => length(b) - length(a));

  const whole = (text: string, depth: number): string | undefined => {
    const known = exact.get(text);
    if (known !== undefined || depth > deepest) return known;
    for (const template of templates) {
      const values = valuesIn(text, template);
      if (values === undefined) continue;
      return template.translation.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        const value = values.get(name) ?? '';
        return sentenceNames.has(name) ? translated(value, depth + 1) : value;
      });
    }
    return undefined;
  };
  const translated = (text: string, depth: number): string =>
    whole(text, depth) ??
    text
      .split(betweenPhrases)
      .map((phrase) => whole(phrase, depth) ?? phrase)
      .join('');
  return (text) => (text.length > longestText ? text : translated(text, 0));
}

export async function sentenceTranslator(language: Language): Promise<Translate> {
  if (language === 'en') return (text) => text;
  const { sentences } = await import('./spanish/sentences.js');
  return translatorBy(sentences);
}
