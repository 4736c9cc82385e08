import type { Source } from './source.js';

export type Level = 'must' | 'should';

/** One thing that the documents demand of a helper. */
export interface Statement {
  readonly level: Level;
  /** Completes the sentence "the helper …" in a few words. */
  readonly title: string;
  /** The demand in our own words, as a sentence. */
  readonly requirement: string;
  readonly source: Source;
  /** Why no check judges it; absent when one does. */
  readonly excluded?: string;
}

/** An area of the catalogue: its heading in reports, and its statements by slug. */
export interface Area {
  readonly title: string;
  readonly statements: Readonly<Record<string, Statement>>;
}
