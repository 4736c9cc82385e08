/** Run record → GitHub's workflow commands, by which a job's page shows findings beside its log. */
import type { Check, RunRecord } from '../harness/record/run-record.js';
import { cut } from './cut.js';
import { findingsOf, headline } from './finding.js';
import { terminalText } from './terminal-text.js';

/** GitHub shows ten errors and ten warnings of a step, and drops the rest without a word. */
const most = 10;

const longestMessage = 1_000;

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function annotation(check: Check): string {
  const command = check.verdict === 'fail' ? 'error' : 'warning';
  const message = cut(`${terminalText(headline(check))}\n${check.howToFix}`, longestMessage);
  return `::${command} title=${property(check.id)}::${data(message)}`;
}

/** A line each, at most ten, the worst first; the last one says how many more there are. */
export function annotations({ checks }: RunRecord): string[] {
  const findings = findingsOf(checks);
  if (findings.length <= most) return findings.map(annotation);
  const more = findings.length - most + 1;
  return [
    ...findings.slice(0, most - 1).map(annotation),
    `::error title=olkconform::${String(more)} more findings: see the report`,
  ];
}
