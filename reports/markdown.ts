/** Run record → Markdown, for the summary page of a CI job. */
import { areaTitle } from '../harness/catalogue/catalogue.js';
import type { Check, RunRecord, Verdict } from '../harness/record/run-record.js';
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

function heading(record: RunRecord): string {
  const { subject, summary, tool } = record;
  const { planned, pass, fail, warning, notApplicable, inconclusive } = summary;
  return [
    `## ${verdictText(record)}: ${plain(pathText(subject))}`,
    '',
    '| checks | passed | failed | warnings | inconclusive | not applicable |',
    '| -: | -: | -: | -: | -: | -: |',
    `| ${[planned, pass, fail, warning, inconclusive, notApplicable].join(' | ')} |`,
    '',
    `${plain(activationText(subject))}, ${plain(sessionText(subject))}.  `,
    `SHA-256 \`${subject.sha256}\`, ${tool.name} ${plain(tool.version)}.`,
    '',
  ].join('\n');
}

function section(check: Check): string {
  const rows = findingRows(check).flatMap(({ name, texts }) =>
    name === 'steps'
      ? [`- **${name}**:`, ...texts.map((text) => `  - ${plain(text)}`)]
      : texts.map((text) => `- **${name}**: ${plain(text)}`),
  );
  return [`### ${icons[check.verdict]} ${plain(check.id)} (${check.level.toUpperCase()})`, '', ...rows, ''].join('\n');
}

function table(checks: readonly Check[]): string {
  const rows = checks.map(
    (check) =>
      `| ${icons[check.verdict]} | ${plain(check.id)} | ${plain(areaTitle(check.id))} | ${plain(check.title)} |`,
  );
  return [
    '<details><summary>All checks</summary>',
    '',
    '| | check | area | the helper |',
    '| - | - | - | - |',
    ...rows,
    '',
    '</details>',
    '',
  ].join('\n');
}

export function markdownReport(record: RunRecord): string {
  const { checks } = record;
  const told = [...findingsOf(checks), ...checks.filter(({ verdict }) => verdict === 'inconclusive')];
  const parts = [heading(record)];
  const all = table(checks);
  const isTableFitting = Buffer.byteLength(all) < mostBytes / 2;
  let left = mostBytes - Buffer.byteLength(parts.join('')) - (isTableFitting ? Buffer.byteLength(all) : 0);
  let shown = 0;
  for (const check of told) {
    const text = section(check);
    left -= Buffer.byteLength(text);
    if (left < 0) break;
    parts.push(text);
    shown += 1;
  }
  if (shown < told.length) {
    parts.push(`**${String(told.length - shown)} more findings are not shown here: the page would be too long.**\n`);
  }
  parts.push(isTableFitting ? all : '**The table of all checks is not shown here: it would be too long.**\n');
  return parts.join('\n');
}
