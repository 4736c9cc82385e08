/** One child process: its life, its messages, its end. Knows nothing of scripts' contents. */
import type { ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';

import type { HostEvent } from '../record/host-event.js';
import { FrameReader } from './frames.js';
import type { Launch } from './launch.js';
import { excessOf, type Limits, type Usage } from './limits.js';
import { Family, isRunning, markName } from './processes.js';
import { spawnLaunch, type Spawned } from './spawn-launch.js';

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

/** A child has far less to say at once. What is beyond that comes from a DLL that has found out the token. */
const mostWaiting = 1_000;

/** How much of the child's stderr is kept: the end of the story is what counts. */
const stderrTail = 8 * 1024;

/** How often it is looked at what the child has taken: it takes some 0.4 GB in that time if it does nothing else. */
const lookingMs = 100;

export class HostChild {
  readonly #process: ChildProcess;
  readonly #streams: Omit<Spawned, 'process'>;
  readonly #queue: ChildNews[] = [];
  #wake: (() => void) | undefined;
  #exit: Exit | undefined;
  #isTold = false;
  #stderr = Buffer.alloc(0);
  /** What the sandbox told of itself. */
  #info = '';
  readonly #family: Family;
  #watch: NodeJS.Timeout | undefined;
  #excess: string | undefined;
  #leftBehind: readonly string[] = [];
  #trouble: string | undefined;

  constructor(launch: Launch) {
    const token = randomBytes(16).toString('hex');
    const mark = randomUUID();
    this.#family = new Family(mark);
    const spawned = spawnLaunch({ ...launch, env: { ...launch.env, [markName]: mark } });
    this.#process = spawned.process;
    this.#streams = spawned;
    const frames = new FrameReader(token);
    spawned.stdout.on('data', (chunk: Buffer) => {
      for (const event of frames.read(chunk)) {
        if (event.event === 'broken') this.#trouble ??= event.why;
        this.#tell({ kind: 'event', event });
      }
    });
    spawned.stderr.on('data', (chunk: Buffer) => {
      this.#stderr = Buffer.concat([this.#stderr, chunk]).subarray(-stderrTail);
    });
    spawned.stdin.on('error', () => {
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
          this.#endFamily();
          this.#ended({ wasTold, status, signal });
        });
      });
    });
    spawned.info?.setEncoding('utf8').on('data', (text: string) => {
      this.#info += text;
    });
    this.send({ token });
    // While it starts there is time for it.
    this.#family.meet();
  }

  /** Where the child's files are seen from here: the root of its sandbox, undefined when it is in none. */
  get root(): string | undefined {
    return this.#first === undefined ? undefined : `/proc/${this.#first}/root`;
  }

  /** The number of the sandbox's first process, with which all others in it end; undefined when there is no sandbox. */
  get #first(): string | undefined {
    return /"child-pid":\s*(\d+)/.exec(this.#info)?.[1];
  }

  get exit(): Exit | undefined {
    return this.#exit;
  }

  /** The last thing that the process wrote to stderr. */
  get stderr(): string {
    return this.#stderr.toString('utf8');
  }

  /** That the harness in it is broken, as one of its messages has said at some time; whoever sent it knew the token. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** What it had too much of, for which it was killed. */
  get excess(): string | undefined {
    return this.#excess;
  }

  /** The programs that were running when the child had ended, or a moment before, and were ended as well. */
  get leftBehind(): readonly string[] {
    return this.#leftBehind;
  }

  /** From now on everything that is started counts as the DLL's doing. */
  watch(limits: Limits): void {
    this.#family.settle();
    this.#watch = setInterval(() => {
      this.#excess ??= excessOf(this.look(), limits);
      if (this.#excess !== undefined) this.#process.kill('SIGKILL');
    }, lookingMs);
    this.#watch.unref();
  }

  /** Sees what has been started until now: in a sandbox it ends with the child, and is not seen afterwards. */
  look(): Usage {
    const sight = this.#family.look();
    // A sandbox that was ending meanwhile no longer shows what ran in it.
    if (this.#first === undefined || isRunning(this.#first)) this.#leftBehind = sight.started;
    return sight;
  }

  send(request: object): void {
    this.#streams.stdin.write(`${JSON.stringify(request)}\n`);
  }

  /** No more requests: the child ends in good order. When its stdin ends without this, it ends at once. */
  endRequests(): void {
    if (!this.#isTold) this.send({ op: 'end' });
    this.#isTold = true;
    this.#streams.stdin.end();
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

  /**
   * Leaves the process, which no DLL was ever in, to end by itself, as it does when nobody speaks to it any more. Killed
   * before it has spoken to Wine's server it might leave one behind that waits for its first client forever.
   */
  abandon(): void {
    this.#streams.stdin.destroy();
    this.#streams.stdout.destroy();
    this.#streams.stderr.destroy();
    this.#process.unref();
  }

  /** Ends the process at once and waits until it is gone. */
  async kill(): Promise<Exit> {
    this.#process.kill('SIGKILL');
    for (;;) {
      const news = await this.next(60_000);
      if (news.kind === 'exit') return news.exit;
    }
  }

  /** In a sandbox they have ended with it, and what was seen last is what is known of them. */
  #endFamily(): void {
    clearInterval(this.#watch);
    if (this.#watch !== undefined && this.root === undefined) this.look();
    this.#family.end();
  }

  #ended(exit: Exit): void {
    this.#exit ??= exit;
    // Held open by Wine's services, they would keep the controller from ending.
    this.#streams.stdout.destroy();
    this.#streams.stderr.destroy();
    this.#wake?.();
  }

  #tell(news: ChildNews): void {
    if (this.#queue.length < mostWaiting) this.#queue.push(news);
    this.#wake?.();
  }
}
