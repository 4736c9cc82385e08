/** Run record → Markdown, for the summary page of a CI job. */
import { say, type Tell } from '../harness/language/message.js';
import type { Check, RunRecord, Verdict } from '../harness/record/run-record.js';
import { areaText } from './area-text.js';
import { findingRows, findingsOf } from './finding.js';
import { activationText, pathText, sessionText, verdictText } from './subject-text.js';
import { terminalText } from './terminal-text.js';

/** GitHub refuses a job summary of more than 1 MiB whole. Some room is left for what others write into it. */
const mostBytes = 900 * 1024;

const icons: Record<Verdict, string> = {
  pass: '✅',
  fail: '❌',
  warning: '⚠️',
  'not-applicable': '➖',
  inconclusive: '❔',
};

/** Nothing in it is markup, a link or a mention any more: CommonMark's backslash takes each character by its word. */
export function plain(text: string): string {
  return terminalText(text).replaceAll(/[\\`*_{}[\]<>#|~&!@$]|:(?=\/\/)|(?<=www)\./g, '\\$&');
}

function heading(record: RunRecord, tell: Tell): string {
  const { subject, summary, tool } = record;
  const { planned, pass, fail, warning, notApplicable, inconclusive } = summary;
  return [
    `## ${tell(verdictText(record))}: ${plain(pathText(subject))}`,
    '',
    tell('| checks | passed | failed | warnings | inconclusive | not applicable |'),
    '| -: | -: | -: | -: | -: | -: |',
    `| ${[planned, pass, fail, warning, inconclusive, notApplicable].join(' | ')} |`,
    '',
    `${plain(tell(activationText(subject)))}, ${plain(tell(sessionText(record)))}.  `,
    `SHA-256 \`${subject.sha256}\`, ${tool.name} ${plain(tool.version)}.`,
    '',
  ].join('\n');
}

function section(check: Check, tell: Tell): string {
  const rows = findingRows(check).flatMap(({ name, texts }) =>
    name === 'steps'
      ? [`- **${tell(name)}**:`, ...texts.map((text) => `  - ${plain(text)}`)]
      : texts.map((text) => `- **${tell(name)}**: ${plain(text)}`),
  );
  return [`### ${icons[check.verdict]} ${plain(check.id)} (${check.level.toUpperCase()})`, '', ...rows, ''].join('\n');
}

function table(checks: readonly Check[], tell: Tell): string {
  const rows = checks.map(
    (check) =>
      `| ${icons[check.verdict]} | ${plain(check.id)} | ${plain(areaText(check.id, tell))} | ${plain(check.title)} |`,
  );
  return [
    `<details><summary>${tell('All checks')}</summary>`,
    '',
    tell('| | check | area | the helper |'),
    '| - | - | - | - |',
    ...rows,
    '',
    '</details>',
    '',
  ].join('\n');
}

export function markdownReport(record: RunRecord, tell: Tell): string {
  const { checks } = record;
  const told = [...findingsOf(checks), ...checks.filter(({ verdict }) => verdict === 'inconclusive')];
  const parts = [heading(record, tell)];
  const all = table(checks, tell);
  const isTableFitting = Buffer.byteLength(all) < mostBytes / 2;
  let left = mostBytes - Buffer.byteLength(parts.join('')) - (isTableFitting ? Buffer.byteLength(all) : 0);
  let shown = 0;
  for (const check of told) {
    const text = section(check, tell);
    left -= Buffer.byteLength(text);
    if (left < 0) break;
    parts.push(text);
    shown += 1;
  }
  if (shown < told.length) {
    const count = told.length - shown;
    const more = say(
      '{count} more finding is not shown here: the page would be too long.|{count} more findings are not shown here: the page would be too long.',
      { count },
    );
    parts.push(`**${tell(more)}**\n`);
  }
  parts.push(
    isTableFitting ? all : `**${tell('The table of all checks is not shown here: it would be too long.')}**\n`,
  );
  return parts.join('\n');
}
