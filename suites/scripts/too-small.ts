/** What the three rules about a buffer that is too small have in common: one name, every capacity that cannot hold it. */
import type { Evidence } from '../../harness/rule/evidence.js';
import type { Returned } from '../../harness/record/transcript.js';
import { as, close, getIdentity, open, script, withProfile } from '../../harness/script/build.js';
import { names, sizeOf } from './names.js';

const name = names.ascii;
const capacities = Array.from({ length: sizeOf(name) }, (_, capacity) => capacity);

const label = (capacity: number): string => `capacity${String(capacity)}`;

export const everyTooSmallCapacity = withProfile(
  name,
  script(
    `ask for ${JSON.stringify(name)} with every capacity that is too small`,
    open(),
    capacities.map((capacity) => as(label(capacity), getIdentity(capacity))),
    close(),
  ),
);

/** Each answer to a call whose buffer could not hold the name, with what was asked in words. */
export function* tooSmallAnswers(evidence: Evidence): Generator<{ answer: Returned; what: string; required: number }> {
  const required = sizeOf(evidence.profileName());
  for (const capacity of capacities.filter((each) => each < required)) {
    yield {
      answer: evidence.answer(label(capacity)),
      what: `GetIdentity with ${String(capacity)} characters for a name that needs ${String(required)}`,
      required,
    };
  }
}
