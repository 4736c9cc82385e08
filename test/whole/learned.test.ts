/** The state machines of real helpers, as they are learnt from all sequences, beside the documented ones. */
import { expect } from 'chai';

import { findExample } from '../../harness/certify/examples.js';
import { hostPlaces } from '../../harness/certify/host-places.js';
import { runExample } from '../../harness/certify/selftest.js';
import { compareMachines, documentedMachine } from '../../harness/model/compare-machines.js';
import { learn } from '../../harness/model/learned.js';
import { rules } from '../../suites/index.js';

/** As `gh g: S_OK, the same session`: after which calls, which call does what no documented helper does there. */
async function differencesOf(name: string): Promise<string[]> {
  const example = findExample(name);
  const { session: kind } = example;
  const { explorations, subject } = await runExample(example, {
    places: await hostPlaces(),
    loadRules: () => Promise.resolve(rules),
    apartment: 'sta',
    timeoutMs: 10_000,
    signal: new AbortController().signal,
  });
  const facts = {
    profile: subject.profile.name,
    failLogons: 0,
    session: subject.session.offered ? 'offered' : 'withheld',
  } as const;
  const [exploration] = explorations ?? [];
  const machine = exploration === undefined ? undefined : learn(exploration, kind, facts);
  if (machine === undefined) throw new Error(`nothing was learnt of ${name}`);
  return compareMachines(machine, documentedMachine(kind, facts), true).map(({ sequence, letter, learned }) =>
    `${sequence} ${letter}: ${learned.join(', ')}`.trimStart(),
  );
}

const machines: Readonly<Record<string, readonly string[]>> = {
  'own-session': [],
  'borrowed-session': [],
  'mutant/hands-off-borrowed-s-ok': ['h: S_OK, the session is kept'],
  'mutant/hands-off-borrowed-e-fail': ['h: E_FAIL, the session is kept'],
  'mutant/hands-off-borrowed-code-changes': ['h h: E_UNEXPECTED, the session is kept'],
  'mutant/hands-off-before-get-e-unexpected': ['h: E_UNEXPECTED'],
  'mutant/hands-off-own-e-notimpl': ['h: E_NOTIMPL', 'g h: E_NOTIMPL, the session is released'],
  'mutant/hands-off-own-releases-again': ['gh h: S_OK, a release too many'],
  'mutant/hands-off-reopen-crash': ['gh g: the process ended'],
  'mutant/hands-off-reopen-leaves-pointer': ['gh g: E_UNEXPECTED, the pointer untouched'],
  'mutant/hands-off-stale-pointer': ['gh g: S_OK, the same session, not kept'],
  'mutant/session-given-once': ['g g: 0x8004010B, NULL'],
  'mutant/session-logs-on-again': ['g g: S_OK, a new session'],
  'mutant/session-s-false': ["g: S_FALSE, the client's session"],
  'mutant/lifetime-no-destructor': ['g end: the session is left open, MAPI is left initialised'],
};

describe('the state machine that is learnt', () => {
  for (const [name, differences] of Object.entries(machines))
    it(`of ${name} differs ${differences.length === 0 ? 'nowhere' : `in ${differences.join('; ')}`}`, async () => {
      expect(await differencesOf(name)).to.deep.equal(differences);
    });
});
