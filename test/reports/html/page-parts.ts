/** A page as a browser's own parser reads it. */
import { parse, type DefaultTreeAdapterTypes, type ParserError } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

export interface Page {
  readonly elements: readonly Element[];
  readonly errors: readonly string[];
}

export function parsePage(html: string): Page {
  const errors: string[] = [];
  const onParseError = ({ code, startLine }: ParserError): void =>
    void errors.push(`${code}, line ${String(startLine)}`);
  return { elements: elementsIn(parse(html, { onParseError })), errors };
}

function elementsIn(node: Node): Element[] {
  const own = 'tagName' in node ? [node] : [];
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(elementsIn)] : own;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** The elements of that name, or whose `class` holds that word. */
export function named({ elements }: Page, name: string): Element[] {
  return elements.filter(({ tagName }) => tagName === name);
}

export function classed({ elements }: Page, word: string): Element[] {
  return elements.filter((element) => (attribute(element, 'class') ?? '').split(' ').includes(word));
}
