import type { Evidence } from '../../harness/rule/evidence.js';
import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { handedOffTwice, handedOffTwiceAfterRelease } from '../scripts/lives.js';

function secondTakesNothing(evidence: Evidence): void {
  const before = evidence.sessions('first');
  const after = evidence.sessions('second');
  for (const first of before) {
    const second = after.find(({ id }) => id === first.id) ?? first;
    expect(first.references - second.references, 'references that the second HandsOffSession took away').to.equal(0);
    expect(second.overReleases - first.overReleases, 'releases too many by the second HandsOffSession').to.equal(0);
  }
}

export default rule({
  id: 'hands-off-session/twice',
  howToFix: 'Set the session member to nullptr when it is released, and release it only when it is not nullptr.',
  scripts: { handedOffTwice, handedOffTwiceAfterRelease },
  verify: (of) => {
    secondTakesNothing(of('handedOffTwice'));
    secondTakesNothing(of('handedOffTwiceAfterRelease'));
  },
});
