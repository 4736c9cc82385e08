/** Which statements no longer rest on the sentence that they were written from. */
import { findStatement, statementIds } from '../catalogue/catalogue.js';
import { sentenceHashes } from '../catalogue/sentences.js';
import { sentenceHash, sentencesOf } from './sentences.js';

/** A page at hand: the name by which statements may know it, and its text. */
export interface Page {
  /** Path of the page within its repository or, for a page on its own, the file's name. */
  readonly path: string;
  readonly text: string;
}

export interface Drift {
  /** Ids of statements whose sentence is still there, and of those whose sentence has changed or gone. */
  readonly unchanged: readonly string[];
  readonly drifted: readonly string[];
}

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** A page on its own is recognised by its file's name or by the title in its front matter. */
function isPage(page: string, { path, text }: Page): boolean {
  if (path.endsWith(page)) return true;
  const name = lettersOf(page.slice(page.lastIndexOf('/') + 1, -'.md'.length));
  const title = /^title:\s*(.*)$/m.exec(text)?.[1] ?? '';
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]+$/i, '');
  return lettersOf(file) === name || lettersOf(title) === name;
}

/** `kept` holds for each id the hash of its sentence. */
export function driftOf(pages: readonly Page[], kept: Readonly<Record<string, string>> = sentenceHashes): Drift {
  const unchanged: string[] = [];
  const drifted: string[] = [];
  const hashes = new Map<Page, ReadonlySet<string>>();
  for (const page of pages) hashes.set(page, new Set(sentencesOf(page.text).map(sentenceHash)));
  for (const id of statementIds) {
    const sentence = kept[id];
    if (sentence === undefined) continue;
    const source = findStatement(id)?.source.page ?? '';
    const page = pages.find((each) => isPage(source, each));
    if (page === undefined) continue;
    (hashes.get(page)?.has(sentence) === true ? unchanged : drifted).push(id);
  }
  return { unchanged, drifted };
}

/** The pages that statements come from, as paths within their repositories. */
export function sourcePages(): string[] {
  return [...new Set(statementIds.flatMap((id) => findStatement(id)?.source.page ?? []))];
}
