import { rehearse } from '../../harness/certify/rehearsal.js';
import { makePlan } from '../../harness/plan/plan.js';
import { rules } from '../../suites/index.js';

describe('rehearse', () => {
  for (const session of ['offered', 'withheld'] as const) {
    it(`hears every rule with a session ${session}: none throws what is no verdict`, async () => {
      const plan = makePlan(
        rules,
        rules.map(({ id }) => id),
        { session, profile: 'p', profileCanBeTold: true, apartment: 'sta' },
      );
      await rehearse(plan);
    });
  }
});
