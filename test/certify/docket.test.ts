import { setImmediate as turn } from 'node:timers/promises';
import { expect } from 'chai';

import { Docket } from '../../harness/certify/docket.js';
import { judgeDocket, judge, type JudgeOptions } from '../../harness/certify/judge.js';
import { makePlan } from '../../harness/plan/plan.js';
import { everything } from '../../harness/plan/selection.js';
import type { Transcript } from '../../harness/record/run-record.js';
import { rules } from '../../suites/index.js';

const plan = makePlan(
  rules,
  rules.map(({ id }) => id),
  { session: 'offered', profile: 'p', profileCanBeTold: true, apartment: 'sta' },
);

const options: JudgeOptions = {
  facts: { profileIsKnown: true, machine: 'x64' },
  selection: everything,
  load: { kind: 'loaded', events: [], libraries: [] },
  faults: [],
  stopped: null,
};

const provider = { initializes: 0, uninitializes: 0, logons: 0, failedLogons: 0, sessions: [] };

/** Every call came back, with nothing to tell. */
const transcripts: Transcript[] = plan.scripts.map((script) => ({
  script,
  steps: script.steps.map(() => ({ outcome: { kind: 'returned', hresult: 0 }, provider, events: [], micros: 1 })),
}));

describe('Docket', () => {
  it('lets rules be heard while the scripts of others are still to come, with the same verdicts', async () => {
    const docket = new Docket(plan);
    const hearing = judgeDocket(plan, docket, options);
    for (const transcript of transcripts) {
      docket.add(transcript);
      // Whatever can be heard by now is.
      await turn();
    }
    docket.close();
    expect(await hearing).to.deep.equal(await judge(plan, transcripts, options));
  });

  it('keeps a rule waiting for its own scripts, and one of every call for all', async () => {
    const docket = new Docket(plan);
    const heard: string[] = [];
    const [own, all] = [rules.find(({ ofEveryCall }) => !ofEveryCall), rules.find(({ ofEveryCall }) => ofEveryCall)];
    if (own === undefined || all === undefined) throw new Error('there are both');
    const waiting = [own, all].map(async (rule) => {
      await docket.ready(rule);
      heard.push(rule.id);
    });
    for (const transcript of transcripts) docket.add(transcript);
    await waiting[0];
    expect(heard).to.deep.equal([own.id]);
    docket.close();
    await waiting[1];
    expect(heard).to.deep.equal([own.id, all.id]);
    expect(docket.turnOf(own)).to.be.lessThan(docket.turnOf(all));
  });
});
