import { AssertionError } from 'chai';

import type { Evidence } from '../../harness/rule/evidence.js';
import { rule } from '../../harness/rule/rule.js';
import { as, close, getMapiSession, open, release, script } from '../../harness/script/build.js';
import type { StepDraft } from '../../harness/script/draft.js';
import { unitsIn } from '../../harness/record/buffer-text.js';

const methods = new Map([
  [3, 'Placeholder1'],
  [4, 'GetIdentity'],
  [5, 'GetMapiSession'],
  [6, 'HandsOffSession'],
]);

const callSlot = (slot: number): StepDraft => as('call', { do: 'callSlot', on: 'helper', slot });

/** The method that left these traces; undefined when there are none, or when the call did not come back. */
function methodSeen(evidence: Evidence): string | undefined {
  if (!evidence.answered('call')) return undefined;
  const { out, buffer } = evidence.answer('call');
  const name = evidence.transcript.script.profile;
  if (name !== '' && unitsIn(buffer?.image ?? '').startsWith(name)) return 'GetIdentity';
  if (typeof out?.session === 'number') return 'GetMapiSession';
  return undefined;
}

/** True when the call took a reference away from the session that GetMapiSession had given. */
function handsOff(evidence: Evidence): boolean {
  if (!evidence.answered('get') || !evidence.answered('call')) return false;
  const id = evidence.answer('get').out?.session ?? null;
  if (id === null) return false;
  return evidence.session('call', id).references < evidence.session('get', id).references;
}

function refuse(slot: number, seen: string): void {
  const expected = `slot ${String(slot)} is ${methods.get(slot) ?? ''}`;
  const actual = `behaves as ${seen}`;
  throw new AssertionError(`${expected}, but it ${actual}`, { expected, actual });
}

export default rule({
  id: 'interface/vtable-order',
  needs: ['interface/iid'],
  howToFix:
    'Declare the methods in the order Placeholder1, GetIdentity, GetMapiSession, HandsOffSession, right after IUnknown, and nothing virtual between them.',
  scripts: {
    slot3: script('call slot 3 with arguments that suit every method', open(), callSlot(3), close()),
    slot4: script('call slot 4 with arguments that suit every method', open(), callSlot(4), close()),
    slot5: script('call slot 5 with arguments that suit every method', open(), callSlot(5), close()),
    slot6: script('call slot 6 with arguments that suit every method', open(), callSlot(6), close()),
    slot3Later: script(
      'call slot 3 when a session is out',
      open(),
      as('get', getMapiSession()),
      callSlot(3),
      release('session'),
      close(),
    ),
  },
  verify: (of) => {
    for (const slot of [3, 4, 5, 6] as const) {
      const seen = methodSeen(of(`slot${slot}`));
      if (seen !== undefined && seen !== methods.get(slot)) refuse(slot, seen);
    }
    if (handsOff(of('slot3Later'))) refuse(3, 'HandsOffSession');
    // Silence proves nothing: the two methods that leave traces must have come back.
    of('slot4').answer('call');
    of('slot5').answer('call');
  },
});
