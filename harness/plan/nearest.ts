import leven from 'leven';

import { say, type Filled } from '../language/message.js';

/** The candidate that the text was most likely meant to be; undefined when none is near. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let distance = Math.max(2, Math.floor(text.length / 3)) + 1;
  for (const candidate of candidates) {
    // That many letters have to be added or taken away in any case; to count the others takes far longer.
    if (Math.abs(text.length - candidate.length) >= distance) continue;
    const away = leven(text, candidate);
    if (away < distance) [best, distance] = [candidate, away];
  }
  return best;
}

/** With the question whether that was meant; without it where nothing is near. */
export function withGuess(what: Filled, near: string | undefined): Filled {
  return near === undefined ? what : say('{what} Did you mean {near}?', { what, near });
}
