import { AssertionError } from 'chai';

import { violatesMust } from '../../harness/model/gravest.js';
import { firstFault } from '../../harness/model/judge-runs.js';
import type { Behaviour } from '../../harness/model/behaviour.js';
import { rule } from '../../harness/rule/rule.js';
import { inconclusive, notApplicable, warning } from '../../harness/rule/verdict.js';
import { survey } from '../../harness/script/survey.js';

export default rule({
  id: 'sequence/random',
  ofEveryCall: true,
  howToFix:
    'The steps are the shortest sequence that was found; the report has it as C++, to be run under a debugger, and as a file for --sequence.',
  scripts: { survey },
  verify: (_of, { asked, behaviour: seen, explored, pointTo }) => {
    const trials = explored?.trials;
    if (!asked.random) notApplicable('no random sequences were asked for: --random N tries N of them');
    if (explored === undefined || trials === undefined) inconclusive('no random sequence could be tried');
    const { failing, givenUp } = trials;
    if (failing === null) {
      if (givenUp !== undefined) inconclusive(givenUp);
      return;
    }
    const behaviour: Behaviour = seen ?? 'unknown';
    const { sequence, shrunk, failLogons, sequences, tried } = failing;
    const fault = firstFault(sequences, tried, behaviour, { ...explored, failLogons });
    if (fault === undefined) inconclusive(`the sequence ${sequence} failed once, and not when it was tried again`);
    const [violation] = fault.violations;
    if (violation === undefined) throw new Error('a fault without a violation');
    const { what, expected, actual } = violation;
    pointTo(fault.sequence, failLogons, fault.step);
    const story = `in the sequence ${shrunk}, ${what}: expected ${expected}, got ${actual}`;
    if (!violatesMust(fault)) {
      if (givenUp !== undefined) inconclusive(givenUp);
      warning(story);
    }
    throw new AssertionError(story, { expected, actual });
  },
});
