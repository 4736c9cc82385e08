/** `olkconform explain ID`: one statement, what is done to judge it, what a violation looks like, how to mend it. */
import type { Command } from 'commander';
import pc from 'picocolors';

import { findStatement, statementIds } from '../catalogue/catalogue.js';
import { findViolation } from '../certify/examples.js';
import { callText } from '../engine/describe.js';
import { say, type Message } from '../language/message.js';
import { sentenceTranslator, type Translate } from '../language/sentence.js';
import { statementTexts } from '../language/statement-texts.js';
import { nearest, withGuess } from '../plan/nearest.js';
import { UsageError } from '../plan/usage-error.js';
import type { Rule } from '../rule/rule.js';
import type { StepDraft } from '../script/draft.js';
import { unknownOf, usualObject } from '../script/step-defaults.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { loadRules } from './load-rules.js';
import { print, stdoutHasColor } from './output.js';
import { spokenLanguage, tell } from './spoken.js';

/** A script may be long; its beginning shows what it is about. */
const mostSteps = 24;

/** Most scripts have one helper, and the name that it goes by says nothing to anybody. */
const createText = (name: string): Message =>
  name === unknownOf(usualObject) ? 'create the helper' : say('create the helper ({name})', { name });

function stepText(step: StepDraft, translated: Translate): string {
  return step.do === 'create' ? tell(createText(step.as)) : translated(callText(step));
}

function whatIsDone({ scripts }: Rule, translated: Translate): string[] {
  return [...scripts.values()].flatMap(({ name, steps }) => {
    const shown = steps.slice(0, mostSteps).map((step, at) => `    ${String(at + 1)}. ${stepText(step, translated)}`);
    const more =
      steps.length > mostSteps
        ? [`    ${tell(say('… and {count} more step|… and {count} more steps', { count: steps.length - mostSteps }))}`]
        : [];
    return [`  ${translated(name)}:`, ...shown, ...more];
  });
}

function violation(id: string): string[] {
  const found = findViolation(id);
  if (found === undefined) return [];
  return [
    '',
    tell(say('A violation (built-in helper {name}): {summary}', found)),
    '',
    ...(found.code ?? '').split('\n').map((line) => `    ${line}`),
  ];
}

async function explain(id: string): Promise<string> {
  const statement = findStatement(id);
  if (statement === undefined) {
    const inArea = statementIds.filter((each) => each.startsWith(`${id}/`));
    if (inArea.length > 0) {
      throw new UsageError(
        say('{id}: an area, not the id of one check.', { id }),
        say('Its checks are {ids}.', { ids: inArea.join(', ') }),
      );
    }
    const near = nearest(id, statementIds);
    throw new UsageError(
      withGuess(say('{id}: there is no check of that id.', { id }), near),
      'olkconform list prints every id.',
    );
  }
  const rule = (await loadRules()).find((each) => each.id === id);
  const { bold } = pc.createColors(stdoutHasColor());
  const { source } = statement;
  const pinned = source.commit?.slice(0, 12);
  const where =
    pinned === undefined
      ? say('Source: {repository}, {page}, {heading}', { ...source })
      : say('Source: {repository} at {pinned}, {page}, {heading}', { ...source, pinned });
  const textsOf = await statementTexts(spokenLanguage());
  const texts = { ...statement, howToFix: rule?.howToFix ?? '', ...textsOf(id) };
  const translated = await sentenceTranslator(spokenLanguage());
  return [
    `${bold(id)}  ${statement.level.toUpperCase()}`,
    '',
    texts.requirement,
    '',
    tell(where),
    '',
    ...(rule === undefined
      ? [tell(say('Not judged: {reason}.', { reason: texts.excluded ?? '' }))]
      : [tell('What is done:'), ...whatIsDone(rule, translated)]),
    ...violation(id),
    ...(rule === undefined ? [] : ['', tell(say('How to fix: {remedy}', { remedy: texts.howToFix }))]),
    '',
  ].join('\n');
}

export function explainCommand(program: Command, finish: (status: ExitStatus) => void): void {
  program
    .command('explain')
    .argument('<id>', tell('the id of a check'))
    .description(tell('explain one check: its source, what is done, what a violation looks like, how to fix it'))
    .action(async (id: string) => {
      print(await explain(id));
      finish(exitStatus.conformant);
    });
}
