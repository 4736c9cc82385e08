import { AssertionError } from 'chai';

import type { Behaviour } from '../../harness/model/behaviour.js';
import { gravest, violatesMust } from '../../harness/model/gravest.js';
import { judgeExploration, TooMuchToJudge, type Finding } from '../../harness/model/judge-exploration.js';
import { sequenceWithoutHelper } from '../../harness/model/refused-creation.js';
import { twistTexts } from '../../harness/model/twisted.js';
import type { Exploration } from '../../harness/record/exploration.js';
import { rule } from '../../harness/rule/rule.js';
import { inconclusive, notApplicable, warning } from '../../harness/rule/verdict.js';

/** With the world in which it was found. */
type Told = Finding & Pick<Exploration, 'failLogons' | 'twist'>;

/** What is wrong there, in the words of the statement that it violates. */
function storyOf({ sequence, twist, violations: [violation] }: Told, others: readonly Finding[]): string {
  if (violation === undefined) throw new Error('a finding without a violation');
  const { statement, what, expected, actual } = violation;
  const under = twist === undefined ? '' : ` ${twistTexts[twist]}`;
  const where = sequence === '' ? 'creating the helper and releasing it' : `the sequence ${sequence}${under}`;
  const story = `${where} violates ${statement}: ${what}: expected ${expected}, got ${actual}`;
  const also = new Map<string, string>();
  for (const other of others)
    for (const each of other.violations)
      if (each.statement !== statement && !also.has(each.statement)) also.set(each.statement, other.sequence || '-');
  if (also.size === 0) return story;
  return `${story} (other faults: ${Array.from(also, ([id, shortest]) => `${shortest} ${id}`).join(', ')})`;
}

function findingsIn(...exploration: Parameters<typeof judgeExploration>): Finding[] {
  try {
    return judgeExploration(...exploration);
  } catch (error) {
    if (!(error instanceof TooMuchToJudge)) throw error;
    return inconclusive('the answers to all these sequences are too various to be judged');
  }
}

/** Whether everything that was asked for could be tried. */
function refuseHalf(exploration: Exploration): void {
  const { givenUp, death, depth, untold = 0 } = exploration;
  if (givenUp !== undefined)
    inconclusive(`not all sequences could be tried, only those of up to ${String(depth)} calls: ${givenUp}`);
  if (death !== null) inconclusive(`a process ended in the sequence ${death.sequence}`);
  if (untold > 0)
    inconclusive('the helper answered otherwise than before in so many lives that not all of them could be judged');
  const without = sequenceWithoutHelper(exploration);
  if (without !== undefined) inconclusive(`no helper was created for the sequence ${without}`.trimEnd());
}

export default rule({
  id: 'sequence/exhaustive',
  ofEveryCall: true,
  howToFix:
    'The steps are the shortest that show the fault. Mend what violates the check that is named; olkconform explain tells how.',
  scripts: {},
  verify: (_of, { asked, explored, behaviour: observed, pointTo }) => {
    const behaviour: Behaviour = observed ?? 'unknown';
    if (!asked.sequences) notApplicable('no sequences were tried: ask for them with --depth N');
    if (explored?.explorations === undefined) inconclusive('no sequence could be tried');
    const { explorations, profile, session } = explored;
    const all = explorations.flatMap((exploration) => {
      const { failLogons, twist } = exploration;
      const world = { failLogons, ...(twist === undefined ? {} : { twist }) };
      const facts = { ...world, session, ...(profile === undefined ? {} : { profile }) };
      return findingsIn(exploration, behaviour, facts).map((finding): Told => ({ ...finding, ...world }));
    });
    const worst = gravest(all);
    const found = all.find((each) => each === worst);
    // What was not tried may violate a MUST, so what is only recommended does not settle it.
    if (found === undefined || !violatesMust(found)) {
      if (explorations.length === 0) inconclusive('no sequence could be tried');
      for (const exploration of explorations) refuseHalf(exploration);
    }
    if (found !== undefined) {
      pointTo(found.sequence, found.failLogons, found.step, found.twist);
      const story = storyOf(
        found,
        all.filter((each) => each !== found),
      );
      if (!violatesMust(found)) warning(story);
      const [{ expected, actual } = { expected: '', actual: '' }] = found.violations;
      throw new AssertionError(story, { expected, actual });
    }
    if (behaviour === 'unknown') inconclusive('the harness saw no session handed out');
  },
});
