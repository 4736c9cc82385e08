/** What is left of a sequence when every letter has been taken out of it that can be. */

/** The place of the first of the candidates that fails; undefined: none does. */
export type FirstFailing = (candidates: readonly string[]) => Promise<number | undefined>;

function without(sequence: string, from: number, length: number): string {
  return sequence.slice(0, from) + sequence.slice(from + length);
}

/** Halves, quarters and so on down to single letters: the shortest candidates come first. */
function lessARun(sequence: string): string[] {
  const candidates = new Set<string>();
  for (let length = Math.floor(sequence.length / 2); length >= 1; length = Math.floor(length / 2))
    for (let from = 0; from + length <= sequence.length; from += 1) candidates.add(without(sequence, from, length));
  return [...candidates];
}

/** A call and the one that it is paid back by: neither can be left out alone. */
function lessTwoLetters(sequence: string): string[] {
  const candidates = new Set<string>();
  for (let first = 0; first < sequence.length; first += 1)
    for (let second = first + 1; second < sequence.length; second += 1)
      candidates.add(without(without(sequence, second, 1), first, 1));
  return [...candidates];
}

/** Each round is one list of candidates, however many: they are tried in one go. */
export async function shorten(sequence: string, firstFailing: FirstFailing): Promise<string> {
  for (const less of [lessARun, lessTwoLetters]) {
    const candidates = less(sequence);
    const place = await firstFailing(candidates);
    const shorter = place === undefined ? undefined : candidates[place];
    if (shorter !== undefined) return shorten(shorter, firstFailing);
  }
  return sequence;
}
