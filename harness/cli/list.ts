/** `olkconform list`: what is judged, and which helpers are built in. */
import type { Command } from 'commander';

import { findStatement, statementIds } from '../catalogue/catalogue.js';
import { sourceText } from '../catalogue/source.js';
import { say } from '../language/message.js';
import { statementTexts } from '../language/statement-texts.js';
import { readExamples } from '../certify/examples.js';
import { rulesPage } from '../certify/rules-page.js';
import { loadRules } from './load-rules.js';
import { builtIn } from '../sequence/built-in.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { print } from './output.js';
import { spokenLanguage, tell } from './spoken.js';

interface ListFlags {
  readonly json?: boolean;
  readonly examples?: boolean;
  readonly sequences?: boolean;
  readonly markdown?: boolean;
}

async function listChecks(json: boolean): Promise<void> {
  const textsOf = await statementTexts(json ? 'en' : spokenLanguage());

  const checks = statementIds.flatMap((id) => {
    const statement = findStatement(id);
    if (statement === undefined) return [];
    const { level, source } = statement;
    const { title, excluded } = { ...statement, ...textsOf(id) };
    return [{ id, level, title, source, ...(excluded === undefined ? {} : { excluded }) }];
  });
  if (json) print(`${JSON.stringify({ checks }, null, 2)}\n`);
  else {
    for (const { id, level, title, source, excluded } of checks) {
      print(
        `${id.padEnd(45)} ${level.padEnd(7)} ${title} [${sourceText(source)}]${excluded === undefined ? '' : ` (${tell(say('not judged: {reason}', { reason: excluded }))})`}\n`,
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

async function listSequences(json: boolean): Promise<void> {
  const { loadSequences } = await import('../sequence/load.js');
  const sequences = (await loadSequences([builtIn])).map(
    ({ id, file, title, about = '', level, appliesTo = 'all' }) => {
      return { id, name: file, title, about, level, for: appliesTo };
    },
  );
  if (json) print(`${JSON.stringify({ sequences }, null, 2)}\n`);
  else for (const { name, title } of sequences) print(`${name.padEnd(45)} ${title}\n`);
}

export function listCommand(program: Command, finish: (status: ExitStatus) => void): void {
  program
    .command('list')
    .description(tell('print every check with its level and source'))
    .option('--examples', tell('print the built-in helpers instead'))
    .option('--sequences', tell('print the built-in sequences instead'))
    .option('--markdown', tell('every check as a page of documentation: docs/rules.md'))
    .option('--json', tell('as JSON'))
    .action(async ({ json = false, examples = false, sequences = false, markdown = false }: ListFlags) => {
      if (markdown) print(rulesPage(await loadRules()));
      else if (examples) listExamples(json);
      else if (sequences) await listSequences(json);
      else await listChecks(json);
      finish(exitStatus.conformant);
    });
}
