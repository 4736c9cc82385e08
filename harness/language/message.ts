/**
 * What is said to people. A message is written in English where it is said, and its English text is the name under which
 * the Spanish catalogue holds the other one: without an entry there the code that says it does not compile.
 *
 * `{name}` stands for a value. `{count} check|{count} checks` holds the form for one and the form for any other count.
 */
import type { messages } from './spanish/messages.js';

type MessageText = keyof typeof messages;

type ValueNames<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ValueNames<Rest>
  : never;

/** A string comes from outside and is left as it is; what is said within a message is a message again. */
export type Value = string | number | Filled;

/** A message with its values. */
export interface Filled {
  readonly text: string;
  readonly values: Readonly<Record<string, Value>>;
}

type Without<Text extends MessageText> = Text extends MessageText
  ? [ValueNames<Text>] extends [never]
    ? Text
    : never
  : never;

/** A text alone where it holds no values. */
export type Message = Without<MessageText> | Filled;

type ValuesOf<Text extends string> = [ValueNames<Text>] extends [never]
  ? []
  : [values: Readonly<Record<ValueNames<Text>, Value>>];

/** A message that is told later, in whichever language. */
export function say<Text extends MessageText>(text: Text, ...[values]: ValuesOf<Text>): Filled {
  return { text, values: values ?? {} };
}

/** Several, one behind the other; what stands between them is the same in all languages. */
export function joined(parts: readonly Value[], between: string): Filled {
  return {
    text: parts.map((_, at) => `{${String(at)}}`).join(between),
    values: Object.fromEntries(parts.map((part, at) => [String(at), part])),
  };
}

/** `a`, `a and b`, `a and b and c`. */
export function listed(parts: readonly Value[]): Value {
  return parts.length === 0 ? '' : parts.reduce((first, second) => say('{first} and {second}', { first, second }));
}

/** Says a message in one language. */
export type Tell = (message: Message) => string;

/** `translated` gives a text in that language; the text itself where it knows none. */
export function tellerBy(translated: (text: string) => string): Tell {
  const fill = ({ text, values }: Filled): string => {
    const { count } = values;
    const forms = count === undefined ? [translated(text)] : translated(text).split('|');
    const form = count === 1 ? forms[0] : forms.at(-1);
    return (form ?? '').replaceAll(/\{(\w+)\}/g, (whole, name: string) => valueText(values[name] ?? whole));
  };
  const valueText = (value: Value): string => (typeof value === 'object' ? fill(value) : String(value));
  return (message) => (typeof message === 'string' ? translated(message) : fill(message));
}

/** The language in which the messages are written, and the one of whatever a machine reads. */
export const inEnglish: Tell = tellerBy((text) => text);
