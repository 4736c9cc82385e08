/** The languages in which people are told things. What machines read is English in both. */
export const languages = ['en', 'es'] as const;

export type Language = (typeof languages)[number];

export function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text);
}

/** `es`, `es_MX.UTF-8`; not `est`. */
const spanishLocale = /^es(?![a-z])/i;

/**
 * What was asked for; otherwise the language of the user's messages as POSIX has it: the first of LC_ALL, LC_MESSAGES and
 * LANG that says anything. English for every language that is not spoken here.
 */
export function languageOf(
  asked: Language | undefined,
  { LC_ALL, LC_MESSAGES, LANG }: Readonly<Partial<Record<string, string>>>,
): Language {
  if (asked !== undefined) return asked;
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((each) => each !== undefined && each !== '') ?? '';
  return spanishLocale.test(locale) ? 'es' : 'en';
}
