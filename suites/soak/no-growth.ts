import { AssertionError } from 'chai';

import { growthOf, measures, type Growth, type Measure } from '../../harness/record/growth.js';
import { rule } from '../../harness/rule/rule.js';
import { inconclusive, notApplicable } from '../../harness/rule/verdict.js';
import { survey } from '../../harness/script/survey.js';

const names: Readonly<Record<Measure, string>> = {
  references: 'more references to sessions',
  sessions: 'more sessions that somebody holds',
  handles: 'more handles',
  threads: 'more threads',
  privateBytes: 'more private bytes',
  gdiObjects: 'more GDI objects',
  userObjects: 'more USER objects',
};

function told({ measure, rise }: Growth): string {
  return `${String(rise)} ${names[measure]}`;
}

export default rule({
  id: 'soak/no-growth',
  ofEveryCall: true,
  howToFix:
    'Release on every way out what a helper takes while it lives, also what it takes only now and then; the plot in the HTML page shows since when it grows.',
  scripts: { survey },
  verify: (_of, { asked, soak }) => {
    if (!asked.soak) notApplicable('no soak was asked for: --soak N lets N helpers live one after the other');
    if (soak === undefined) inconclusive('the soak could not be begun');
    const { cycles, changed, death, givenUp } = soak;
    if (death !== null) {
      const actual = `the process ended in life ${String(death.cycle + 1)}`;
      throw new AssertionError(`over many lives: ${actual}`, { expected: 'every helper comes to its end', actual });
    }
    // What does no longer what it did takes no longer what it took.
    if (changed !== undefined) {
      const actual = `${String(changed)} lives had other answers`;
      throw new AssertionError(`over many lives: ${actual}`, {
        expected: 'every life has the answers of the first',
        actual,
      });
    }
    if (givenUp !== undefined) inconclusive(givenUp);
    const growths = measures.flatMap((measure) => growthOf(soak, measure) ?? []);
    if (growths.length < measures.length) inconclusive('there are too few samples to tell growth from chance');
    const leaks = growths.filter(({ isLeak }) => isLeak);
    if (leaks.length === 0) return;
    const actual = leaks.map(told).join(', ');
    throw new AssertionError(`after ${String(cycles)} lives there are ${actual}`, {
      expected: 'no more than after the first of them',
      actual,
    });
  },
});
