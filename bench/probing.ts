/** A probe of a run, for parts of the bench that ask the child for more than the command line does. */
import { join } from 'node:path';

import { fixturesFolder } from '../harness/certify/host-places.js';
import { defaultLimits } from '../harness/probe/limits.js';
import { Probe } from '../harness/probe/probe.js';
import type { WalkOptions } from '../harness/probe/walks.js';
import { host } from './commands.js';
import type { Told } from './told.js';

/** The helper that the drivers are written for. */
export const helperDll = join(fixturesFolder, 'own-session.dll');

/** What it is made with. */
export const walkOptions: WalkOptions = { session: 'withheld', profile: 'Conformance', apartment: 'sta' };

export async function withProbe<Result>(use: (probe: Probe) => Promise<Result>): Promise<Result> {
  const probe = new Probe({
    places: host,
    dll: helperDll,
    activation: { kind: 'factory', export: 'CreateHelper' },
    mapiRegistry: false,
    heapGuard: false,
    timeoutMs: 600_000,
    maxDeaths: 1,
    limits: defaultLimits,
    symbolAt: () => null,
  });
  try {
    await probe.start();
    return await use(probe);
  } finally {
    await probe.close();
  }
}

/** All sequences up to that depth, in a child of their own. */
export function explored(depth: number): Promise<Told> {
  return withProbe(async (probe) => probe.explore({ ...walkOptions, failLogons: 0, depth }));
}
