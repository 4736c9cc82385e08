/**
 * A host that is started before it is needed: edge-js and CLR are up in it, the vendor's DLL is not. When a child dies,
 * the spare takes its place, and the death costs no start. As no DLL was ever in it, it may be killed at any time.
 */
import type { HostChild } from './host-child.js';

export class Spare {
  readonly #start: (signal: AbortSignal) => Promise<HostChild>;
  #begun: { readonly child: Promise<HostChild | undefined>; readonly stop: AbortController } | undefined;
  #isOver = false;
  /** The end of what was discarded. */
  #ending: Promise<unknown> = Promise.resolve();

  /** `start` gives up, by an error, when its signal comes. */
  constructor(start: (signal: AbortSignal) => Promise<HostChild>) {
    this.#start = start;
  }

  /** Begins the start of a host, unless one is there or on its way, or none is wanted any more. */
  begin(): void {
    if (this.#isOver || this.#begun !== undefined) return;
    const stop = new AbortController();
    // Why it does not start will be told by the start of the child that is then needed.
    const child = this.#start(stop.signal).catch(() => undefined);
    this.#begun = { child, stop };
  }

  /** The host, when it is up; undefined when there is none, or it did not live. */
  async take(): Promise<HostChild | undefined> {
    const begun = this.#begun;
    this.#begun = undefined;
    const child = await begun?.child;
    return child?.exit === undefined ? child : undefined;
  }

  /** Ends the host, however far it is, and lets none begin after it; returns when it is gone, however often it is called. */
  async discard(): Promise<void> {
    this.#isOver = true;
    this.#begun?.stop.abort();
    const killed = this.take().then((child) => child?.kill());
    this.#ending = Promise.all([this.#ending, killed]);
    await this.#ending;
  }
}
