/** Run record → what a person reads on a terminal: grouped as the documents are, findings at the end, verdict last. */
import pc from 'picocolors';

import { areaOf, areaTitle } from '../harness/catalogue/catalogue.js';
import type { Check, RunRecord, Verdict } from '../harness/record/run-record.js';
import { findingRows, findingsOf } from './finding.js';
import { activationText, pathText, sessionText, verdictText } from './subject-text.js';
import { terminalText } from './terminal-text.js';

/** How many of the checks that one reason left open are named; all of them have their sign in the list. */
const mostNamed = 4;

type Colors = ReturnType<typeof pc.createColors>;

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

function header({ tool, subject }: RunRecord, colors: Colors): string[] {
  return [
    `${colors.bold('olkconform')} ${tool.version}`,
    `  helper   ${terminalText(pathText(subject))} (${subject.machine}, ${terminalText(activationText(subject))})`,
    `  sha256   ${subject.sha256}`,
    `  session  ${sessionText(subject)}`,
  ];
}

function line(check: Check, colors: Colors): string {
  const reason = check.verdict === 'not-applicable' ? colors.dim(` (${terminalText(check.reason ?? '')})`) : '';
  return `  ${paint(colors, check.verdict, signs[check.verdict])} ${check.id.padEnd(45)} ${check.title}${reason}`;
}

function areas(checks: readonly Check[], colors: Colors): string[] {
  const lines: string[] = [];
  let area: string | undefined;
  for (const check of checks) {
    if (areaOf(check.id) !== area) {
      area = areaOf(check.id);
      lines.push('', colors.bold(areaTitle(check.id)));
    }
    lines.push(line(check, colors));
  }
  return lines;
}

function finding(check: Check, colors: Colors): string[] {
  const level = check.level === 'must' ? 'MUST' : 'SHOULD';
  return [
    '',
    `  ${paint(colors, check.verdict, `${signs[check.verdict]} ${check.verdict}`)}  ${colors.bold(check.id)}  ${level}`,
    ...findingRows(check).flatMap(({ name, texts }) =>
      texts.map((text, at) => `    ${colors.dim((at === 0 ? name : '').padEnd(12))}${terminalText(text)}`),
    ),
  ];
}

function findings(checks: readonly Check[], colors: Colors): string[] {
  const found = findingsOf(checks);
  return found.length === 0 ? [] : ['', colors.bold('Findings'), ...found.flatMap((check) => finding(check, colors))];
}

/** One reason often leaves many checks open, as when the helper cannot be made: it is told once. */
function notJudged(checks: readonly Check[], colors: Colors): string[] {
  const open = checks.filter(({ verdict }) => verdict === 'inconclusive');
  const reasons = [...new Set(open.map(({ reason }) => reason ?? ''))];
  if (reasons.length === 0) return [];
  const told = reasons.flatMap((reason) => {
    const ids = open.filter((check) => (check.reason ?? '') === reason).map(({ id }) => id);
    const shown = ids.slice(0, mostNamed).join(', ') + (ids.length > mostNamed ? ', …' : '');
    const count = ids.length === 1 ? '1 check' : `${String(ids.length)} checks`;
    return [`  ${paint(colors, 'inconclusive', signs.inconclusive)} ${count}: ${terminalText(reason)}`, `    ${shown}`];
  });
  return ['', colors.bold('Could not be judged'), ...told];
}

/** What else is worth knowing: what the helper left behind, and that nothing held it when something should have. */
function notices({ leftBehind, environment }: RunRecord): string[] {
  const count = leftBehind.length === 1 ? '1 process' : `${String(leftBehind.length)} processes`;
  const names = [...new Set(leftBehind)].join(', ');
  const texts = [
    ...(leftBehind.length === 0 ? [] : [`left running when its process ended, and ended: ${count}: ${names}`]),
    ...(environment.sandbox.startsWith('unavailable') ? [`no sandbox held the helper, ${environment.sandbox}`] : []),
  ];
  return texts.length === 0 ? [] : ['', ...texts.map((text) => `  ${terminalText(text)}`)];
}

const stopTexts: Record<NonNullable<RunRecord['stopped']>, string> = {
  interrupt: 'Interrupted: what had been run until then was judged.',
  'total-timeout': 'The time of the whole run was spent: what had been run until then was judged.',
};

function conclusion(record: RunRecord, colors: Colors): string {
  const { summary, stopped } = record;
  const counts = [
    [summary.fail, 'failed'],
    [summary.warning, summary.warning === 1 ? 'warning' : 'warnings'],
    [summary.inconclusive, 'inconclusive'],
    [summary.pass, 'passed'],
    [summary.notApplicable, 'not applicable'],
  ] as const;
  const parts = counts.filter(([count]) => count > 0).map(([count, what]) => `${String(count)} ${what}`);
  const text = `${verdictText(record)}: ${parts.join(', ')}, of ${String(summary.planned)} checks.`;
  const color = { conformant: colors.green, nonconformant: colors.red, incomplete: colors.yellow }[summary.verdict];
  const whole = stopped === null ? text : `${stopTexts[stopped]}\n${text}`;
  return colors.bold(color(whole));
}

/** `color` false gives plain text. Ends with a line feed. */
export function consoleReport(record: RunRecord, color: boolean): string {
  const colors = pc.createColors(color);
  const { checks } = record;
  return [
    ...header(record, colors),
    ...areas(checks, colors),
    ...findings(checks, colors),
    ...notJudged(checks, colors),
    ...notices(record),
    '',
    conclusion(record, colors),
    '',
  ].join('\n');
}
