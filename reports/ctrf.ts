/** Run record → CTRF, the Common Test Report Format, specification 0.0.0. */
import { areaOf, areaTitle } from '../harness/catalogue/catalogue.js';
import type { Check, RunRecord, Verdict } from '../harness/record/run-record.js';
import { headline } from './finding.js';
import { findingText } from './finding-text.js';
import { pathText } from './subject-text.js';
import { terminalText } from './terminal-text.js';

type Status = 'passed' | 'failed' | 'skipped' | 'other';

/** CTRF knows no warnings: `rawStatus` tells them from passes. What could not be judged is neither. */
const statuses: Record<Verdict, Status> = {
  pass: 'passed',
  warning: 'passed',
  fail: 'failed',
  'not-applicable': 'skipped',
  inconclusive: 'other',
};

function testOf(check: Check): object {
  const isTold = check.verdict !== 'pass';
  return {
    name: `${check.id}: ${terminalText(check.title)}`,
    testId: check.id,
    status: statuses[check.verdict],
    rawStatus: check.verdict,
    // Scripts serve several checks at once, so that no time is one check's own.
    duration: 0,
    suite: ['olkconform', areaTitle(check.id)],
    tags: [check.level, areaOf(check.id)],
    type: 'conformance',
    ...(isTold ? { message: terminalText(headline(check)), trace: findingText(check) } : {}),
  };
}

export function ctrfReport({ checks, startedAt, durationMs, environment, subject, summary, tool }: RunRecord): string {
  const start = Date.parse(startedAt);
  const duration = Math.round(durationMs);
  const count = (status: Status): number => checks.filter(({ verdict }) => statuses[verdict] === status).length;
  const report = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    timestamp: new Date(start + duration).toISOString(),
    generatedBy: `${tool.name} ${tool.version}`,
    results: {
      tool: { name: tool.name, version: tool.version, extra: { catalogue: tool.catalogue } },
      summary: {
        tests: checks.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: 0,
        other: count('other'),
        start,
        stop: start + duration,
        duration,
        extra: summary,
      },
      tests: checks.map(testOf),
      environment: {
        appName: terminalText(pathText(subject)),
        osPlatform: environment.platform,
        extra: { sha256: subject.sha256, node: environment.node, host: environment.host },
      },
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
