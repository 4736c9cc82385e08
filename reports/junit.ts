/**
 * Run record → JUnit XML, in the part of it that GitHub's reporters, GitLab, Azure DevOps and Jenkins all read: suites of
 * cases, each a pass, a failure, an error or skipped. An inconclusive check is an error, because nothing that was not
 * judged may read as a pass; a warning passes and is told in the case's output, as JUnit knows no warnings.
 */
import XMLBuilder from 'fast-xml-builder';

import { areaOf, areaTitle } from '../harness/catalogue/catalogue.js';
import type { Check, RunRecord } from '../harness/record/run-record.js';
import { headline } from './finding.js';
import { findingText } from './finding-text.js';
import { pathText } from './subject-text.js';
import { terminalText } from './terminal-text.js';

type Element = Readonly<Record<string, unknown>>;

const builder = new XMLBuilder({
  ignoreAttributes: false,
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  format: true,
});

/** GitLab shows the text alone, others the message alone: what is wrong stands in both. */
function problem(check: Check): Element {
  const message = terminalText(headline(check));
  return { '@_message': message, '@_type': check.verdict, '#text': `${message}\n\n${findingText(check)}` };
}

function outcome(check: Check): Element {
  switch (check.verdict) {
    case 'pass':
      return {};
    case 'fail':
      return { failure: problem(check) };
    case 'inconclusive':
      return { error: problem(check) };
    case 'not-applicable':
      return { skipped: terminalText(headline(check)) };
    case 'warning':
      return { 'system-out': `warning: ${terminalText(headline(check))}\n\n${findingText(check)}` };
  }
}

/** Scripts serve several checks at once, so that no time is one check's own. */
const unmeasured = '0';

function testCase(check: Check): Element {
  return {
    '@_name': `${check.id}: ${terminalText(check.title)}`,
    '@_classname': `olkconform.${areaOf(check.id)}`,
    '@_time': unmeasured,
    ...outcome(check),
  };
}

function counts(checks: readonly Check[]): Element {
  const count = (verdict: Check['verdict']): string => String(checks.filter((each) => each.verdict === verdict).length);
  return {
    '@_tests': String(checks.length),
    '@_failures': count('fail'),
    '@_errors': count('inconclusive'),
  };
}

export function junitReport({ checks, startedAt, durationMs, subject, summary, tool }: RunRecord): string {
  const areas = [...new Set(checks.map(({ id }) => areaOf(id)))];
  const suites = areas.map((area) => {
    const own = checks.filter(({ id }) => areaOf(id) === area);
    return {
      '@_name': own[0] === undefined ? area : areaTitle(own[0].id),
      ...counts(own),
      '@_skipped': String(own.filter(({ verdict }) => verdict === 'not-applicable').length),
      '@_time': unmeasured,
      '@_timestamp': startedAt,
      properties: {
        property: [
          { '@_name': 'helper', '@_value': terminalText(pathText(subject)) },
          { '@_name': 'sha256', '@_value': subject.sha256 },
          { '@_name': 'catalogue', '@_value': tool.catalogue },
          { '@_name': 'verdict', '@_value': summary.verdict },
        ],
      },
      testcase: own.map(testCase),
    };
  });
  const document = {
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    testsuites: { '@_name': 'olkconform', ...counts(checks), '@_time': String(durationMs / 1000), testsuite: suites },
  };
  return builder.build(document);
}
