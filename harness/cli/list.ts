/** `olkconform list`: what is judged, and which helpers are built in. */
import type { Command } from 'commander';

import { findStatement, statementIds } from '../catalogue/catalogue.js';
import { sourceText } from '../catalogue/source.js';
import { readExamples } from '../certify/examples.js';
import { rulesPage } from '../certify/rules-page.js';
import { loadRules } from './load-rules.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { print } from './output.js';

interface ListFlags {
  readonly json?: boolean;
  readonly examples?: boolean;
  readonly markdown?: boolean;
}

function listChecks(json: boolean): void {
  const checks = statementIds.flatMap((id) => {
    const statement = findStatement(id);
    if (statement === undefined) return [];
    const { level, title, source, excluded } = statement;
    return [{ id, level, title, source, ...(excluded === undefined ? {} : { excluded }) }];
  });
  if (json) print(`${JSON.stringify({ checks }, null, 2)}\n`);
  else {
    for (const { id, level, title, source, excluded } of checks) {
      print(
        `${id.padEnd(45)} ${level.padEnd(7)} ${title} [${sourceText(source)}]${excluded === undefined ? '' : ` (not judged: ${excluded})`}\n`,
      );
    }
  }
}

function listExamples(json: boolean): void {
  const examples = readExamples().map(({ name, session, summary, fails = [], inconclusive = [] }) => ({
    name,
    session,
    summary,
    fails,
    inconclusive,
  }));
  if (json) print(`${JSON.stringify({ examples }, null, 2)}\n`);
  else for (const { name, summary } of examples) print(`${name.padEnd(45)} ${summary}\n`);
}

export function listCommand(program: Command, finish: (status: ExitStatus) => void): void {
  program
    .command('list')
    .description('print every check with its level and source')
    .option('--examples', 'print the built-in helpers instead')
    .option('--markdown', 'every check as a page of documentation: docs/rules.md')
    .option('--json', 'as JSON')
    .action(async ({ json = false, examples = false, markdown = false }: ListFlags) => {
      if (markdown) print(rulesPage(await loadRules()));
      else if (examples) listExamples(json);
      else listChecks(json);
      finish(exitStatus.conformant);
    });
}
