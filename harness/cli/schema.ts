/** `olkconform schema NAME`: the JSON Schema of a file, as schemas/ has it. */
import { Argument, type Command } from 'commander';

import { exitStatus, type ExitStatus } from './exit-status.js';
import type { SchemaName } from './json-schemas.js';
import { print } from './output.js';
import { tell } from './spoken.js';

export const schemaNames = ['config', 'baseline', 'sequence', 'run-record'] as const satisfies SchemaName[];

export function schemaCommand(program: Command, finish: (status: ExitStatus) => void): void {
  program
    .command('schema')
    .addArgument(new Argument('<name>', tell('of which file')).choices(schemaNames))
    .description(tell('print the JSON Schema of a file: configuration, baseline, sequence or run record'))
    .action(async (name: SchemaName) => {
      const { jsonSchemaText } = await import('./json-schemas.js');
      print(jsonSchemaText(name));
      finish(exitStatus.conformant);
    });
}
