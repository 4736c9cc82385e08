/**
 * The YAML of a sequence file, with the place of everything in it. A file may come from anybody: what could make it large
 * or odd once it is read (anchors, aliases, tags, deep nesting) is refused before it is parsed, and no sequence needs it.
 */
import { type Document, isMap, isNode, isScalar, isSeq, Lexer, LineCounter, parseDocument, visit } from 'yaml';

import { say, type Filled, type Message } from '../language/message.js';

/** A sequence of a thousand steps has some fifty thousand characters. */
export const longestText = 1_000_000;

/** So many words and signs are in four thousand steps with all that is expected of them; the parser is slow with more. */
const mostTokens = 200_000;

/** A step in a block in a sequence is three deep, its expectation two more. */
const deepest = 16;

/** Columns in front of a line; what is nested by lines alone is no deeper. */
const furthestIndent = 80;

/** What is wrong, and where, counted from 0. */
export class YamlProblem extends Error {
  readonly what: Message;
  readonly offset: number;

  constructor(what: Message, offset: number) {
    super();
    this.what = what;
    this.offset = offset;
  }
}

export interface Place {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

export interface YamlText {
  readonly value: unknown;
  /** Of what lies at that path in the value, or of the nearest thing around it; or of the path's last key. */
  readonly placeOf: (path: readonly PropertyKey[], isKey?: boolean) => Place;
}

/** The marks that the lexer puts between the parts of the text. */
const lexerMarks = new Set(['\u0002', '\u0018', '\u001F']);

function refuseControlCharacters(text: string): void {
  const found = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/.exec(text);
  if (found !== null) throw new YamlProblem('a control character: write it as in "\\x07".', found.index);
}

function refuseOddities(text: string): void {
  let offset = 0;
  let flow = 0;
  let inLine = 0;
  let isScalarNext = false;
  let tokens = 0;
  for (const token of new Lexer().lex(text)) {
    if (lexerMarks.has(token)) {
      isScalarNext = token === '\u001F';
      continue;
    }
    const [first = ''] = token;
    tokens += 1;
    if (tokens > mostTokens) throw new YamlProblem('it has more parts than a sequence can have.', offset);
    if (isScalarNext) isScalarNext = false;
    else if (first === '&' || first === '*')
      throw new YamlProblem('anchors and aliases are not taken: write the step out, or use repeat.', offset);
    else if (first === '!') throw new YamlProblem('tags are not taken.', offset);
    else if (first === '%') throw new YamlProblem('directives are not taken.', offset);
    else if (first === '[' || first === '{') flow += 1;
    else if (first === ']' || first === '}') flow -= 1;
    else if (flow === 0 && (token === '-' || token === '?' || token === ':')) inLine += 1;
    else if (first === '\n' || first === '\r') inLine = 0;
    else if (first === ' ' && flow === 0 && inLine === 0 && token.length > furthestIndent)
      throw new YamlProblem('it is nested too deeply.', offset);
    if (flow > deepest || inLine > deepest) throw new YamlProblem('it is nested too deeply.', offset);
    offset += token.length;
  }
}

/** The node at the path; where there is none, the last one on the way. */
function nodeAt(contents: unknown, path: readonly PropertyKey[]): unknown {
  let node = contents;
  for (const key of path) {
    let next: unknown;
    if (isSeq(node) && typeof key === 'number') next = node.items[key];
    else if (isMap(node))
      next = node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key))?.value;
    if (!isNode(next)) return node;
    node = next;
  }
  return node;
}

/** The key itself, where it is the key that is wrong. */
function keyAt(node: unknown, key: PropertyKey): unknown {
  return isMap(node) ? node.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.key : undefined;
}

/** The parser's own look at keys compares each with all before it: with 80 000 of them that takes minutes. */
function refuseKeysTwice(document: Document.Parsed): void {
  visit(document, {
    Map(_key, { items }) {
      const known = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (known.has(key.value)) throw new YamlProblem('a key is there twice.', offsetOf(key));
        known.add(key.value);
      }
    },
  });
}

const offsetOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);

/** @throws YamlProblem for what cannot be read, or is not taken. */
export function parseYaml(text: string): YamlText {
  if (text.length > longestText) throw new YamlProblem(tooLong(), 0);
  refuseControlCharacters(text);
  refuseOddities(text);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    merge: false,
    uniqueKeys: false,
  });
  const [error] = document.errors;
  if (error !== undefined) {
    const what =
      error.code === 'MULTIPLE_DOCS'
        ? 'one file is one sequence.'
        : say('not YAML: {reason}.', { reason: error.message.replaceAll(/\s+/g, ' ') });
    throw new YamlProblem(what, error.pos[0]);
  }
  refuseKeysTwice(document);
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return {
    value: document.toJS(),
    placeOf: (path, isKey = false) => {
      const key = path.at(-1);
      const own = isKey && key !== undefined ? keyAt(nodeAt(document.contents, path.slice(0, -1)), key) : undefined;
      return placeAt(offsetOf(own ?? nodeAt(document.contents, path)));
    },
  };
}

/** Before the text is looked at. */
export function tooLong(): Filled {
  return say('a sequence has {most} characters at most.', { most: longestText });
}

/** Where that offset is in the text. */
export function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
