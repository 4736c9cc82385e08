import type { Language } from './language.js';

/** What is said of a statement to people. */
export interface StatementTexts {
  readonly title: string;
  readonly requirement: string;
  /** Of one that is judged. */
  readonly howToFix?: string;
  /** Of one that is not: why. */
  readonly excluded?: string;
}

/** Gives what is said of the statement of an id in that language; undefined: what the catalogue and the rule say. */
export async function statementTexts(language: Language): Promise<(id: string) => StatementTexts | undefined> {
  if (language === 'en') return () => undefined;
  const { areaTexts } = await import('./spanish/areas.js');
  const byId = new Map<string, StatementTexts>(
    Object.entries(areaTexts).flatMap(([area, statements]) =>
      Object.entries<StatementTexts>(statements).map(([slug, texts]) => [`${area}/${slug}`, texts]),
    ),
  );
  return (id) => byId.get(id);
}
