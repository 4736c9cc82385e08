/**
 * The transcripts of a run as they come in. A rule is heard as soon as those of its own scripts are there, while the child
 * runs the next ones: what is left to judge when the last script has ended is little.
 */
import type { Arrival } from '../engine/run-mocha.js';
import { surveyScript, type Plan } from '../plan/plan.js';
import type { Transcript } from '../record/run-record.js';
import { behaviourIn, type Behaviour } from '../rule/behaviour.js';
import type { Rule } from '../rule/rule.js';
import { scriptKey } from '../script/draft.js';

export class Docket implements Arrival {
  readonly #transcripts = new Map<string, Transcript>();
  readonly #plan: Plan;
  readonly #survey: string;
  /** When each script is run, by its key. */
  readonly #turns: ReadonlyMap<string, number>;
  #isClosed = false;
  readonly #waiting: (() => void)[] = [];

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#survey = scriptKey(surveyScript(plan.binding));
    this.#turns = new Map(plan.scripts.map((script, at) => [scriptKey(script), at]));
  }

  /** By their scripts' keys, in the order in which they came. */
  get transcripts(): ReadonlyMap<string, Transcript> {
    return this.#transcripts;
  }

  /** Whose session the helper hands out; undefined when nobody can tell. */
  get behaviour(): Behaviour | undefined {
    const surveyed = this.#transcripts.get(this.#survey);
    return surveyed === undefined ? undefined : behaviourIn(surveyed);
  }

  add(transcript: Transcript): void {
    this.#transcripts.set(scriptKey(transcript.script), transcript);
    this.#tell();
  }

  /** Nothing more will come. */
  close(): void {
    this.#isClosed = true;
    this.#tell();
  }

  turnOf(rule: Rule): number {
    return rule.ofEveryCall
      ? Infinity
      : Math.max(0, ...this.#keysOf(rule).map((key) => this.#turns.get(key) ?? Infinity));
  }

  async ready(rule: Rule): Promise<void> {
    const keys = [this.#survey, ...this.#keysOf(rule)];
    const isReady = (): boolean => !rule.ofEveryCall && keys.every((key) => this.#transcripts.has(key));
    while (!this.#isClosed && !isReady()) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
  }

  #keysOf({ scripts }: Rule): string[] {
    return [...scripts.values()].flatMap((draft) => {
      const script = this.#plan.bound.get(draft);
      return script === undefined ? [] : [scriptKey(script)];
    });
  }

  #tell(): void {
    for (const tell of this.#waiting.splice(0)) tell();
  }
}
