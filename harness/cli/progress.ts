/**
 * How far long work is, on stderr: a bar on a terminal, a line now and then where nobody watches. Nothing runs between
 * two calls, no timer and no thread; a run that is over at once shows nothing at all.
 */
import { terminalText } from '../../reports/terminal-text.js';
import type { TellProgress } from '../certify/tell-progress.js';
import { joined, say, type Filled, type Message } from '../language/message.js';
import { tell } from './spoken.js';

/** Work that is over by then needs no bar, which would flash up. */
const firstBarMs = 500;

/** An eye sees no more than this, and a slow terminal should not hold up the work. */
const betweenBarsMs = 100;

/** In a log somebody reads later, a line proves that the work goes on; more of them would bury what is told. */
const betweenLinesMs = 30_000;

const widestBar = 30;

const usualColumns = 80;

/** The part of stderr that counts here. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly write: (text: string) => unknown;
}

export interface ProgressOptions {
  readonly stream?: ProgressStream;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds, never backwards. */
  readonly now?: () => number;
}

/** To be told within another message. */
const filled = (message: Message): Filled => (typeof message === 'string' ? { text: message, values: {} } : message);

/** No colours, for NO_COLOR need not be asked then; ASCII, whose width is the same on every terminal. */
function barText(text: string, done: number, of: number, columns: number): string {
  // In its last column a terminal may begin a new line.
  const width = Math.max(columns - 1, 1);
  const part = of > 0 ? Math.min(Math.max(done / of, 0), 1) : 0;
  const count = `${String(done)}/${String(of)}`;
  const room = width - text.length - count.length - '[]  '.length;
  if (room < 5) return `${text} ${count}`.length <= width ? `${text} ${count}` : count.slice(0, width);
  const cells = Math.min(room, widestBar);
  const full = Math.floor(part * cells);
  return `[${'#'.repeat(full)}${'-'.repeat(cells - full)}] ${count} ${text}`;
}

export class Progress {
  readonly #stream: ProgressStream;
  readonly #now: () => number;
  readonly #isBar: boolean;
  #isDrawn = false;
  #next: number;

  constructor({ stream = process.stderr, env = process.env, now = () => performance.now() }: ProgressOptions = {}) {
    this.#stream = stream;
    this.#now = now;
    // A dumb terminal knows no way back to the beginning of a line.
    this.#isBar = stream.isTTY === true && env['TERM'] !== 'dumb';
    this.#next = now() + (this.#isBar ? firstBarMs : betweenLinesMs);
  }

  /** Some terminals do not know how wide they are, and say 0. */
  get #columns(): number {
    const { columns = 0 } = this.#stream;
    return columns > 0 ? columns : usualColumns;
  }

  readonly tell: TellProgress = (what, done, of) => {
    const now = this.#now();
    if (now < this.#next) return;
    if (this.#isBar) {
      this.#next = now + betweenBarsMs;
      this.#isDrawn = true;
      this.#stream.write(`\r${barText(terminalText(tell(what)), done, of, this.#columns)}\u001B[K`);
    } else {
      this.#next = now + betweenLinesMs;
      const line = tell(say('{what}: {done} of {of}', { what: filled(what), done, of }));
      this.#stream.write(`olkconform: ${terminalText(line)}\n`);
    }
  };

  /** Progress of one part of several, whose name stands before what is told. */
  readonly within =
    (name: string): TellProgress =>
    (what, done, of) => {
      this.tell(joined([name, filled(what)], ': '), done, of);
    };

  /** Makes room for what is printed; the bar comes again with the next call of `tell`. */
  readonly hide = (): void => {
    if (!this.#isDrawn) return;
    this.#isDrawn = false;
    this.#stream.write('\r\u001B[K');
  };
}

/** The one of this process: there is one terminal. */
export const progress = new Progress();
