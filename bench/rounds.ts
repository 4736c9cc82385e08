/**
 * Things that are compared take turns, so that a machine whose speed drifts favours none: what counts are the ratios
 * within each round. One round before them is not looked at.
 */
import { spreadOf, type Spread } from './timing.js';

/** Each `work` once a round, in the order of the object. */
export async function inTurn<Name extends string, Result>(
  rounds: number,
  works: Readonly<Record<Name, () => Promise<Result>>>,
): Promise<Rounds<Name, Result>> {
  const results: Map<string, Result>[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const result = new Map<string, Result>();
    for (const [name, work] of Object.entries<() => Promise<Result>>(works)) result.set(name, await work());
    if (round > 0) results.push(result);
  }
  return new Rounds(results);
}

/** What the rounds have brought. */
export class Rounds<Name extends string, Result> {
  readonly #results: readonly ReadonlyMap<string, Result>[];

  constructor(results: readonly ReadonlyMap<string, Result>[]) {
    this.#results = results;
  }

  /** What the first round has brought: for what is the same in all of them. */
  first(name: Name): Result {
    return found(this.#results[0], name);
  }

  /** The spread of what `figure` makes of each round. */
  spread(figure: (of: (name: Name) => Result) => number): Spread {
    return spreadOf(this.#results.map((result) => figure((name) => found(result, name))));
  }
}

function found<Result>(results: ReadonlyMap<string, Result> | undefined, name: string): Result {
  const result = results?.get(name);
  if (result === undefined) throw new Error(`${name} has no result.`);
  return result;
}
