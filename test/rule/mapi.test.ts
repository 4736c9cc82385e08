import { expect } from 'chai';

import { judgeRules } from '../../harness/engine/run-mocha.js';
import type { Check, Transcript } from '../../harness/record/run-record.js';
import type { Outcome } from '../../harness/record/transcript.js';
import { behaviourIn } from '../../harness/rule/behaviour.js';
import { Evidence } from '../../harness/rule/evidence.js';
import { OtherVerdict } from '../../harness/rule/verdict.js';
import { bindScript, scriptKey } from '../../harness/script/draft.js';
import type { Step } from '../../harness/script/step.js';
import { draftOf, judge } from '../../harness/sequence/rule-of.js';
import { rules } from '../../suites/index.js';
import { look, nothing, provider, session, transcript, uncounted } from '../engine/transcripts.js';
import { lived } from '../model/correct-helper.js';
import { read } from '../sequence/problem-of.js';

const facts = { profileIsKnown: true, machine: 'x64', mapi: 'system' } as const;

const create = (offered: 'offered' | 'withheld'): Step => ({ do: 'create', as: 'unknown', session: offered });
const get: Step = { do: 'getMapiSession', on: 'helper', out: 'memory', as: 'session', label: 'get' };
const gave = (id: number | null): Outcome => ({ kind: 'returned', hresult: 0, out: { pointer: 'p2', session: id } });
const made: Outcome = { kind: 'returned', hresult: 0, out: { pointer: 'p1', session: null } };

function evidenceOf(seen: Transcript): Evidence {
  return new Evidence(uncounted(seen), facts, () => undefined);
}

function verdictOf(asks: () => unknown): string {
  try {
    asks();
    return 'answered';
  } catch (error) {
    if (error instanceof OtherVerdict) return error.verdict;
    throw error;
  }
}

describe("judging against the machine's own MAPI", () => {
  const held = provider(session({ references: 2, overReleases: 1 }));
  const lifeOf = (id: number | null): Transcript =>
    transcript([create('withheld'), made], [get, gave(id), held], [look('end'), { kind: 'returned' }, held]);

  it('goes by what its sessions tell of themselves', () => {
    const evidence = evidenceOf(lifeOf(1));
    expect(evidence.sessions('end')).to.deep.equal([{ id: 1, origin: 'logon', references: 2, overReleases: 1 }]);
    expect(evidence.session('end', evidence.sessionGivenBy('get')).references).to.equal(2);
    expect(behaviourIn(uncounted(lifeOf(1)))).to.equal('own');
  });

  it('says nothing of calls that nobody saw', () => {
    const evidence = evidenceOf(lifeOf(1));
    expect(verdictOf(() => evidence.counters('end'))).to.equal('not-applicable');
    expect(verdictOf(() => evidence.eventsUntil('end'))).to.equal('not-applicable');
  });

  it('leaves open what an object of the helper around a session holds', () => {
    expect(verdictOf(() => evidenceOf(lifeOf(null)).sessions('end'))).to.equal('inconclusive');
  });

  it('leaves open what sessions hold that do not tell it', () => {
    const silent = transcript([create('offered'), made], [look('end'), { kind: 'returned' }]);
    expect(verdictOf(() => evidenceOf(silent).sessions('end'))).to.equal('inconclusive');
    const withheld = transcript([create('withheld'), made], [look('end'), { kind: 'returned' }]);
    expect(evidenceOf(withheld).sessions('end')).to.deep.equal([]);
  });

  it('passes no walk, no call of MAPI, and nothing that MAPI has to fail for', async () => {
    const isOfOthers =
      /^mapi\/|^sequence\/(exhaustive|random)$|^soak\/|^get-mapi-session\/(result|success-gives-session)$/;
    const binding = { session: 'withheld', profile: 'Outlook', profileCanBeTold: true, apartment: 'sta' } as const;
    const chosen = rules.filter(({ id }) => isOfOthers.test(id));
    const bound = new Map(
      chosen.flatMap((each) => [...each.scripts.values()].map((draft) => [draft, bindScript(draft, binding)] as const)),
    );
    const transcripts = new Map([...bound.values()].map((script) => [scriptKey(script), lived('own', script)]));
    const checksBy = (mapi: 'system' | undefined): Promise<Check[]> =>
      judgeRules(chosen, { ...nothing, facts: { ...facts, mapi }, behaviour: 'own', bound, transcripts });
    const passed = (checks: readonly Check[]): string[] =>
      checks.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id);
    for (const { id, verdict } of await checksBy('system')) expect(verdict, id).to.equal('not-applicable');
    expect(passed(await checksBy(undefined))).to.include.members(['mapi/not-in-dllmain', 'get-mapi-session/result']);
  });

  it('judges the answers of a sequence, but not by the model', () => {
    const sequence = read(
      'name: a\nexpect: documented\nsteps: [open, { do: getMapiSession, as: session }, placeholder1, { do: release, on: session }, handsOffSession, close]',
    );
    const binding = { session: 'withheld', profile: 'Outlook', profileCanBeTold: true, apartment: 'sta' } as const;
    const good = lived('own', bindScript(draftOf(sequence), binding));
    expect(verdictOf(() => judge(sequence, evidenceOf(good), 'own'))).to.equal('not-applicable');
    const steps = good.steps.map((step, at) =>
      good.script.steps[at]?.do === 'placeholder1'
        ? { ...step, outcome: { kind: 'returned', hresult: 0 } as const }
        : step,
    );
    expect(() => judge(sequence, evidenceOf({ ...good, steps }), 'own')).to.throw('E_NOTIMPL');
  });
});
