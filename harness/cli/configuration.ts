/** What `run` is to do: from flags and, where given, a configuration file that states the same things. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as z from 'zod/mini';

import { sandboxModes } from '../certify/containment.js';
import { toleranceSchema } from '../record/run-record.js';
import { UsageError } from '../plan/usage-error.js';
import { apartments } from '../script/step.js';
import { reportsIn } from './reports.js';

const nonEmpty = z.string().check(z.minLength(1));

const clsid = z.pipe(
  z
    .string()
    .check(
      z.regex(
        /^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i,
        'a class id looks like {01234567-89ab-cdef-0123-456789abcdef}',
      ),
    ),
  z.transform((id: string) => id.replaceAll(/[{}]/g, '').toLowerCase()),
);

const memoryForm = 'a number of megabytes, from 256 to 1048576';

const timeoutForm = 'a number of seconds, more than 0 and at most 3600';
const totalTimeoutForm = 'a number of seconds, more than 0 and at most 86400';
const maxDeathsForm = 'a whole number from 1 to 1000';

/** Where a list is wanted, a lone text is a list of one. */
const texts = z.pipe(
  z.transform((value: unknown) => (typeof value === 'string' ? [value] : value)),
  z.array(nonEmpty),
);

export const configurationSchema = z.strictObject({
  dll: z.optional(nonEmpty),
  export: z.optional(nonEmpty),
  clsid: z.optional(clsid),
  prepare: z.optional(nonEmpty),
  registered: z.optional(z.boolean()),
  capture: z.optional(nonEmpty),
  example: z.optional(nonEmpty),
  session: z.optional(z.enum(['own', 'borrowed', 'auto'])),
  apartment: z.optional(z.enum(apartments)),
  profile: z.optional(nonEmpty),
  mapiRegistry: z.optional(z.boolean()),
  heapGuard: z.optional(z.boolean()),
  only: z.optional(texts),
  skip: z.optional(texts),
  level: z.optional(z.enum(['must', 'should'])),
  strict: z.optional(z.boolean()),
  tolerate: z.optional(z.array(toleranceSchema)),
  report: z.optional(texts),
  sandbox: z.optional(z.enum(sandboxModes)),
  maxMemory: z.optional(
    z.coerce.number(memoryForm).check(z.minimum(256, memoryForm), z.maximum(1_048_576, memoryForm)),
  ),
  /** Seconds for each script. */
  timeout: z.optional(z.coerce.number(timeoutForm).check(z.positive(timeoutForm), z.maximum(3600, timeoutForm))),
  /** Seconds for the whole run. */
  totalTimeout: z.optional(
    z.coerce.number(totalTimeoutForm).check(z.positive(totalTimeoutForm), z.maximum(86_400, totalTimeoutForm)),
  ),
  /** After so many processes that died the rest is given up. */
  maxDeaths: z.optional(
    z.coerce
      .number(maxDeathsForm)
      .check(z.int(maxDeathsForm), z.minimum(1, maxDeathsForm), z.maximum(1000, maxDeathsForm)),
  ),
});

export type Configuration = z.infer<typeof configurationSchema>;

function parse(value: unknown, where: string): Configuration {
  const parsed = configurationSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [...path.map(String), message].join(': '));
  throw new UsageError(`${where}: ${problems.join('; ')}.`, 'olkconform run --help lists what can be stated, and how.');
}

/** The same wherever it is called from: what the file names is named from its own folder. */
function fromFolder(folder: string, configuration: Configuration): Configuration {
  const { dll, report } = configuration;
  return {
    ...configuration,
    ...(dll === undefined ? {} : { dll: resolve(folder, dll) }),
    ...(report === undefined ? {} : { report: reportsIn(folder, report) }),
  };
}

/** As editors on Windows put it before UTF-8, and JSON does not know it. */
const byteOrderMark = /^\uFEFF/;

export function readConfiguration(path: string): Configuration {
  const file = resolve(path);
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(byteOrderMark, '');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--config ${file}: it cannot be read: ${reason}`, 'Give the path of a JSON file.');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `--config ${file}: it is not JSON: ${reason}`,
      'Correct it; comments are not allowed in JSON.',
    );
  }
  return fromFolder(dirname(file), parse(value, `--config ${file}`));
}

const waysIn = ['export', 'clsid', 'prepare', 'registered', 'capture', 'example'] as const;

/** What is left of the file where the command line states another way in, or names another helper. */
function givingWay(file: Configuration, stated: Configuration): Configuration {
  const states = (name: keyof Configuration): boolean => stated[name] !== undefined;
  let left = file;
  if (waysIn.some(states)) {
    // All of them at once: halves of two ways in are no way in.
    const {
      export: _export,
      clsid: _clsid,
      prepare: _prepare,
      registered: _registered,
      capture: _capture,
      ...rest
    } = left;
    left = rest;
  }
  if (waysIn.some(states) || states('dll')) {
    const { example: _example, ...rest } = left;
    left = rest;
  }
  if (states('example')) {
    const { dll: _dll, ...rest } = left;
    left = rest;
  }
  return left;
}

/** Flags win over the file. `flags` holds what commander made of the command line. */
export function configurationOf(flags: Readonly<Record<string, unknown>>, file: string | undefined): Configuration {
  const stated = parse(flags, 'olkconform run');
  return file === undefined ? stated : { ...givingWay(readConfiguration(file), stated), ...stated };
}
