/** The records of all shards of a run, put together into the record that one run would have brought. */
import { isDeepStrictEqual } from 'node:util';

import { joined, say, type Filled, type Message } from '../language/message.js';
import { surveyScript } from '../plan/plan.js';
import { UsageError } from '../plan/usage-error.js';
import type { RunRecord, Shard, Transcript, Verdict } from '../record/run-record.js';
import type { Fault, Load } from '../record/transcript.js';
import { untoldFaults } from '../record/stray-faults.js';
import type { Rule } from '../rule/rule.js';
import { scriptKey } from '../script/draft.js';
import type { Script } from '../script/step.js';
import { candidateBindings } from './candidate-bindings.js';
import { toolIdentity } from './identity.js';
import { mergedBeside } from './merged-beside.js';
import { planOfRecord, rejudge } from './rejudge.js';

/** A record, and how it is to be spoken of. */
export interface NamedRecord {
  readonly name: string;
  readonly record: RunRecord;
}

interface NamedShard extends NamedRecord {
  readonly shard: Shard;
}

function refuse(what: Filled, advice: Message): never {
  throw new UsageError(joined(['merge', what], ': '), advice);
}

function shardsOf(records: readonly NamedRecord[]): NamedShard[] {
  return records.map(({ name, record }) => {
    const { shard } = record.selection;
    if (shard === undefined)
      return refuse(
        say('{name} is the record of a whole run, not of a shard.', { name }),
        'Give the records of run --shard i/n.',
      );
    return { name, record, shard };
  });
}

/** In their order; every shard of one split, and each once. */
function wholeSplit(shards: readonly NamedShard[]): [NamedShard, ...NamedShard[]] {
  const ordered = shards.toSorted((a, b) => a.shard.index - b.shard.index);
  const [first, ...others] = ordered;
  if (first === undefined) return refuse(say('no record was given.'), 'Give the records of all shards.');
  const { count } = first.shard;
  const stranger = others.find(({ shard }) => shard.count !== count);
  if (stranger !== undefined)
    refuse(
      say('{first} is one of {shards} shards, {name} one of {others}.', {
        first: first.name,
        shards: count,
        name: stranger.name,
        others: stranger.shard.count,
      }),
      'Give the records of one split.',
    );
  for (const [at, { name, shard }] of ordered.entries()) {
    const before = ordered[at - 1];
    if (before?.shard.index === shard.index)
      refuse(
        say('{first} and {name} are both shard {shard}.', {
          first: before.name,
          name,
          shard: `${String(shard.index)}/${String(count)}`,
        }),
        'Give each once.',
      );
  }
  const there = ordered.map(({ shard }) => shard.index);
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !there.includes(index));
  if (missing.length > 0) {
    const names = missing.map((index) => `${String(index)}/${String(count)}`).join(', ');
    refuse(
      say('there is no record of shard {names}.', { names }),
      'Give the records of all shards: one that is missing is no pass.',
    );
  }
  return [first, ...others];
}

/** What has to be the same in all shards of one run, each with the name that it is told under. */
function commonsOf({
  tool,
  subject,
  environment,
  selection,
  sequences,
}: RunRecord): readonly (readonly [Filled, unknown])[] {
  const { shard: _shard, ...chosen } = selection;
  return [
    [say('DLLs'), subject.sha256],
    [say('versions of olkconform'), [tool.version, tool.catalogue]],
    [say('ways into the DLL'), subject.activation],
    [say('options --session'), subject.session.declared],
    [say('options --apartment'), subject.apartment],
    [say('options --mapi-registry'), subject.mapiRegistry],
    [say('options --mapi'), subject.mapi],
    [say('options --heap-guard'), subject.heapGuard],
    [say('profiles'), subject.profile],
    [say('options --only, --skip, --level, --strict or tolerances'), chosen],
    [say('sequences'), sequences],
    [say('machines (platform, Node, Wine or sandbox)'), environment],
  ];
}

function refuseOthers([first, ...others]: readonly [NamedShard, ...NamedShard[]]): void {
  const wanted = commonsOf(first.record);
  for (const { name, record } of others) {
    for (const [at, [what, value]] of commonsOf(record).entries()) {
      if (isDeepStrictEqual(value, wanted[at]?.[1])) continue;
      refuse(
        say('{first} and {name} are of different {what}.', { first: first.name, name, what }),
        'Give the records of one split of one run.',
      );
    }
    if (record.subject.session.offered !== first.record.subject.session.offered)
      refuse(
        say('{first} and {name} saw different behaviour: one helper was offered a session, the other was not.', {
          first: first.name,
          name,
        }),
        'Say with --session whose session the helper hands out.',
      );
  }
  const tool = toolIdentity();
  if (!isDeepStrictEqual(first.record.tool, tool))
    refuse(
      say('{first} was made by another olkconform ({version}) than this one ({own}).', {
        first: first.name,
        version: first.record.tool.version,
        own: tool.version,
      }),
      'Merge with the olkconform that made the records.',
    );
}

