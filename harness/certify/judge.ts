/** From a plan and its transcripts to verdicts. Needs no child, no DLL, no Windows: this is what `olkconform judge` runs. */
import type { Case } from '../engine/judgement.js';
import { judgeRules } from '../engine/run-mocha.js';
import type { Plan } from '../plan/plan.js';
import type { Check, Selection, Stopped, Summary, Transcript } from '../record/run-record.js';
import type { Soak } from '../record/soak.js';
import { summarise } from '../record/summary.js';
import { tolerate } from '../record/tolerance.js';
import type { Fault, Load } from '../record/transcript.js';
import type { Behaviour } from '../rule/behaviour.js';
import type { Explored } from '../rule/explored.js';
import type { RunFacts } from '../rule/whole-run.js';
import { Docket } from './docket.js';

export interface Judged {
  readonly checks: Check[];
  readonly summary: Summary;
  readonly behaviour: Behaviour | undefined;
}

export interface JudgeOptions {
  readonly facts: RunFacts;
  readonly selection: Selection;
  readonly load: Load;
  readonly faults: readonly Fault[];
  readonly stopped: Stopped;
  /** Asked for when all is there; absent: no sequences were tried, nothing lived on and on. */
  readonly explored?: Explored | undefined;
  readonly soak?: Soak | undefined;
}

/** Judges what was run. */
export function judge(plan: Plan, transcripts: readonly Transcript[], options: JudgeOptions): Promise<Judged> {
  const docket = new Docket(plan);
  for (const transcript of transcripts) docket.add(transcript);
  docket.close();
  return judgeDocket(plan, docket, options);
}

/** Judges what is being run, as it comes; `load` is asked for when the first transcript is there. */
export async function judgeDocket(plan: Plan, docket: Docket, options: JudgeOptions): Promise<Judged> {
  const { facts, selection, faults, stopped } = options;
  const theCase: Case = {
    bound: plan.bound,
    facts,
    strict: selection.strict,
    asked: {
      sequences: (selection.depth ?? 0) > 0,
      random: selection.random !== undefined,
      soak: selection.soak !== undefined,
    },
    get load() {
      return options.load;
    },
    faults,
    get explored() {
      return options.explored;
    },
    get soak() {
      return options.soak;
    },
    get behaviour() {
      return docket.behaviour;
    },
    transcripts: docket.transcripts,
  };
  const all = await judgeRules(plan.rules, theCase, docket);
  const checks = tolerate(
    all.filter(({ id }) => plan.selected.has(id)),
    selection.tolerated,
  );
  return { checks, summary: summarise(checks, stopped), behaviour: docket.behaviour };
}
