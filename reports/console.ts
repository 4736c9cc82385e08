/** Run record → what a person reads on a terminal: grouped as the documents are, findings at the end, verdict last. */
import pc from 'picocolors';

import { areaOf } from '../harness/catalogue/catalogue.js';
import { joined, say, type Message, type Tell } from '../harness/language/message.js';
import type { Check, RunRecord, Verdict } from '../harness/record/run-record.js';
import { areaText } from './area-text.js';
import { exploredTexts } from './explored-text.js';
import { findingRows, findingsOf } from './finding.js';
import { activationText, countText, pathText, sessionText, stopTexts, verdictText } from './subject-text.js';
import { terminalText } from './terminal-text.js';
import { walksLines } from './walks-text.js';

/** How many of the checks that one reason left open are named; all of them have their sign in the list. */
const mostNamed = 4;

type Colors = ReturnType<typeof pc.createColors>;

/** How it is written: in which language, and with colours or without. */
interface Style {
  readonly tell: Tell;
  readonly colors: Colors;
}

const signs: Record<Verdict, string> = { pass: '✓', fail: '✗', warning: '!', 'not-applicable': '–', inconclusive: '?' };

function paint(colors: Colors, verdict: Verdict, text: string): string {
  switch (verdict) {
    case 'pass':
      return colors.green(text);
    case 'fail':
      return colors.red(text);
    case 'warning':
    case 'inconclusive':
      return colors.yellow(text);
    case 'not-applicable':
      return colors.dim(text);
  }
}

function header(record: RunRecord, { tell, colors }: Style): string[] {
  const { tool, subject } = record;
  const name = (message: Message): string => tell(message).padEnd('session'.length);
  return [
    `${colors.bold('olkconform')} ${tool.version}`,
    `  ${name('helper')}  ${terminalText(pathText(subject))} (${subject.machine}, ${terminalText(tell(activationText(subject)))})`,
    `  ${name('sha256')}  ${subject.sha256}`,
    `  ${name('session')}  ${terminalText(tell(sessionText(record)))}`,
  ];
}

function line(check: Check, colors: Colors): string {
  const reason = check.verdict === 'not-applicable' ? colors.dim(` (${terminalText(check.reason ?? '')})`) : '';
  return `  ${paint(colors, check.verdict, signs[check.verdict])} ${check.id.padEnd(45)} ${terminalText(check.title)}${reason}`;
}

function areas(checks: readonly Check[], { tell, colors }: Style): string[] {
  const lines: string[] = [];
  let area: string | undefined;
  for (const check of checks) {
    if (areaOf(check.id) !== area) {
      area = areaOf(check.id);
      lines.push('', colors.bold(areaText(check.id, tell)));
    }
    lines.push(line(check, colors));
  }
  return lines;
}

function finding(check: Check, { tell, colors }: Style): string[] {
  const level = check.level.toUpperCase();
  return [
    '',
    `  ${paint(colors, check.verdict, `${signs[check.verdict]} ${tell(check.verdict)}`)}  ${colors.bold(check.id)}  ${level}`,
    ...findingRows(check).flatMap(({ name, texts }) =>
      texts.map((text, at) => `    ${colors.dim((at === 0 ? tell(name) : '').padEnd(12))}${terminalText(text)}`),
    ),
  ];
}

function findings(checks: readonly Check[], style: Style): string[] {
  const found = findingsOf(checks);
  if (found.length === 0) return [];
  return ['', style.colors.bold(style.tell('Findings')), ...found.flatMap((check) => finding(check, style))];
}

/** One reason often leaves many checks open, as when the helper cannot be made: it is told once. */
function notJudged(checks: readonly Check[], { tell, colors }: Style): string[] {
  const open = checks.filter(({ verdict }) => verdict === 'inconclusive');
  const reasons = [...new Set(open.map(({ reason }) => reason ?? ''))];
  if (reasons.length === 0) return [];
  const told = reasons.flatMap((reason) => {
    const ids = open.filter((check) => (check.reason ?? '') === reason).map(({ id }) => id);
    const shown = ids.slice(0, mostNamed).join(', ') + (ids.length > mostNamed ? ', …' : '');
    const count = tell(say('{count} check|{count} checks', { count: ids.length }));
    return [`  ${paint(colors, 'inconclusive', signs.inconclusive)} ${count}: ${terminalText(reason)}`, `    ${shown}`];
  });
  return ['', colors.bold(tell('Could not be judged')), ...told];
}

/** What else is worth knowing: how many sequences were tried, what the helper left behind, and that nothing held it when something should have. */
function notices(record: RunRecord, { tell }: Style): string[] {
  const { leftBehind, environment, faults } = record;
  const names = [...new Set(leftBehind)].join(', ');
  const { sandbox } = environment;
  const texts = [
    ...exploredTexts(record).map(tell),
    ...(leftBehind.length === 0
      ? []
      : [
          tell(
            say(
              'left running when its process ended, and ended: {count} process: {names}|left running when its process ended, and ended: {count} processes: {names}',
              { count: leftBehind.length, names },
            ),
          ),
        ]),
    ...[...new Set(faults.filter(({ kind }) => kind === 'exit').map(({ story }) => story))].map((story) =>
      tell(say('on its way out, when everything had been judged: {story}', { story })),
    ),
    ...(sandbox === 'off' || sandbox === 'bubblewrap'
      ? []
      : [tell(say('no sandbox held the helper, {sandbox}', { sandbox }))]),
  ];
  return texts.length === 0 ? [] : ['', ...texts.map((text) => `  ${terminalText(text)}`)];
}

function conclusion(record: RunRecord, { tell, colors }: Style): string {
  const { summary, stopped } = record;
  const { fail, warning, inconclusive, pass, notApplicable } = summary;
  const counts: [Verdict, number][] = [
    ['fail', fail],
    ['warning', warning],
    ['inconclusive', inconclusive],
    ['pass', pass],
    ['not-applicable', notApplicable],
  ];
  const parts = joined(
    counts.filter(([, count]) => count > 0).map(([each, count]) => countText(each, count)),
    ', ',
  );
  const verdict = verdictText(record);
  const text = tell(
    say('{verdict}: {parts}, of {count} check.|{verdict}: {parts}, of {count} checks.', {
      verdict,
      parts,
      count: summary.planned,
    }),
  );
  const color = { conformant: colors.green, nonconformant: colors.red, incomplete: colors.yellow }[summary.verdict];
  const whole = stopped === null ? text : `${tell(stopTexts[stopped])}\n${text}`;
  return colors.bold(color(whole));
}

/** `color` false gives plain text. Ends with a line feed. */
export function consoleReport(record: RunRecord, tell: Tell, color: boolean): string {
  const style = { tell, colors: pc.createColors(color) };
  const { checks } = record;
  return [
    ...header(record, style),
    ...areas(checks, style),
    ...findings(checks, style),
    ...notJudged(checks, style),
    ...walksLines(record, tell, style.colors.bold),
    ...notices(record, style),
    '',
    conclusion(record, style),
    '',
  ].join('\n');
}
