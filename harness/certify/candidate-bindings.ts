import type { Subject } from '../record/run-record.js';
import type { Binding } from '../script/draft.js';

/** The ways to offer a session that come into question: two when nothing was declared. */
export function candidateBindings(
  declared: Subject['session']['declared'],
  unbound: Omit<Binding, 'session'>,
): readonly [Binding, ...Binding[]] {
  const offered: Binding = { ...unbound, session: 'offered' };
  const withheld: Binding = { ...unbound, session: 'withheld' };
  if (declared === 'auto') return [offered, withheld];
  return [declared === 'own' ? withheld : offered];
}
