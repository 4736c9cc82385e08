/** Where words go: data to stdout, commentary to stderr. */
import pc from 'picocolors';

import { cut } from '../../reports/cut.js';
import { terminalText } from '../../reports/terminal-text.js';
import { NotHandedOver } from '../certify/not-handed-over.js';
import { Interrupted } from '../probe/interrupted.js';
import { say, type Message } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import { progress } from './progress.js';
import { tell } from './spoken.js';

/** What is printed cannot be kept, because a disk is full: the verdict is lost, and exit status 70 says so. */
class OutputLost extends Error {
  override readonly name = 'OutputLost';
}

/** A reader that has seen enough (`| head`) is no error of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw new OutputLost(`stdout cannot be written: ${error.message}`);
});

/** There is nowhere left to complain to; the exit status still tells. */
process.stderr.on('error', () => undefined);

export function print(text: string): void {
  progress.hide();
  process.stdout.write(text);
}

export function comment(text: string): void {
  progress.hide();
  process.stderr.write(`${text}\n`);
}

/** A path of Windows fits, and so do the differences that are told of a certificate. */
const longestText = 1000;

/** For a terminal: whoever made what is told chose its texts, and how long they are. */
export function shown(text: string): string {
  return terminalText(cut(text, longestText));
}

/** What there is to say, row by row, each behind its name. */
export function rowsText(rows: readonly (readonly [name: Message | undefined, text: Message])[]): string {
  const named = rows.map(([name, text]) => [name === undefined ? '' : tell(name), text] as const);
  const width = Math.max(...named.map(([name]) => name.length)) + 2;
  return named.map(([name, text]) => `${name.padEnd(width)}${shown(tell(text))}\n`).join('');
}

/** A comment in the user's language; whatever it holds that comes from outside obeys nobody. */
export function remark(message: Message): void {
  comment(`olkconform: ${terminalText(tell(message))}`);
}

/** Colours on a terminal, unless NO_COLOR asks for none (no-color.org); elsewhere where FORCE_COLOR asks for them. */
function hasColor(stream: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return stream.isTTY === true || (FORCE_COLOR !== undefined && FORCE_COLOR !== '0');
}

export function stdoutHasColor(): boolean {
  return hasColor(process.stdout);
}

/** What went wrong, for the one who can do something about it. */
export function complain(error: unknown): void {
  const red = pc.createColors(hasColor(process.stderr)).red;
  if (error instanceof UsageError) {
    comment(`${red('olkconform:')} ${terminalText(tell(error.what))}\n  ${terminalText(tell(error.whatToDo))}`);
  } else if (error instanceof NotHandedOver) {
    remark(say('--apartment second-sta: {reason}; nothing was judged.', { reason: error.message }));
  } else if (error instanceof Interrupted) {
    comment(`${red('olkconform:')} ${tell('interrupted')}`);
  } else if (error instanceof OutputLost) {
    comment(`${red('olkconform:')} ${error.message}`);
  } else {
    comment(`${red('olkconform:')} ${tell('this is a fault of olkconform itself, not of your helper:')}`);
    comment(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}
