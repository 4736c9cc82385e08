/** What is wrong with a value that is no sequence: of all that zod has to say, the one thing that helps. */
import type * as z from 'zod/mini';

import { joined, say, type Filled, type Message } from '../language/message.js';
import { nearest, withGuess } from '../plan/nearest.js';

type Issue = z.core.$ZodIssue;

interface FormProblem {
  readonly what: Filled;
  readonly whatToDo: Message;
  readonly path: readonly PropertyKey[];
  /** It is about the path's last key. */
  readonly isKey: boolean;
}

/** For a guess at what was meant. */
const keys = (
  'about apartment argument as buffer clsid count different do documented expect failAllocation failInitialize failLogon for ' +
  'hazardous hresult identity iid label level name on out outer pcch profile refuseSessionInterface references repeat rounds ' +
  'same session size slot steps thread threads times undo'
).split(' ');

const longestShown = 60;

function shown(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return value.slice(0, longestShown).replaceAll(/[\p{C}\p{Z}]+/gu, ' ');
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? '[…]' : '{…}';
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Object.getOwnPropertyDescriptor(found, key)?.value;
  }
  return found;
}

/** Where nothing of the form fits: the value itself is of another kind. */
function isOfAnotherKind(issues: readonly Issue[]): boolean {
  const [first] = issues;
  return (
    first !== undefined &&
    first.path.length === 0 &&
    (first.code === 'invalid_type' ||
      first.code === 'invalid_value' ||
      (first.code === 'invalid_union' && first.errors.length > 0 && first.errors.every(isOfAnotherKind)))
  );
}

/** Of several forms the one that the value was meant to have, as far as one can tell; undefined: none of them. */
function meantBranch(errors: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const tellsNoForm = (issue: Issue): boolean => issue.code === 'invalid_union' && issue.errors.length === 0;
  // What is wrong deep inside, however much it is, says that the outside fits.
  const isWrongOutside = (issues: readonly Issue[]): boolean =>
    issues.some((issue) => tellsNoForm(issue) || (issue.code === 'unrecognized_keys' && issue.path.length === 0));
  const [meant] = errors
    .filter((issues) => !isOfAnotherKind(issues))
    .toSorted((a, b) => Number(isWrongOutside(a)) - Number(isWrongOutside(b)) || a.length - b.length);
  return meant;
}

interface Located {
  readonly issue: Issue;
  readonly path: readonly PropertyKey[];
}

/** Through all forms down to what is really wrong. */
function innermost(issue: Issue): Located {
  let found: Located = { issue, path: issue.path };
  while (found.issue.code === 'invalid_union') {
    const [next] = meantBranch(found.issue.errors) ?? [];
    if (next === undefined) return found;
    found = { issue: next, path: [...found.path, ...next.path] };
  }
  return found;
}

/** What would have been taken instead: texts as they are written, and kinds of values. */
function takenBy(issue: Issue): string[] {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.map(String);
    case 'invalid_type':
      return [kinds[issue.expected] ?? issue.expected];
    case 'invalid_union':
      return issue.errors.length === 0 && 'options' in issue && Array.isArray(issue.options)
        ? issue.options.map(String)
        : [...new Set(issue.errors.flatMap((branch) => branch.slice(0, 1).flatMap(takenBy)))];
    default:
      return [];
  }
}

/** In YAML's signs, which are the same in every language. */
const kinds: Readonly<Partial<Record<string, string>>> = {
  object: '{…}',
  array: '[…]',
  record: '{…}',
  number: '0…',
  int: '0…',
  string: '"…"',
  boolean: 'true, false',
};

const generalAdvice = 'The page docs/write-a-sequence.md tells what a sequence holds.';

function notTaken(value: unknown, issue: Issue): Pick<FormProblem, 'what' | 'whatToDo'> {
  const taken = takenBy(issue);
  const meant = typeof value === 'string' ? nearest(value, taken) : undefined;
  return {
    what: withGuess(say('{value} is not taken here.', { value: shown(value) }), meant),
    whatToDo: taken.length === 0 ? generalAdvice : say('What is taken: {taken}', { taken: taken.join(', ') }),
  };
}

function tellOf(issue: Issue, path: readonly PropertyKey[], whole: unknown): Pick<FormProblem, 'what' | 'whatToDo'> {
  if (whole === null || whole === undefined) return { what: say('the file is empty.'), whatToDo: generalAdvice };
  const value = valueAt(whole, path);
  if (value === undefined)
    return { what: say('{key} is missing.', { key: String(path.at(-1)) }), whatToDo: notTaken('', issue).whatToDo };
  switch (issue.code) {
    case 'unrecognized_keys': {
      const [key = ''] = issue.keys;
      return {
        what: withGuess(
          say('there is no {key} here.', { key: shown(key) }),
          nearest(
            key,
            keys.filter((each) => each !== key),
          ),
        ),
        whatToDo: generalAdvice,
      };
    }
    case 'too_small':
      return {
        what: say('{value} is too little: {least} at least.', { value: shown(value), least: Number(issue.minimum) }),
        whatToDo: generalAdvice,
      };
    case 'too_big':
      return {
        what: say('{value} is too much: {most} at most.', { value: shown(value), most: Number(issue.maximum) }),
        whatToDo: generalAdvice,
      };
    default:
      return notTaken(value, issue);
  }
}

/** The first thing that is wrong with the value. */
export function formProblem({ issues }: z.core.$ZodError, value: unknown): FormProblem {
  const [first] = issues;
  if (first === undefined) throw new Error('there is nothing wrong with it');
  const { issue, path } = innermost(first);
  const { what, whatToDo } = tellOf(issue, path, value);
  // An unknown key is where it stands, and so told; of what is wrong with a value its key is told as well.
  const key = path.at(-1);
  const isKey = issue.code === 'unrecognized_keys';
  const isNamed = typeof key !== 'string' || isKey || valueAt(value, path) === undefined;
  return {
    what: isNamed ? what : joined([key, what], ': '),
    whatToDo,
    path: isKey ? [...path, ...issue.keys.slice(0, 1)] : path,
    isKey,
  };
}
