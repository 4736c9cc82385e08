/** That an out-pointer was given something: a violation says in words what it held instead. */
import { AssertionError } from 'chai';

const words: Readonly<Record<string, string>> = { null: 'NULL', untouched: 'the pointer untouched' };

/** `pointer` as a transcript has it: `null`, `untouched`, or the name of what came. */
export function expectPointer(pointer: string | undefined, what: string): void {
  if (pointer?.startsWith('p') === true) return;
  const [expected, actual] = ['a pointer', words[pointer ?? 'untouched'] ?? 'nothing'];
  throw new AssertionError(`${what}: expected ${expected}, got ${actual}`, { expected, actual });
}