const hasDied = ({ steps }: Transcript): boolean => steps.some(({ outcome }) => outcome.kind === 'died');

const wasGivenUp = ({ steps }: Transcript): boolean =>
  steps.some(({ outcome }) => outcome.kind === 'unreached' && outcome.givenUp === true);

/** A script that several shards have run: a death is not to be forgotten, and any answer is better than none. */
function tellsMore(one: Transcript, other: Transcript): boolean {
  if (hasDied(one) !== hasDied(other)) return hasDied(one);
  return wasGivenUp(other) && !wasGivenUp(one);
}

/** The scripts of a whole run by their keys, in its order: what the survey ran comes before all else. */
function scriptsOfWhole(whole: RunRecord, rules: readonly Rule[]): Map<string, Script> {
  const { binding, scripts } = planOfRecord(whole, rules);
  const bindings = candidateBindings(whole.subject.session.declared, binding);
  const isSurveyed = bindings.length > 1 || binding.apartment === 'second-sta';
  const surveyed = isSurveyed ? bindings.map(surveyScript) : [];
  return new Map([...surveyed, ...scripts].map((script) => [scriptKey(script), script]));
}

/** The transcript that counts of each script, by its key. */
function chosenTranscripts(shards: readonly NamedShard[]): Map<string, Transcript> {
  const chosen = new Map<string, Transcript>();
  for (const transcript of shards.flatMap(({ record }) => record.transcripts)) {
    const key = scriptKey(transcript.script);
    const known = chosen.get(key);
    if (known === undefined || tellsMore(transcript, known)) chosen.set(key, transcript);
  }
  return chosen;
}

function mergedLoad(loads: readonly [Load, ...Load[]]): Load {
  const of = (kind: Load['kind']): Load | undefined => loads.find((load) => load.kind === kind);
  return of('died') ?? of('loaded') ?? loads[0];
}

/** The ends of processes that one run would have seen: not those within scripts that another shard has run as well. */
function mergedFaults(shards: readonly NamedShard[], kept: ReadonlySet<Transcript | Load>): Fault[] {
  return shards.flatMap(({ record: { faults, load, transcripts } }) =>
    untoldFaults(
      faults,
      kept.has(load) ? undefined : load,
      transcripts.filter((each) => !kept.has(each)),
    ),
  );
}

const isClean = (verdict: Verdict | undefined): boolean => verdict === 'pass' || verdict === 'not-applicable';

/**
 * What a shard has found must be found in the whole, and what its transcripts left open must stay so: the others may
 * have met the helper in a better mood. Only what was given up may be known from elsewhere.
 */
async function refuseLostFindings(
  merged: RunRecord,
  shards: readonly NamedShard[],
  rules: readonly Rule[],
): Promise<void> {
  const verdicts = new Map(merged.checks.map(({ id, verdict }) => [id, verdict]));
  for (const { name, record } of shards) {
    const mayBeKnown = record.transcripts.some(wasGivenUp);
    const { checks } = await rejudge(record, rules);
    const lost = checks.find(
      ({ id, verdict }) =>
        !isClean(verdict) && !(verdict === 'inconclusive' && mayBeKnown) && isClean(verdicts.get(id)),
    );
    if (lost === undefined) continue;
    refuse(
      say('{id} is {verdict} by the transcripts of {name}, and not by those of the other shards.', {
        id: lost.id,
        verdict: say(lost.verdict),
        name,
      }),
      'The helper does not always do the same: judge it in one run, without --shard.',
    );
  }
}

/**
 * The verdicts are judged anew from the transcripts, under the scripts' names in a whole run.
 * @throws UsageError when the records are not all shards of one split of one run.
 */
export async function merge(records: readonly NamedRecord[], rules: readonly Rule[]): Promise<RunRecord> {
  const shards = wholeSplit(shardsOf(records));
  refuseOthers(shards);
  const [{ record: first }, ...others] = shards;
  const { shard: _shard, ...selection } = first.selection;
  const all = shards.map(({ record }) => record);
  const whole: RunRecord = { ...first, selection };
  const chosen = chosenTranscripts(shards);
  const load = mergedLoad([first.load, ...others.map(({ record }) => record.load)]);
  const [startedAt = first.startedAt] = all.map((record) => record.startedAt).toSorted();
  const merged = await rejudge(
    {
      ...whole,
      startedAt,
      durationMs: all.reduce((sum, { durationMs }) => sum + durationMs, 0),
      faults: mergedFaults(shards, new Set<Transcript | Load>([...chosen.values(), load])),
      load,
      transcripts: [...scriptsOfWhole(whole, rules)].flatMap(([key, script]) => {
        const transcript = chosen.get(key);
        return transcript === undefined ? [] : { ...transcript, script };
      }),
      ...mergedBeside(all),
    },
    rules,
  );
  await refuseLostFindings(merged, shards, rules);
  return merged;
}
