/** Where hosts come from: started when one is needed, or, where one is kept ready, before. */
import type { HostChild } from './host-child.js';
import { launchOf, type HostPlaces } from './launch.js';
import { contain, type Sandbox } from './sandbox.js';
import { Spare } from './spare.js';
import { startHost } from './start-host.js';

export interface HostSupplyOptions {
  readonly places: HostPlaces;
  /** What holds each child; undefined: nothing does. */
  readonly sandbox?: Sandbox;
  readonly signal?: AbortSignal;
}

export class HostSupply {
  readonly #options: HostSupplyOptions;
  readonly #spare = new Spare((stop) => this.#start(stop));
  #keepsSpare = false;

  constructor(options: HostSupplyOptions) {
    this.#options = options;
  }

  /** From now on a host is kept ready. It takes a processor of its own while it starts. */
  keepSpare(): void {
    this.#keepsSpare = true;
    this.replenish();
  }

  /** After a host was taken: where one is kept ready, the next one is begun. */
  replenish(): void {
    if (this.#keepsSpare) this.#spare.begin();
  }

  /**
   * A host without any DLL in it.
   * @throws HarnessFault when none comes up, Interrupted when the signal came.
   */
  async take(): Promise<HostChild> {
    return (await this.#spare.take()) ?? this.#start(undefined);
  }

  /** No host is wanted any more; returns when the one that was kept ready is gone. */
  async end(): Promise<void> {
    await this.#spare.discard();
  }

  #start(stop: AbortSignal | undefined): Promise<HostChild> {
    const { places, sandbox, signal } = this.#options;
    const launch = launchOf(places, process.platform, process.env);
    const signals = [signal, stop].filter((each) => each !== undefined);
    return startHost(sandbox === undefined ? launch : contain(launch, sandbox), AbortSignal.any(signals));
  }
}
