/** The built-in helpers: two references, and the mutants that prove the rules. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

import { say } from '../language/message.js';
import { nearest, withGuess } from '../plan/nearest.js';
import { UsageError } from '../plan/usage-error.js';
import type { Activation } from '../record/run-record.js';
import { examplesFolder } from './host-places.js';

const exampleSchema = z.strictObject({
  name: z.string(),
  /** Path below the fixtures folder. */
  dll: z.string(),
  session: z.enum(['own', 'borrowed']),
  /** Absent: the factory. */
  activation: z.optional(z.enum(['class', 'registered', 'capture'])),
  /** Where its fault shows; absent: in every apartment. */
  apartment: z.optional(z.literal('second-sta')),
  /** The shortest sequence that shows its fault, which no other check finds: random ones have to be tried. */
  random: z.optional(z.string()),
  /** So many cycles show its fault. */
  soak: z.optional(z.int()),
  /** The factory, or with `capture` the entry of the client. */
  export: z.string(),
  clsid: z.string(),
  prepare: z.string(),
  /** True: it looks MAPI up in the registry. */
  mapiRegistry: z.optional(z.boolean()),
  summary: z.string(),
  /** The part of a mutant's source that does wrong. */
  code: z.optional(z.string()),
  /** A mutant's: the checks that find fault with it (a SHOULD warns), and those that it leaves open (`*`: all others). */
  fails: z.optional(z.array(z.string())),
  inconclusive: z.optional(z.array(z.string())),
});

export type Example = z.infer<typeof exampleSchema>;

export function readExamples(): Example[] {
  const path = join(examplesFolder(), 'examples.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(
      say('The built-in examples are not built ({path}).', { path }),
      'Run npm start: it builds what is missing.',
    );
  }
  return z.array(exampleSchema).parse(JSON.parse(text));
}

export function findExample(name: string): Example {
  const examples = readExamples();
  const example = examples.find((each) => each.name === name);
  if (example !== undefined) return example;
  const near = nearest(
    name,
    examples.map((each) => each.name),
  );
  throw new UsageError(
    withGuess(say('--example {name}: there is no built-in helper of that name.', { name }), near),
    'olkconform list --examples prints them.',
  );
}

/** A mutant that violates just this check, if there is one; otherwise one that violates it among others. */
export function findViolation(id: string): Example | undefined {
  const violating = readExamples().filter(({ fails = [] }) => fails.includes(id));
  return violating.toSorted((a, b) => (a.fails ?? []).length - (b.fails ?? []).length)[0];
}

/** The way in that shows what is special about the example. */
export function activationOfExample({ activation, export: name, clsid, prepare }: Example): Activation {
  switch (activation) {
    case 'class':
    case 'registered':
      return { kind: activation, clsid, prepare };
    case 'capture':
      return { kind: 'capture', export: name };
    case undefined:
      return { kind: 'factory', export: name };
  }
}

export function dllOf(example: Example): string {
  return join(examplesFolder(), example.dll);
}
