import { expect } from '../../harness/rule/hresult-assertion.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, getIdentity, hazardous, open, script, withProfile } from '../../harness/script/build.js';
import type { ScriptDraft } from '../../harness/script/draft.js';
import { names, sizeOf } from '../scripts/names.js';

const name = names.ascii;
const capacities = [0, 1, sizeOf(name) - 1, sizeOf(name), sizeOf(name) + 1, 100];
const label = (capacity: number): string => `capacity${String(capacity)}`;

/** The page behind this buffer ends the process when it is touched, also by a read. */
const atTheEdge = (capacity: number): ScriptDraft =>
  hazardous(
    withProfile(
      name,
      script(
        `ask for the name with ${String(capacity)} characters and a guard page right behind them`,
        open(),
        as(label(capacity), getIdentity(capacity, 'guarded')),
        close(),
      ),
    ),
  );

export default rule({
  id: 'get-identity/in-bounds',
  howToFix:
    'Write at most *pcch WCHARs, and only wcslen(name) + 1 of them: no padding, no extra zero, no fixed-size copy.',
  scripts: {
    watched: withProfile(
      name,
      script(
        'ask for the name with watched memory around the buffer',
        open(),
        capacities.map((capacity) => as(label(capacity), getIdentity(capacity))),
        close(),
      ),
    ),
    tooSmallAtTheEdge: atTheEdge(sizeOf(name) - 1),
    fittingAtTheEdge: atTheEdge(sizeOf(name)),
  },
  verify: (of) => {
    const watched = of('watched');
    for (const capacity of capacities) {
      const { buffer } = watched.answer(label(capacity));
      const what = `characters that GetIdentity, told of ${String(capacity)}, changed`;
      expect(buffer?.changedBehind, `${what} behind the buffer`).to.equal(0);
      expect(buffer?.changedBefore, `${what} before the buffer`).to.equal(0);
    }
    of('tooSmallAtTheEdge').answerOrFail(label(sizeOf(name) - 1));
    of('fittingAtTheEdge').answerOrFail(label(sizeOf(name)));
  },
});
