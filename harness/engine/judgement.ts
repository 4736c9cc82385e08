/** What one rule has to say of the transcripts, before Mocha: its evidence, and how a thrown verdict is read. */
import { AssertionError } from 'chai';

import { remedyOfDeath } from '../record/remedy-of-death.js';
import type { Twist } from '../record/exploration.js';
import type { Check, Transcript, Verdict } from '../record/run-record.js';
import type { Soak } from '../record/soak.js';
import type { Fault, Load } from '../record/transcript.js';
import { strayFaults } from '../record/stray-faults.js';
import type { Behaviour } from '../rule/behaviour.js';
import { Evidence, type Consulted } from '../rule/evidence.js';
import type { Explored } from '../rule/explored.js';
import type { Rule } from '../rule/rule.js';
import { refuseUntriedFailure, refuseWalk } from '../rule/mapi.js';
import { inconclusive, isOnlyRecommended, notApplicable, OtherVerdict } from '../rule/verdict.js';
import type { Asked, Happening, RunFacts } from '../rule/whole-run.js';
import { scriptKey, type ScriptDraft } from '../script/draft.js';
import { spelledAt } from '../script/spelled.js';
import type { Script } from '../script/step.js';
import { describeSteps } from './describe.js';

/** Everything that rules are judged by. */
export interface Case {
  /** The script that each draft of the rules became. */
  readonly bound: ReadonlyMap<ScriptDraft, Script>;
  readonly facts: RunFacts;
  readonly behaviour: Behaviour | undefined;
  readonly load: Load;
  readonly faults: readonly Fault[];
  /** What is only recommended fails, too. */
  readonly strict: boolean;
  readonly asked: Asked;
  /** By `scriptKey`. */
  readonly transcripts: ReadonlyMap<string, Transcript>;
  /** Absent: no sequences were tried. */
  readonly explored?: Explored | undefined;
  /** Absent: there was no soak. */
  readonly soak?: Soak | undefined;
}

export type Finding = Pick<Check, 'verdict' | 'reason' | 'expected' | 'actual' | 'steps'> & {
  /** What helps here instead of what the rule says. */
  readonly howToFix?: string;
};

/** One rule's hearing: runs `verify` and remembers how far it looked. */
export class Hearing {
  readonly #rule: Rule;
  readonly #case: Case;
  #consulted: Consulted | undefined;
  #looksAtAll = false;

  constructor(rule: Rule, theCase: Case) {
    this.#rule = rule;
    this.#case = theCase;
  }

  /** Returns for a pass; throws an AssertionError for a failure, an OtherVerdict for the rest. */
  hear(verdictOf: (id: string) => Verdict | undefined): void {
    for (const needed of this.#rule.needs) {
      if (verdictOf(needed) === 'fail') inconclusive(`it depends on ${needed}, which failed`);
    }
    const seesMapiCalls = this.#case.facts.mapi !== 'system';
    if (!seesMapiCalls) refuseWalk(this.#rule.id);
    this.#requireBehaviour();
    try {
      this.#rule.verify((name) => this.#evidenceOf(name), {
        happenings: () => this.#happenings(),
        load: this.#case.load,
        seesMapiCalls,
        strayFaults: strayFaults(this.#case.faults, this.#case.load, [
          ...this.#case.transcripts.values(),
          ...(this.#case.explored?.replays ?? []).map(({ transcript }) => transcript),
        ]),
        machine: this.#case.facts.machine,
        behaviour: this.#case.behaviour,
        asked: this.#case.asked,
        explored: this.#case.explored,
        soak: this.#case.soak,
        pointTo: (...place) => {
          this.#pointTo(...place);
        },
      });
    } catch (error) {
      // What was seen may be a violation, whatever was not looked at.
      if (error instanceof OtherVerdict) this.#refuseHalf();
      throw error;
    }
    this.#refuseHalf();
    if (!seesMapiCalls) refuseUntriedFailure(this.#rule.scripts.values());
  }

  /** How the thing that `hear` threw (or did not throw) reads in the record. */
  finding(thrown: unknown): Finding {
    if (thrown === undefined) return { verdict: 'pass', reason: null, expected: null, actual: null, steps: [] };
    const steps = this.#consulted === undefined ? [] : describeSteps(this.#consulted.transcript, this.#consulted.step);
    if (thrown instanceof OtherVerdict) {
      return { verdict: thrown.verdict, reason: thrown.message, expected: null, actual: null, steps };
    }
    if (!(thrown instanceof AssertionError))
      throw thrown instanceof Error ? thrown : new Error('a rule threw what is no error', { cause: thrown });
    const { expected, actual } = comparison(thrown);
    const remedy = this.#diesWhereNoneMay() ? { howToFix: `${remedyOfDeath} ${this.#rule.howToFix}` } : {};
    const isRecommended = this.#rule.statement.level === 'should' || isOnlyRecommended(thrown);
    return {
      verdict: isRecommended && !this.#case.strict ? 'warning' : 'fail',
      reason: plain(thrown.message),
      expected,
      actual,
      steps,
      ...remedy,
    };
  }

