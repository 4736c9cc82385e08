/** JSON Schemas of the files that olkconform reads and writes, made from the very schemas that check them. */
import * as z from 'zod/mini';

import { sequenceForm } from '../sequence/form.js';
import { runRecordSchema } from '../record/run-record.js';
import { baselineSchema } from '../record/tolerance.js';
import { configurationFileSchema, type ConfigurationFile } from './configuration-schema.js';

/** What an editor shows beside a name. */
const descriptions: Record<keyof ConfigurationFile, string> = {
  $schema: 'Where this schema is, for editors.',
  dll: 'The DLL that holds the helper, named from the folder of this file.',
  export: 'The factory of the helper: HRESULT __stdcall NAME(LPCWSTR profile, IUnknown *session, IUnknown **helper).',
  clsid: "The helper's class, reached through DllGetClassObject.",
  prepare: 'With clsid: an export that is told profile and session before each helper is created.',
  registered: 'With clsid: the class as DllRegisterServer registers it, in a registry of its own.',
  capture: "An export of the vendor's own code that makes a helper and passes it to the account manager.",
  example: 'A built-in helper instead of a DLL.',
  session: 'Whose MAPI session the helper hands out; auto: found out by counting.',
  apartment: 'The apartment in which the helper is made and called.',
  profile: 'The profile name that the helper is given, or is known to have.',
  mapi: "instrumented: the harness's own MAPI, which counts; system: the machine's own, with a profile of it.",
  mapiRegistry: 'The registry names the instrumented MAPI as the mail client.',
  heapGuard:
    'What the DLL takes from the heap lies between pages that cannot be touched, so that a wrong access is found at once.',
  only: 'Judge only these: ids, areas, or patterns with *.',
  skip: 'Leave these out: ids, areas, or patterns with *.',
  level: 'must: leave out what is only recommended.',
  strict: 'What is only recommended (SHOULD) fails the run as well.',
  depth: 'All sequences of calls are tried up to this length; 0: none.',
  tolerate: 'Known failures, each with a reason: they warn instead of failing the run.',
  baseline: 'A file of known failures that run --update-baseline writes, named from the folder of this file.',
  report: 'Reports, each FORMAT=FILE, named from the folder of this file.',
  sequence: 'Sequences of your own: files or folders, named from the folder of this file, or built-in.',
  sandbox: 'Whether bubblewrap holds the helper (Linux).',
  spare:
    'Whether a second host is kept ready, so that a process that dies costs little: auto, with three processors or more.',
  maxMemory: "Megabytes that the helper's process may take with all it starts.",
  timeout: 'Seconds that each script may take.',
  totalTimeout: 'Seconds for the whole run.',
  maxDeaths: 'After so many processes that died the rest is given up.',
  random: 'So many sequences of calls are made at random and tried, each on a fresh helper.',
  seed: 'With random: the number that the sequences are made from; the same one makes the same sequences.',
  soak: 'So many helpers live one after the other, to see whether anything grows.',
  helpers:
    'Several helpers, judged one after the other; each may state everything anew. {name} in the names of reports and baseline is the name of the helper.',
};

const isDescribed = (name: string): name is keyof ConfigurationFile => Object.hasOwn(descriptions, name);

const schemas = {
  config: { title: 'Configuration of olkconform run', schema: configurationFileSchema },
  baseline: { title: 'Known failures, for olkconform run --baseline', schema: baselineSchema },
  sequence: { title: 'A sequence, for olkconform run --sequence', schema: sequenceForm },
  'run-record': { title: 'Run record of olkconform', schema: runRecordSchema },
} as const;

export type SchemaName = keyof typeof schemas;

/** In draft 2020-12, as text that ends with a line feed. */
export function jsonSchemaText(name: SchemaName): string {
  const { title, schema } = schemas[name];
  const made = z.toJSONSchema(schema, {
    io: 'input',
    // A sequence has the same few things in every step.
    reused: name === 'sequence' ? 'ref' : 'inline',
    override: ({ jsonSchema, path }) => {
      const [last = ''] = path.slice(-1).map(String);
      // The numbers of a path's own are of what `helpers` holds.
      const isOption = name === 'config' && path.at(-2) === 'properties' && [2, 5].includes(path.length);
      if (isOption && isDescribed(last)) jsonSchema.description = descriptions[last];
    },
  });
  return `${JSON.stringify({ title, ...made }, null, 2)}\n`;
}
