/**
 * What a module exports, as YAML could hold it. To look at a value of somebody's code may run that code (a getter, a Proxy,
 * the message of an error): it is looked at once, here, and whatever it throws is told of the module.
 */
import { say, type Message, type Value } from '../language/message.js';
import { SequenceProblem } from './problem.js';
import { refuseTooMany } from './step-count.js';

/** As in a YAML file: so many values are in four thousand steps with all that is expected of them. */
const mostParts = 100_000;

/** A step in a block in a sequence is three deep, its expectation two more. */
const deepest = 16;

const longestReason = 500;

const advice: Message = 'The page docs/write-a-sequence.md tells what a sequence holds.';

/** What loads modules shows where they were required from, below. */
const firstLine = (text: string): string => (text.split('\n')[0] ?? '').slice(0, longestReason);

/** Of whatever was thrown, which need be no error, nor one that can be looked at. */
export function thrownText(thrown: unknown): Value {
  try {
    const told: unknown = thrown instanceof Error ? thrown.message : thrown;
    return firstLine(String(told));
  } catch {
    return say('what it threw cannot be told');
  }
}

type Path = readonly PropertyKey[];

/** The one place where the module's own code may run. */
function looked<Result>(path: Path, look: () => Result): Result {
  try {
    return look();
  } catch (error) {
    throw new SequenceProblem(say('it cannot be read: {reason}', { reason: thrownText(error) }), advice, path);
  }
}

/** @throws SequenceProblem, and nothing else. */
export function plainOf(whole: unknown): unknown {
  let left = mostParts;
  const copied = (value: unknown, path: Path): unknown => {
    left -= 1;
    if (left < 0) throw new SequenceProblem(say('it has more parts than a sequence can have.'), advice, path);
    // None of them is anything that a sequence holds.
    if (typeof value === 'function') return {};
    if (typeof value !== 'object' || value === null) return value;
    if (path.length >= deepest) throw new SequenceProblem(say('it is nested too deeply.'), advice, path);
    const list = looked(path, () => (Array.isArray(value) ? { length: Math.trunc(value.length) } : undefined));
    if (list !== undefined && path.at(-1) === 'steps') refuseTooMany(list.length, path);
    const of = (key: PropertyKey): unknown =>
      copied(
        looked([...path, key], (): unknown => Reflect.get(value, key)),
        [...path, key],
      );
    if (list === undefined) {
      const keys = looked(path, () => Object.keys(value));
      return Object.fromEntries(keys.map((key) => [key, of(key)]));
    }
    const elements: unknown[] = [];
    for (let at = 0; at < list.length; at += 1) elements.push(of(at));
    return elements;
  };
  return copied(whole, []);
}
