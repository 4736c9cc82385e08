/** One child process: its life, its messages, its end. Knows nothing of scripts' contents. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';

import type { HostEvent } from '../record/host-event.js';
import { FrameReader } from './frames.js';
import type { Launch } from './launch.js';
import { endSurvivors, markName } from './survivors.js';

/** How the process ended. */
export interface Exit {
  /** It had been told to, by the end of its requests. */
  readonly wasTold: boolean;
  /** Of status and signal one is null, as Node reports it. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What `next` can bring. */
export type ChildNews =
  | { readonly kind: 'event'; readonly event: HostEvent }
  | { readonly kind: 'exit'; readonly exit: Exit }
  | { readonly kind: 'deadline' }
  | { readonly kind: 'aborted' };

/** How much of the child's stderr is kept: the end of the story is what counts. */
const stderrTail = 8 * 1024;

export class HostChild {
  readonly #process: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #queue: ChildNews[] = [];
  #wake: (() => void) | undefined;
  #exit: Exit | undefined;
  #isTold = false;
  #stderr = Buffer.alloc(0);

  constructor(launch: Launch) {
    const token = randomBytes(16).toString('hex');
    const mark = randomUUID();
    this.#process = spawn(launch.program, launch.args, {
      env: { ...launch.env, [markName]: mark },
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
      // Out of reach of the terminal's Ctrl-C: it is for the controller, and no death is to be blamed on it.
      detached: process.platform !== 'win32',
    });
    const frames = new FrameReader(token);
    this.#process.stdout.on('data', (chunk: Buffer) => {
      for (const event of frames.read(chunk)) this.#tell({ kind: 'event', event });
    });
    this.#process.stderr.on('data', (chunk: Buffer) => {
      this.#stderr = Buffer.concat([this.#stderr, chunk]).subarray(-stderrTail);
    });
    this.#process.stdin.on('error', () => {
      // A child that is gone takes no more requests; its exit tells the rest.
    });
    this.#process.on('error', (error) => {
      this.#stderr = Buffer.concat([this.#stderr, Buffer.from(error.message)]);
      this.#ended({ wasTold: false, status: null, signal: null });
    });
    // Not `close`: Wine's services inherit the pipes and hold them open for seconds. What the process itself had written
    // is in the pipes by now, and two turns of the event loop read it.
    this.#process.on('exit', (status, signal) => {
      const wasTold = this.#isTold;
      setImmediate(() => {
        setImmediate(() => {
          endSurvivors(mark);
          this.#ended({ wasTold, status, signal });
        });
      });
    });
    this.send({ token });
  }

  get exit(): Exit | undefined {
    return this.#exit;
  }

  /** The last thing that the process wrote to stderr. */
  get stderr(): string {
    return this.#stderr.toString('utf8');
  }

  send(request: object): void {
    this.#process.stdin.write(`${JSON.stringify(request)}\n`);
  }

  /** No more requests: the child ends in good order. When its stdin ends without this, it ends at once. */
  endRequests(): void {
    if (!this.#isTold) this.send({ op: 'end' });
    this.#isTold = true;
    this.#process.stdin.end();
  }

  /** The next event, the child's end, or `deadline` after so many milliseconds without either. */
  async next(deadlineMs: number, signal?: AbortSignal): Promise<ChildNews> {
    const waiting = this.#queue.shift();
    if (waiting !== undefined) return waiting;
    if (this.#exit !== undefined) return { kind: 'exit', exit: this.#exit };
    if (signal?.aborted === true) return { kind: 'aborted' };
    const ending = await new Promise<'woken' | 'deadline' | 'aborted'>((resolve) => {
      const end = (how: 'woken' | 'deadline' | 'aborted'): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        resolve(how);
      };
      const timer = setTimeout(end, deadlineMs, 'deadline');
      const abort = (): void => {
        end('aborted');
      };
      signal?.addEventListener('abort', abort);
      this.#wake = () => {
        end('woken');
      };
    });
    this.#wake = undefined;
    return ending === 'woken' ? this.next(deadlineMs, signal) : { kind: ending };
  }

  /** Ends the process at once and waits until it is gone. */
  async kill(): Promise<Exit> {
    this.#process.kill('SIGKILL');
    for (;;) {
      const news = await this.next(60_000);
      if (news.kind === 'exit') return news.exit;
    }
  }

  #ended(exit: Exit): void {
    this.#exit ??= exit;
    // Held open by Wine's services, they would keep the controller from ending.
    this.#process.stdout.destroy();
    this.#process.stderr.destroy();
    this.#wake?.();
  }

  #tell(news: ChildNews): void {
    this.#queue.push(news);
    this.#wake?.();
  }
}