  #requireBehaviour(): void {
    const { appliesTo } = this.#rule;
    const { behaviour } = this.#case;
    if (appliesTo === null) return;
    if (behaviour === undefined) {
      const why = givenUpIn(this.#case.transcripts.values());
      inconclusive(why ?? 'the harness saw no session handed out, so it cannot tell whether the helper makes its own');
    }
    if (behaviour === appliesTo) return;
    notApplicable(
      behaviour === 'own'
        ? 'this helper hands out a session of its own'
        : 'this helper hands out the session that it was offered',
    );
  }

  /** Where there was no answer, the rule's advice about answers is only half of it, unless its call is one that kills some helpers. */
  #diesWhereNoneMay(): boolean {
    if (this.#consulted === undefined || this.#rule.ofEveryCall) return false;
    const { transcript, step } = this.#consulted;
    return !transcript.script.hazardous && transcript.steps[step]?.outcome.kind === 'died';
  }

  /** Inconclusive when scripts that this rule goes by were given up, or are missing from a record. */
  #refuseHalf(): void {
    const { bound, transcripts } = this.#case;
    if (this.#looksAtAll) {
      for (const script of bound.values())
        if (!script.hazardous && !transcripts.has(scriptKey(script)))
          inconclusive(`there is no transcript of "${script.name}"`);
    }
    const own = [...this.#rule.scripts.values()].flatMap((draft) => {
      const script = bound.get(draft);
      return script === undefined ? [] : (transcripts.get(scriptKey(script)) ?? []);
    });
    const all = this.#looksAtAll ? [...transcripts.values()].filter(({ script }) => !script.hazardous) : [];
    const why = givenUpIn([...own, ...all]);
    if (why !== undefined) inconclusive(why);
  }

  *#happenings(): Generator<Happening> {
    if (!this.#rule.ofEveryCall) throw new Error(`${this.#rule.id} does not say that it is of every call`);
    this.#looksAtAll = true;
    let called = false;
    const replayed = (this.#case.explored?.replays ?? []).map(({ transcript }) => transcript);
    for (const transcript of [...this.#case.transcripts.values(), ...replayed]) {
      if (transcript.script.hazardous) continue;
      for (const [at, step] of transcript.script.steps.entries()) {
        const outcome = transcript.steps[at]?.outcome;
        if (outcome === undefined) continue;
        called ||= outcome.kind !== 'unreached';
        this.#consulted = { transcript, step: at };
        yield { transcript, step, outcome };
      }
    }
    if (!called) inconclusive('nothing was ever called');
  }

  #pointTo(sequence: string, failLogons: number, step: number, twist?: Twist): void {
    const replay = this.#case.explored?.replays.find(
      (each) => each.sequence === sequence && each.failLogons === failLogons && each.twist === twist,
    );
    if (replay === undefined) return;
    const { transcript } = replay;
    this.#consulted = { transcript, step: spelledAt(transcript.script, step) };
  }

  #evidenceOf(name: string): Evidence {
    const draft = this.#rule.scripts.get(name);
    if (draft === undefined) throw new Error(`${this.#rule.id} has no script named ${name}`);
    const script = this.#case.bound.get(draft);
    const transcript = script === undefined ? undefined : this.#case.transcripts.get(scriptKey(script));
    if (transcript === undefined) return inconclusive(`there is no transcript of "${draft.name}"`);
    // A rule may look back to compare: the finding is at the furthest step of the script that it looked at last.
    return new Evidence(transcript, this.#case.facts, (consulted) => {
      const before = this.#consulted?.transcript === transcript ? this.#consulted.step : 0;
      this.#consulted = { transcript, step: Math.max(before, consulted.step) };
    });
  }
}

/** Why the first step was given up that was; undefined when none was. */
export function givenUpIn(transcripts: Iterable<Transcript>): string | undefined {
  for (const { steps } of transcripts)
    for (const { outcome } of steps) if (outcome.kind === 'unreached' && outcome.givenUp === true) return outcome.why;
  return undefined;
}

/** As chai tells of plain values; texts in which there are quotes are left as they are. */
const equality = /expected (-?\d+|null|true|false|'[^'\\]*') to equal (-?\d+|null|true|false|'[^'\\]*')$/;

/**
 * In the words of all other findings, which say first what is expected: `expected 1 to equal 0` reads as if it were 1. Chai
 * tells 0 from -0; here nothing is ever negative.
 */
function plain(message: string): string {
  return message.replaceAll(/(?<![\w+])\+0(?!\w)/g, '0').replace(equality, 'expected $2, got $1');
}

function comparison(error: InstanceType<typeof AssertionError>): { expected: string | null; actual: string | null } {
  const part = (name: 'expected' | 'actual'): string | null => {
    const value: unknown = Object.getOwnPropertyDescriptor(error, name)?.value;
    if (value === undefined) return null;
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  return { expected: part('expected'), actual: part('actual') };
}

/** The check of the record that belongs to a finding. */
export function checkOf(rule: Rule, finding: Finding): Check {
  const { level, title, requirement, source } = rule.statement;
  return { id: rule.id, level, title, requirement, source, howToFix: rule.howToFix, ...finding };
}
