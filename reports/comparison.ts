/** The comparison of two run records → text, Markdown or JSON. */
import {
  kindsOfChange,
  type Change,
  type Comparable,
  type Comparison,
  type KindOfChange,
} from '../harness/record/comparison.js';
import { cut } from './cut.js';
import { plain } from './markdown.js';
import { terminalText } from './terminal-text.js';

export interface Compared {
  readonly before: Comparable;
  readonly after: Comparable;
  readonly comparison: Comparison;
}

const longestReason = 500;

const titles: Record<KindOfChange, string> = {
  worse: 'Worse',
  better: 'Better',
  changed: 'Changed, neither better nor worse',
  new: 'New',
  gone: 'Gone',
};

function verdictsText({ before, after }: Change): string {
  return before === null ? (after ?? '') : after === null ? before : before === after ? after : `${before} → ${after}`;
}

/** What is known of it now; where there is nothing to say of a pass any more, what was before. */
function reasonText({ before, after, reasonBefore, reasonAfter }: Change): string {
  if (before === after && reasonBefore !== null && reasonAfter !== null)
    return cut(`before: ${reasonBefore}; now: ${reasonAfter}`, longestReason);
  const reason = after === null || (reasonAfter === null && after === 'pass') ? null : reasonAfter;
  return reason === null ? '' : cut(reason, longestReason);
}

function countsText({ changes, unchanged }: Comparison): string {
  return [
    ...kindsOfChange.map((kind) => `${String(changes[kind].length)} ${kind}`),
    `${String(unchanged)} unchanged`,
  ].join(', ');
}

/** The one line that says what comes of it. */
function conclusion(comparison: Comparison): string {
  const isWorse = comparison.changes.worse.length > 0;
  return `${isWorse ? 'Something got worse' : 'Nothing got worse'}: ${countsText(comparison)}.`;
}

function comparisonText({ before, after, comparison }: Compared): string {
  const { notes, changes } = comparison;
  const sections = kindsOfChange.flatMap((kind) =>
    changes[kind].length === 0
      ? []
      : [
          '',
          titles[kind],
          ...changes[kind].flatMap((change) => {
            const reason = terminalText(reasonText(change));
            const line = `  ${terminalText(change.id)}  ${change.level.toUpperCase()}  ${verdictsText(change)}`;
            return reason === '' ? [line] : [line, `    ${reason}`];
          }),
        ],
  );
  return [
    `${terminalText(cut(before.subject.path, longestReason))}: ${before.summary.verdict}`,
    `${terminalText(cut(after.subject.path, longestReason))}: ${after.summary.verdict}`,
    ...notes.map((note) => `note: ${terminalText(cut(note, longestReason))}`),
    ...sections,
    '',
    conclusion(comparison),
    '',
  ].join('\n');
}

function comparisonMarkdown({ before, after, comparison }: Compared): string {
  const { notes, changes } = comparison;
  const path = ({ subject, summary }: Comparable): string =>
    `${plain(cut(subject.path, longestReason))} (${summary.verdict})`;
  const sections = kindsOfChange.flatMap((kind) =>
    changes[kind].length === 0
      ? []
      : [
          `### ${titles[kind]}`,
          '',
          '| check | level | verdict | |',
          '| - | - | - | - |',
          ...changes[kind].map(
            (change) =>
              `| ${plain(change.id)} | ${change.level.toUpperCase()} | ${verdictsText(change)} | ${plain(reasonText(change))} |`,
          ),
          '',
        ],
  );
  return [
    `## ${conclusion(comparison)}`,
    '',
    `From ${path(before)} to ${path(after)}.`,
    '',
    ...(notes.length === 0 ? [] : [...notes.map((note) => `- ${plain(cut(note, longestReason))}`), '']),
    ...sections,
  ].join('\n');
}

function comparisonJson({ before, after, comparison }: Compared): string {
  const told = ({ tool, subject, summary }: Comparable): object => ({
    tool: tool.version,
    path: subject.path,
    sha256: subject.sha256,
    verdict: summary.verdict,
  });
  const { notes, changes, unchanged } = comparison;
  const report = { schemaVersion: 1, before: told(before), after: told(after), notes, ...changes, unchanged };
  return `${JSON.stringify(report, null, 2)}\n`;
}

export const comparisonFormats = {
  text: comparisonText,
  markdown: comparisonMarkdown,
  json: comparisonJson,
} as const satisfies Record<string, (compared: Compared) => string>;
