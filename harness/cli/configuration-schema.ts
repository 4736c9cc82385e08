/** What `run` can be told: by flags, and by a configuration file that states the same things. */
import * as z from 'zod/mini';

import { sandboxModes } from '../certify/containment.js';
import { inEnglish, say } from '../language/message.js';
import { declaredSessions, toleranceSchema } from '../record/run-record.js';
import { apartments } from '../script/step.js';
import { spareModes } from './spare-mode.js';

/** What a value has to look like, where the schema's own words would not tell. */
const classIdForm = say('a class id looks like {example}', { example: '{01234567-89ab-cdef-0123-456789abcdef}' });
const memory = say('a number of megabytes, from 256 to 1048576');
const timeout = say('a number of seconds, more than 0 and at most 3600');
const totalTimeout = say('a number of seconds, more than 0 and at most 86400');
const maxDeaths = say('a whole number from 1 to 1000');
const depth = say('a whole number from 0 to 8');
const random = say('a whole number from 1 to 10000000');
const seed = say('a whole number from 0 to 2147483647');
const soak = say('a whole number from 1000 to 100000000');
const listForm = say('a text, or a list of texts, none of them empty');
const helperName = say('letters, digits, dots, hyphens and underscores, a letter or digit first');
const profileName = say('a name of at most 255 characters, and no zero among them');
const oneHelper = say('at least one helper');

/** In the words in which a failed check of the schema has them. */
export const forms = [
  classIdForm,
  memory,
  timeout,
  totalTimeout,
  maxDeaths,
  depth,
  random,
  seed,
  soak,
  listForm,
  helperName,
  profileName,
  oneHelper,
];

const nonEmpty = z.string().check(z.minLength(1));

const clsid = z.pipe(
  z.string().check(z.regex(/^\{?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}?$/, inEnglish(classIdForm))),
  z.transform((id: string) => id.replaceAll(/[{}]/g, '').toLowerCase()),
);

const memoryForm = inEnglish(memory);
const timeoutForm = inEnglish(timeout);
const totalTimeoutForm = inEnglish(totalTimeout);
const maxDeathsForm = inEnglish(maxDeaths);
const depthForm = inEnglish(depth);
const randomForm = inEnglish(random);
const seedForm = inEnglish(seed);
const soakForm = inEnglish(soak);
const profileForm = inEnglish(profileName);

/** What is stated by a number. */
const numbers = {
  /** All sequences of calls are tried up to this length; 0: none. */
  depth: z.optional(z.number(depthForm).check(z.int(depthForm), z.minimum(0, depthForm), z.maximum(8, depthForm))),
  maxMemory: z.optional(z.number(memoryForm).check(z.minimum(256, memoryForm), z.maximum(1_048_576, memoryForm))),
  /** Seconds for each script. */
  timeout: z.optional(z.number(timeoutForm).check(z.positive(timeoutForm), z.maximum(3600, timeoutForm))),
  /** Seconds for the whole run. */
  totalTimeout: z.optional(
    z.number(totalTimeoutForm).check(z.positive(totalTimeoutForm), z.maximum(86_400, totalTimeoutForm)),
  ),
  /** After so many processes that died the rest is given up. */
  maxDeaths: z.optional(
    z.number(maxDeathsForm).check(z.int(maxDeathsForm), z.minimum(1, maxDeathsForm), z.maximum(1000, maxDeathsForm)),
  ),
  /** So many sequences of calls are made at random and tried. */
  random: z.optional(
    z.number(randomForm).check(z.int(randomForm), z.minimum(1, randomForm), z.maximum(10_000_000, randomForm)),
  ),
  /** What they are made from. */
  seed: z.optional(z.number(seedForm).check(z.int(seedForm), z.minimum(0, seedForm), z.maximum(0x7fff_ffff, seedForm))),
  /** So many helpers live one after the other. */
  soak: z.optional(
    z.number(soakForm).check(z.int(soakForm), z.minimum(1000, soakForm), z.maximum(100_000_000, soakForm)),
  ),
};

/** The command line has texts where a file has numbers. */
export function withNumbers(flags: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const stated = ([name, value]: [string, unknown]): [string, unknown] => {
    const isNumber = Object.hasOwn(numbers, name) && typeof value === 'string' && value.trim() !== '';
    return [name, isNumber ? Number(value) : value];
  };
  return Object.fromEntries(Object.entries(flags).map(stated));
}

/** Where a list is wanted, a lone text is a list of one. */
const texts = z.union(
  [
    z.array(nonEmpty),
    z.pipe(
      nonEmpty,
      z.transform((text: string) => [text]),
    ),
  ],
  inEnglish(listForm),
);

export const configurationSchema = z.strictObject({
  dll: z.optional(nonEmpty),
  export: z.optional(nonEmpty),
  clsid: z.optional(clsid),
  prepare: z.optional(nonEmpty),
  registered: z.optional(z.boolean()),
  capture: z.optional(nonEmpty),
  example: z.optional(nonEmpty),
  session: z.optional(z.enum(declaredSessions)),
  apartment: z.optional(z.enum(apartments)),
  profile: z.optional(nonEmpty.check(z.maxLength(255, profileForm), z.regex(/^[^\u0000]*$/, profileForm))),
  mapi: z.optional(z.enum(['instrumented', 'system'])),
  mapiRegistry: z.optional(z.boolean()),
  heapGuard: z.optional(z.boolean()),
  only: z.optional(texts),
  skip: z.optional(texts),
  level: z.optional(z.enum(['must', 'should'])),
  strict: z.optional(z.boolean()),
  tolerate: z.optional(z.array(toleranceSchema)),
  depth: numbers.depth,
  /** A file of tolerances that olkconform writes itself when it is asked to. */
  baseline: z.optional(nonEmpty),
  report: z.optional(texts),
  /** Files, folders, or the names of built-in ones. */
  sequence: z.optional(texts),
  sandbox: z.optional(z.enum(sandboxModes)),
  spare: z.optional(z.enum(spareModes)),
  maxMemory: numbers.maxMemory,
  timeout: numbers.timeout,
  totalTimeout: numbers.totalTimeout,
  maxDeaths: numbers.maxDeaths,
  random: numbers.random,
  seed: numbers.seed,
  soak: numbers.soak,
});

export type Configuration = z.infer<typeof configurationSchema>;

/** What the file can say that options cannot: several helpers, each with what is its own. */
export const configurationFileSchema = z.strictObject({
  /** For editors. */
  $schema: z.optional(z.string()),
  ...configurationSchema.shape,
  helpers: z.optional(
    z
      .array(
        z.strictObject({
          /** It stands in the names of files. */
          name: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, inEnglish(helperName))),
          ...configurationSchema.shape,
        }),
      )
      .check(z.minLength(1, inEnglish(oneHelper))),
  ),
});

export type ConfigurationFile = z.infer<typeof configurationFileSchema>;
