/** `olkconform explain ID`: one statement, what is done to judge it, what a violation looks like, how to mend it. */
import type { Command } from 'commander';
import pc from 'picocolors';

import { findStatement, statementIds } from '../catalogue/catalogue.js';
import { findViolation } from '../certify/examples.js';
import { callText } from '../engine/describe.js';
import { nearest } from '../plan/nearest.js';
import { UsageError } from '../plan/usage-error.js';
import type { Rule } from '../rule/rule.js';
import type { StepDraft } from '../script/draft.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { loadRules } from './load-rules.js';
import { print, stdoutHasColor } from './output.js';

/** A script may be long; its beginning shows what it is about. */
const mostSteps = 24;

function stepText(step: StepDraft): string {
  return step.do === 'create' ? `create the helper (${step.as})` : callText(step);
}

function whatIsDone({ scripts }: Rule): string[] {
  return [...scripts.values()].flatMap(({ name, steps }) => {
    const shown = steps.slice(0, mostSteps).map((step, at) => `    ${String(at + 1)}. ${stepText(step)}`);
    const more = steps.length > mostSteps ? [`    … and ${String(steps.length - mostSteps)} more steps`] : [];
    return [`  ${name}:`, ...shown, ...more];
  });
}

function violation(id: string): string[] {
  const found = findViolation(id);
  if (found === undefined) return [];
  return [
    '',
    `A violation (built-in helper ${found.name}): ${found.summary}`,
    '',
    ...(found.code ?? '').split('\n').map((line) => `    ${line}`),
  ];
}

async function explain(id: string): Promise<string> {
  const statement = findStatement(id);
  if (statement === undefined) {
    const inArea = statementIds.filter((each) => each.startsWith(`${id}/`));
    if (inArea.length > 0) {
      throw new UsageError(`${id}: an area, not the id of one check.`, `Its checks are ${inArea.join(', ')}.`);
    }
    const near = nearest(id, statementIds);
    throw new UsageError(
      `${id}: there is no check of that id.${near === undefined ? '' : ` Did you mean ${near}?`}`,
      'olkconform list prints every id.',
    );
  }
  const rule = (await loadRules()).find((each) => each.id === id);
  const { bold } = pc.createColors(stdoutHasColor());
  const { source } = statement;
  const version = source.commit === null ? '' : ` at ${source.commit.slice(0, 12)}`;
  return [
    `${bold(id)}  ${statement.level.toUpperCase()}`,
    '',
    statement.requirement,
    '',
    `Source: ${source.repository}${version}, ${source.page}, ${source.heading}`,
    '',
    ...(rule === undefined ? [`Not judged: ${statement.excluded ?? ''}.`] : ['What is done:', ...whatIsDone(rule)]),
    ...violation(id),
    ...(rule === undefined ? [] : ['', `How to fix: ${rule.howToFix}`]),
    '',
  ].join('\n');
}

export function explainCommand(program: Command, finish: (status: ExitStatus) => void): void {
  program
    .command('explain')
    .argument('<id>', 'the id of a check')
    .description('explain one check: its source, what is done, what a violation looks like, how to fix it')
    .action(async (id: string) => {
      print(await explain(id));
      finish(exitStatus.conformant);
    });
}
