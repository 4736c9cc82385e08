import type { areas } from '../../catalogue/catalogue.js';

interface StatementWords {
  /** Completes the sentence "el helper …" in a few words. */
  readonly title: string;
  readonly requirement: string;
}

interface JudgedWords extends StatementWords {
  /** The rule's. */
  readonly howToFix: string;
}

interface ExcludedWords extends StatementWords {
  readonly excluded: string;
}

/** Every statement of an area, in Spanish: one that is missing does not compile. */
export type AreaTexts<A extends keyof typeof areas> = {
  readonly [S in keyof (typeof areas)[A]['statements']]: (typeof areas)[A]['statements'][S] extends { excluded: string }
    ? ExcludedWords
    : JudgedWords;
};
