/**
 * `--shard i/n`: the checks of a run dealt out to several runs, on several machines. Every run deals them out the same
 * way, so that each check is in exactly one; what shares scripts stays together where that leaves no shard idle.
 */
import { say } from '../language/message.js';
import type { Shard } from '../record/run-record.js';
import { foundations, type Rule } from '../rule/rule.js';
import { bindScript, scriptKey, type Binding, type ScriptDraft } from '../script/draft.js';
import { survey } from '../script/survey.js';
import { UsageError } from './usage-error.js';

const form = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/;

/** `2/3` is the second of three. */
export function parseShard(text: string): Shard {
  const [, index, count] = (form.exec(text) ?? []).map(Number);
  if (index === undefined || count === undefined || index > count) {
    throw new UsageError(
      say('--shard {text}: not of the form i/n, with i from 1 to n.', { text }),
      'The first of three is --shard 1/3, the last --shard 3/3.',
    );
  }
  return { index, count };
}

/** A shard without a check would judge nothing and look like a success: so a split that has one is refused in every shard. */
export function refuseIdleShards({ index, count }: Shard, checks: number): void {
  if (count <= checks) return;
  throw new UsageError(
    say(
      '--shard {shard}: there is only {count} check to deal out.|--shard {shard}: there are only {count} checks to deal out.',
      { shard: `${String(index)}/${String(count)}`, count: checks },
    ),
    say('Take {count} shard at most.|Take {count} shards at most.', { count: checks }),
  );
}

/** How long a check takes that needs no script of its own, against a step of a script. */
const weightOfCheck = 1;

/** Checks that stay together, and how much there is to run for them. */
interface Group {
  readonly rules: readonly Rule[];
  readonly weight: number;
}

/** For comparing scripts only; which run it is changes nothing in what is shared. */
const anyBinding: Binding = { session: 'offered', profile: '', profileCanBeTold: true, apartment: 'sta' };

/** The steps of each script by its key. */
type Scripts = ReadonlyMap<string, number>;

function scriptsOf(drafts: Iterable<ScriptDraft>): Scripts {
  return new Map([...drafts].map((draft) => [scriptKey(bindScript(draft, anyBinding)), draft.steps.length]));
}

const isFoundation = (id: string): boolean => foundations.some((each) => each === id);

function groupOf(rules: readonly Rule[], scripts: (rule: Rule) => Scripts): Group {
  const own = new Map(rules.flatMap((rule) => [...scripts(rule)]));
  const steps = [...own.values()].reduce((sum, each) => sum + each, 0);
  return { rules, weight: steps + rules.length * weightOfCheck };
}

/** Rules of which one shares a script with the next, or needs it, each group in the order of the documents. */
function connected(rules: readonly Rule[], scripts: (rule: Rule) => Scripts): Rule[][] {
  let groups: { readonly members: ReadonlySet<Rule>; readonly marks: ReadonlySet<string> }[] = [];
  for (const rule of rules) {
    const needs = rule.needs.filter((id) => !isFoundation(id));
    const marks = new Set([...scripts(rule).keys(), rule.id, ...needs]);
    const touching = groups.filter((group) => [...group.marks].some((mark) => marks.has(mark)));
    const joined = {
      members: new Set([...touching.flatMap(({ members }) => [...members]), rule]),
      marks: new Set([...touching.flatMap((group) => [...group.marks]), ...marks]),
    };
    groups = [...groups.filter((group) => !touching.includes(group)), joined];
  }
  return groups.map(({ members }) => rules.filter((rule) => members.has(rule)));
}

/** Halves whatever is more than one shard's part, and goes on while there are fewer groups than shards. */
function divided(groups: readonly Group[], count: number, scripts: (rule: Rule) => Scripts): Group[] {
  const part = groups.reduce((sum, { weight }) => sum + weight, 0) / count;
  const done: Group[] = [];
  const waiting = [...groups];
  for (;;) {
    waiting.sort((a, b) => a.weight - b.weight);
    const largest = waiting.pop();
    if (largest === undefined) return done;
    const { rules, weight } = largest;
    const isMore = weight > part || done.length + waiting.length + 1 < count;
    const half = Math.ceil(rules.length / 2);
    if (isMore && rules.length > 1)
      waiting.push(groupOf(rules.slice(0, half), scripts), groupOf(rules.slice(half), scripts));
    else done.push(largest);
  }
}

/** The ids of the shard, in the order in which they were given. Of as many shards as there are ids, none is idle. */
export function shardOf(all: readonly Rule[], ids: readonly string[], { index, count }: Shard): string[] {
  // They are run in every shard.
  const common = scriptsOf([
    survey,
    ...all.flatMap((rule) => (isFoundation(rule.id) ? [...rule.scripts.values()] : [])),
  ]);
  const known = new Map(
    all.map((rule) => [rule, new Map([...scriptsOf(rule.scripts.values())].filter(([key]) => !common.has(key)))]),
  );
  const scripts = (rule: Rule): Scripts => known.get(rule) ?? new Map();
  const wanted = new Set(ids);
  const rules = all.filter(({ id }) => wanted.has(id));
  const groups = connected(rules, scripts).map((each) => groupOf(each, scripts));
  const shards = Array.from({ length: count }, () => ({ weight: 0, ids: new Set<string>() }));
  // The heaviest first, each to whoever has least: sort is stable, so every run comes to the same.
  for (const group of divided(groups, count, scripts).toSorted((a, b) => b.weight - a.weight)) {
    const lightest = shards.reduce((least, each) => (each.weight < least.weight ? each : least));
    lightest.weight += group.weight;
    for (const { id } of group.rules) lightest.ids.add(id);
  }
  return ids.filter((id) => shards[index - 1]?.ids.has(id) === true);
}
