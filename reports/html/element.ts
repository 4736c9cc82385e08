/** Elements of the page. Preact writes them, so that no text and no attribute can become markup. */
import { createElement, type ComponentChildren, type VNode } from 'preact';

/** `true` stands for an attribute without a value; one that is `false` is left out. */
type Attributes = Readonly<Record<string, string | number | boolean>>;

/** What can stand in an element: texts, elements, lists of them, and null for nothing. */
export type Content = ComponentChildren;

export type Element = VNode<Readonly<Record<string, unknown>>>;

export function h(name: string, attributes: Attributes | null, ...content: readonly Content[]): Element {
  return createElement<Readonly<Record<string, unknown>>>(name, attributes, ...content);
}

/** The head of a table, a cell a column. */
export function tableHead(columns: readonly string[]): Element {
  const cells = columns.map((column) => h('th', { scope: 'col' }, column));
  return h('thead', null, h('tr', null, cells));
}

/** A style or a script: the only texts that are not escaped, and constants of ours. */
export function verbatim(name: 'style' | 'script', text: string): Element {
  return createElement<Readonly<Record<string, unknown>>>(name, { dangerouslySetInnerHTML: { __html: text } });
}
