/** The comparison of two run records → text, Markdown or JSON. */
import {
  inEnglish,
  joined,
  say,
  type Filled,
  type Message,
  type Tell,
  type Value,
} from '../harness/language/message.js';
import type { Translate } from '../harness/language/sentence.js';
import {
  kindsOfChange,
  type Change,
  type Comparable,
  type Comparison,
  type KindOfChange,
  type Note,
  type Which,
} from '../harness/record/comparison.js';
import { cut } from './cut.js';
import { plain } from './markdown.js';
import { terminalText } from './terminal-text.js';

export interface Compared {
  readonly before: Comparable;
  readonly after: Comparable;
  readonly comparison: Comparison;
}

/** The language in which it is told. */
export interface Speech {
  readonly tell: Tell;
  /** Of the sentences that stand in the records. */
  readonly translated: Translate;
}

const longestReason = 500;

const titles: Record<KindOfChange, Message> = {
  worse: 'Worse',
  better: 'Better',
  changed: 'Changed, neither better nor worse',
  new: 'New',
  gone: 'Gone',
};

function noteText(note: Note): Filled {
  switch (note.kind) {
    case 'other versions':
      return say('made by different versions of olkconform: {before} and {after}', {
        before: note.before,
        after: note.after,
      });
    case 'other catalogues':
      return say('judged by different catalogues: a check may demand something else than before');
    case 'other options':
      return say('run with different options: what is new or gone may only have been left out');
    case 'other sessions':
      return say('the session was {before} in the first and {after} in the second: other checks apply', {
        before: note.before,
        after: note.after,
      });
    case 'same DLL':
      return say('both are of the same DLL');
    case 'shard':
      return say('{which} is shard {index} of {shards}, not a whole run', {
        which: whichText(note.which),
        index: note.index,
        shards: note.count,
      });
    case 'stopped':
      return say('{which} was stopped before its time', { which: whichText(note.which) });
  }
}

function whichText(which: Which): Filled {
  return which === 'first' ? say('the first') : say('the second');
}

/** `fail → pass`; of a check that is in one record only, what it is there. */
function verdictsText({ before, after }: Change, tell: Tell): string {
  const told = [...new Set([before, after])].filter((verdict) => verdict !== null);
  return told.map((verdict) => tell(verdict)).join(' → ');
}

/** What is known of it now; where there is nothing to say of a pass any more, what was before. */
function reasonText({ before, after, reasonBefore, reasonAfter }: Change, { tell, translated }: Speech): string {
  if (before === after && reasonBefore !== null && reasonAfter !== null) {
    const reasons = { before: translated(reasonBefore), now: translated(reasonAfter) };
    return cut(tell(say('before: {before}; now: {now}', reasons)), longestReason);
  }
  const reason = after === null || (reasonAfter === null && after === 'pass') ? null : reasonAfter;
  return reason === null ? '' : cut(translated(reason), longestReason);
}

function countsText({ changes, unchanged }: Comparison): Value {
  const { worse, better, changed, new: added, gone } = changes;
  return joined(
    [
      say('{count} worse', { count: worse.length }),
      say('{count} better', { count: better.length }),
      say('{count} changed', { count: changed.length }),
      say('{count} new', { count: added.length }),
      say('{count} gone', { count: gone.length }),
      say('{count} unchanged', { count: unchanged }),
    ],
    ', ',
  );
}

/** The one line that says what comes of it. */
function conclusion(comparison: Comparison): Filled {
  const counts = countsText(comparison);
  return comparison.changes.worse.length > 0
    ? say('Something got worse: {counts}.', { counts })
    : say('Nothing got worse: {counts}.', { counts });
}

function comparisonText({ before, after, comparison }: Compared, speech: Speech): string {
  const { notes, changes } = comparison;
  const { tell } = speech;
  const sections = kindsOfChange.flatMap((kind) =>
    changes[kind].length === 0
      ? []
      : [
          '',
          tell(titles[kind]),
          ...changes[kind].flatMap((change) => {
            const reason = terminalText(reasonText(change, speech));
            const line = `  ${terminalText(change.id)}  ${change.level.toUpperCase()}  ${verdictsText(change, tell)}`;
            return reason === '' ? [line] : [line, `    ${reason}`];
          }),
        ],
  );
  const path = ({ subject, summary }: Comparable): string =>
    `${terminalText(cut(subject.path, longestReason))}: ${tell(summary.verdict)}`;
  return [
    path(before),
    path(after),
    ...notes.map((note) => terminalText(cut(tell(say('note: {note}', { note: noteText(note) })), longestReason))),
    ...sections,
    '',
    tell(conclusion(comparison)),
    '',
  ].join('\n');
}

function comparisonMarkdown({ before, after, comparison }: Compared, speech: Speech): string {
  const { notes, changes } = comparison;
  const { tell } = speech;
  const path = ({ subject, summary }: Comparable): string =>
    `${plain(cut(subject.path, longestReason))} (${tell(summary.verdict)})`;
  const sections = kindsOfChange.flatMap((kind) =>
    changes[kind].length === 0
      ? []
      : [
          `### ${tell(titles[kind])}`,
          '',
          tell('| check | level | verdict | |'),
          '| - | - | - | - |',
          ...changes[kind].map(
            (change) =>
              `| ${plain(change.id)} | ${change.level.toUpperCase()} | ${verdictsText(change, tell)} | ${plain(reasonText(change, speech))} |`,
          ),
          '',
        ],
  );
  return [
    `## ${tell(conclusion(comparison))}`,
    '',
    tell(say('From {before} to {after}.', { before: path(before), after: path(after) })),
    '',
    ...(notes.length === 0 ? [] : [...notes.map((note) => `- ${plain(cut(tell(noteText(note)), longestReason))}`), '']),
    ...sections,
  ].join('\n');
}

/** For machines: in English. */
function comparisonJson({ before, after, comparison }: Compared): string {
  const told = ({ tool, subject, summary }: Comparable): object => ({
    tool: tool.version,
    path: subject.path,
    sha256: subject.sha256,
    verdict: summary.verdict,
  });
  const { notes, changes, unchanged } = comparison;
  const report = {
    schemaVersion: 1,
    before: told(before),
    after: told(after),
    notes: notes.map((note) => inEnglish(noteText(note))),
    ...changes,
    unchanged,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

export const comparisonFormats = {
  text: comparisonText,
  markdown: comparisonMarkdown,
  json: comparisonJson,
} as const satisfies Record<string, (compared: Compared, speech: Speech) => string>;
