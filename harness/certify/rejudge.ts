/** Judges a saved run record again, by the rules of this version. */
import { makePlan } from '../plan/plan.js';
import { select } from '../plan/selection.js';
import type { RunRecord } from '../record/run-record.js';
import type { Rule } from '../rule/rule.js';
import { judge } from './judge.js';
import { toolIdentity } from './identity.js';

export async function rejudge(record: RunRecord, allRules: readonly Rule[]): Promise<RunRecord> {
  const { subject, selection, transcripts } = record;
  const plan = makePlan(allRules, select(selection), {
    session: subject.session.offered ? 'offered' : 'withheld',
    profile: subject.profile.name,
    profileCanBeTold: subject.profile.canBeTold,
    apartment: subject.apartment,
  });
  const judged = await judge(plan, transcripts, {
    facts: { profileIsKnown: subject.profile.isKnown, machine: subject.machine },
    selection,
    load: record.load,
    faults: record.faults,
    stopped: record.stopped,
  });
  return {
    ...record,
    tool: toolIdentity(),
    subject: { ...subject, session: { ...subject.session, observed: judged.behaviour ?? 'unknown' } },
    summary: judged.summary,
    checks: judged.checks,
  };
}
