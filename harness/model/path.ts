import { letters, type Exploration, type Observation } from '../record/exploration.js';

/** The places in front of those of the nodes that follow. */
const observationAndEnd = 2;

/**
 * What creating the helper did, and then each step of the sequence, as far as the exploration tells of it: the sequence in
 * which the process ended is told without its last step, if at all.
 */
export function observationsOf({ nodes, observations }: Exploration, sequence: string): Observation[] {
  const path: Observation[] = [];
  let node = nodes.at(-1);
  for (let at = 0; node !== undefined; at += 1) {
    const observation = observations[node[0] ?? -1];
    if (observation !== undefined) path.push(observation);
    const letter = letters.findIndex((each) => each === sequence[at]);
    node = letter < 0 ? undefined : nodes[node[observationAndEnd + letter] ?? -1];
  }
  return path;
}
