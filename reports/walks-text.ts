/** What random sequences and many lives brought, for the console. */
import { joined, say, type Message, type Tell } from '../harness/language/message.js';
import { growthOf, measures, type Measure } from '../harness/record/growth.js';
import type { RunRecord } from '../harness/record/run-record.js';
import type { Soak } from '../harness/record/soak.js';
import type { Trials } from '../harness/record/trials.js';
import { terminalText } from './terminal-text.js';

const names: Readonly<Record<Measure, Message>> = {
  references: 'references to sessions',
  sessions: 'sessions that somebody holds',
  handles: 'handles',
  threads: 'threads',
  privateBytes: 'private bytes',
  gdiObjects: 'GDI objects',
  userObjects: 'USER objects',
};

const codeLines = (code: string): string[] =>
  code
    .trimEnd()
    .split('\n')
    .map((line) => `    ${terminalText(line)}`);

function trialsLines({ sequences, steps, seed, failing }: Trials, tell: Tell): string[] {
  const tried = say('{count} sequence, {steps} calls, --seed {seed}|{count} sequences, {steps} calls, --seed {seed}', {
    count: sequences,
    steps,
    seed,
  });
  if (failing === null) return [`  ${tell(tried)}`];
  const found = say('the shortest that shows a fault, of {length} calls: {shrunk}', {
    length: failing.shrunk.length,
    shrunk: failing.shrunk,
  });
  return [`  ${tell(joined([tried, found], '; '))}`, '', ...codeLines(failing.yaml), '', ...codeLines(failing.cpp)];
}

function soakLines(soak: Soak, tell: Tell): string[] {
  const [first] = soak.samples;
  const last = soak.samples.at(-1);
  if (first === undefined || last === undefined) return [];
  const seconds = (soak.micros / 1e6).toFixed(1);
  const lived = say('{count} life in {seconds} s|{count} lives in {seconds} s', { count: soak.cycles, seconds });
  const rows = measures.map((measure) => {
    const growth = growthOf(soak, measure);
    const judged =
      growth === undefined ? say('too few samples to tell') : growth.isLeak ? say('grows') : say('does not grow');
    return `    ${tell(names[measure]).padEnd(32)} ${String(first[measure])} → ${String(last[measure])}, ${tell(judged)}`;
  });
  return [`  ${tell(lived)}`, ...rows];
}

/** Empty where nothing of the kind was asked for. */
export function walksLines({ trials, soak }: RunRecord, tell: Tell, heading: (text: string) => string): string[] {
  return [
    ...(trials === undefined ? [] : ['', heading(tell('Random sequences')), ...trialsLines(trials, tell)]),
    ...(soak === undefined ? [] : ['', heading(tell('Many lives')), ...soakLines(soak, tell)]),
  ];
}
