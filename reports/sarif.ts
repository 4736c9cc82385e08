/**
 * Run record → SARIF 2.1.0. Only what a person has to look at becomes a result: GitHub's code scanning shows every result
 * as an alert, passes included, whatever its kind says. The counts of all verdicts stand in the run's properties.
 */
import { sourceText } from '../harness/catalogue/source.js';
import type { Check, RunRecord, Verdict } from '../harness/record/run-record.js';
import { headline } from './finding.js';
import { findingText } from './finding-text.js';
import { pathText } from './subject-text.js';
import { terminalText } from './terminal-text.js';

/** SARIF 2.1.0, 3.27.9 and 3.27.10: a result that is no failure has the level `none`. */
const marks: Partial<Record<Verdict, { readonly kind: string; readonly level: string }>> = {
  fail: { kind: 'fail', level: 'error' },
  warning: { kind: 'fail', level: 'warning' },
  inconclusive: { kind: 'open', level: 'none' },
};

function ruleOf(check: Check): object {
  return {
    id: check.id,
    shortDescription: { text: terminalText(check.title) },
    fullDescription: { text: terminalText(check.requirement) },
    help: { text: `${check.howToFix}\n\nSource: ${sourceText(check.source)}` },
    defaultConfiguration: { level: check.level === 'must' ? 'error' : 'warning' },
    properties: { tags: [check.level] },
  };
}

/** A known failure is told as one that somebody has accepted. */
function suppressionsOf({ tolerated }: Check): object {
  if (tolerated === undefined) return {};
  return {
    suppressions: [{ kind: 'external', status: 'accepted', justification: terminalText(tolerated.reason) }],
  };
}

/** Segments of a path; lone surrogates have no place in a URI, and are written as a person would see them. */
function encoded(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(terminalText(segment)))
    .join('/');
}

/**
 * A path as it was given on whichever system, as a URI. A relative one stays so: that is how a reader finds the DLL in a
 * checkout.
 */
function uriOf(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  const drive = /^[A-Za-z]:(?=\/)/.exec(slashed)?.[0];
  if (drive !== undefined) return `file:///${drive}${encoded(slashed.slice(drive.length))}`;
  if (slashed.startsWith('//')) return `file:${encoded(slashed)}`;
  return slashed.startsWith('/') ? `file://${encoded(slashed)}` : encoded(slashed);
}

export function sarifReport({ checks, startedAt, durationMs, subject, summary, tool }: RunRecord): string {
  const artifact = { uri: uriOf(pathText(subject)), index: 0 };
  const results = checks.flatMap((check, ruleIndex) => {
    const mark = marks[check.verdict];
    if (mark === undefined) return [];
    return [
      {
        ruleId: check.id,
        ruleIndex,
        ...mark,
        message: { text: `${terminalText(headline(check))}\n\n${findingText(check)}` },
        locations: [{ physicalLocation: { artifactLocation: artifact } }],
        ...suppressionsOf(check),
        partialFingerprints: { 'checkOfHelper/v1': check.id },
      },
    ];
  });
  const report = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool.name, semanticVersion: tool.version, rules: checks.map(ruleOf) } },
        artifacts: [{ location: { uri: artifact.uri }, hashes: { 'sha-256': subject.sha256 } }],
        invocations: [
          {
            // Of the run, not of the helper: every check that was planned has come to a verdict.
            executionSuccessful: summary.inconclusive === 0,
            startTimeUtc: startedAt,
            endTimeUtc: new Date(Date.parse(startedAt) + Math.round(durationMs)).toISOString(),
          },
        ],
        results,
        columnKind: 'utf16CodeUnits',
        properties: { summary, catalogue: tool.catalogue },
      },
    ],
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
