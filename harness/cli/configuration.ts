/** What `run` is to do: from flags and, where given, a configuration file that states the same things. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';

import { toleranceSchema } from '../record/run-record.js';
import { UsageError } from '../plan/usage-error.js';

const clsid = z
  .string()
  .regex(
    /^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i,
    'a class id looks like {9240a6cb-af41-11d2-8c3b-00104b2a6676}',
  )
  .transform((text) => text.replaceAll(/[{}]/g, '').toLowerCase());

export const configurationSchema = z.strictObject({
  dll: z.string().min(1).optional(),
  export: z.string().min(1).optional(),
  clsid: clsid.optional(),
  prepare: z.string().min(1).optional(),
  registered: z.boolean().optional(),
  capture: z.string().min(1).optional(),
  example: z.string().min(1).optional(),
  session: z.enum(['own', 'borrowed', 'auto']).optional(),
  apartment: z.enum(['sta', 'mta']).optional(),
  profile: z.string().min(1).optional(),
  only: z.array(z.string().min(1)).optional(),
  skip: z.array(z.string().min(1)).optional(),
  level: z.enum(['must', 'should']).optional(),
  strict: z.boolean().optional(),
  tolerate: z.array(toleranceSchema).optional(),
  report: z.array(z.string()).optional(),
  /** Seconds for each script. */
  timeout: z.coerce.number().positive().max(3600).optional(),
});

export type Configuration = z.infer<typeof configurationSchema>;

function parse(value: unknown, where: string): Configuration {
  const parsed = configurationSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [...path.map(String), message].join(': '));
  throw new UsageError(`${where}: ${problems.join('; ')}.`, 'olkconform run --help lists what can be stated, and how.');
}

export function readConfiguration(file: string): Configuration {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
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
  return parse(value, `--config ${file}`);
}

/** Flags win over the file. `flags` holds what commander made of the command line. */
export function configurationOf(flags: Readonly<Record<string, unknown>>, file: string | undefined): Configuration {
  const stated = parse(flags, 'olkconform run');
  return file === undefined ? stated : { ...readConfiguration(file), ...stated };
}
