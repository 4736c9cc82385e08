/** Judges a saved run record again, by the rules of this version. */
import { makePlan, type Plan } from '../plan/plan.js';
import { select } from '../plan/selection.js';
import { shardOf } from '../plan/shard.js';
import type { RunRecord } from '../record/run-record.js';
import { factsOf, type Explored } from '../rule/explored.js';
import type { Rule } from '../rule/rule.js';
import { ruleOf } from '../sequence/rule-of.js';
import { judge } from './judge.js';
import { toolIdentity } from './identity.js';

/** What a run of this selection has to do, as it stands in the record. */
export function planOfRecord({ subject, selection, sequences = [] }: RunRecord, rules: readonly Rule[]): Plan {
  const selected = select(selection, sequences);
  const allRules = [...rules, ...sequences.map(ruleOf)];
  const ids = selection.shard === undefined ? selected : shardOf(allRules, selected, selection.shard);
  return makePlan(allRules, ids, {
    session: subject.session.offered ? 'offered' : 'withheld',
    profile: subject.profile.name,
    profileCanBeTold: subject.profile.canBeTold,
    apartment: subject.apartment,
  });
}

/** What trying sequences brought; undefined where none were to be tried. */
function exploredIn(
  { subject, selection, explorations = [], trials, replays = [] }: RunRecord,
  { binding }: Plan,
): Explored | undefined {
  const exploresAll = (selection.depth ?? 0) > 0;
  if (!exploresAll && trials === undefined) return undefined;
  return {
    ...(exploresAll ? { explorations } : {}),
    ...(trials === undefined ? {} : { trials }),
    replays,
    ...factsOf(binding, subject.profile.isKnown),
  };
}

export async function rejudge(record: RunRecord, allRules: readonly Rule[]): Promise<RunRecord> {
  const { subject, selection, transcripts } = record;
  const plan = planOfRecord(record, allRules);
  const judged = await judge(plan, transcripts, {
    facts: { profileIsKnown: subject.profile.isKnown, machine: subject.machine, mapi: subject.mapi },
    selection,
    load: record.load,
    faults: record.faults,
    stopped: record.stopped,
    explored: exploredIn(record, plan),
    soak: record.soak,
  });
  return {
    ...record,
    tool: toolIdentity(),
    subject: { ...subject, session: { ...subject.session, observed: judged.behaviour ?? 'unknown' } },
    summary: judged.summary,
    checks: judged.checks,
  };
}
