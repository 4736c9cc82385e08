import { availableParallelism } from 'node:os';

/**
 * Works on all items, as many at once as there are processors: each has a child of its own. What goes wrong with one, goes
 * wrong with all: the others are stopped, by the signal that each is given, and are at their end when this is.
 * @throws what went wrong first; what the others make of being stopped tells nothing.
 */
export async function workAtOnce<Item>(
  items: readonly Item[],
  signal: AbortSignal,
  work: (item: Item, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const wrong: unknown[] = [];
  const worker = async (): Promise<void> => {
    try {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item, either);
    } catch (error) {
      wrong.push(error);
      stop.abort();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  if (wrong.length > 0) throw wrong[0];
}
