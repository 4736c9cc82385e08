/**
 * A page of the documents, as Markdown or HTML, cut into sentences that compare equal however they are marked up. Pages
 * with two languages side by side keep each language in elements of its own, so an element ends a sentence, too.
 */
import { createHash } from 'node:crypto';

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['nbsp', ' '],
  ['mdash', '—'],
]);

/** Emphasis, links, escapes and inline HTML taken away; runs of space made one. */
function plain(text: string): string {
  return text
    .replaceAll(/\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replaceAll(/<\/?(?:a|b|i|em|strong|code)\b[^>]*>/gi, '')
    .replaceAll(/\*+/g, '')
    .replaceAll(/(^|[^\w\\])_([^_]+(?:_[^_]+)*?)_(?!\w)/g, '$1$2')
    .replaceAll(/\\([_*[\]<>])/g, '$1')
    .replaceAll(/&(\w+);/g, (whole, name: string) => entities.get(name) ?? whole)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Where one piece of text ends for certain: table cells, list items, block elements, spans. */
const borders = /\||<(?!\/?(?:a|b|i|em|strong|code)\b)[^>]*>|^\s*(?:[-*+>]|\d+\.)\s|^#+\s.*$/gm;

function paragraphs(page: string): string[] {
  return plainLines(page).split(/\n\s*\n|\u0000/);
}

function plainLines(page: string): string {
  const body = page.replaceAll('\r\n', '\n').replace(/^---\n.*?\n---\n/s, '');
  return body.replaceAll(borders, '\u0000');
}

export function sentencesOf(page: string): string[] {
  return paragraphs(page)
    .flatMap((paragraph) => plain(paragraph).split(/(?<=[.!?])\s+/))
    .map((sentence) => sentence.replace(/[.:]$/, '').trim())
    .filter((sentence) => sentence !== '');
}

/** What a statement keeps of the sentence that it comes from. */
export function sentenceHash(sentence: string): string {
  return createHash('sha256').update(sentence).digest('hex').slice(0, 16);
}
