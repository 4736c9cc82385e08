/**
 * The suite's own correctness: every mutant must fail exactly the checks that its file names, every reference none. A
 * mutant that fails too little was not caught; one that fails too much means a rule that accuses the innocent.
 */
import { everything, select } from '../plan/selection.js';
import { inspectSubject } from '../plan/subject.js';
import { Interrupted } from '../probe/interrupted.js';
import type { HostPlaces } from '../probe/launch.js';
import type { Check, RunRecord, Selection } from '../record/run-record.js';
import type { RecordedSequence } from '../record/sequence.js';
import type { Rule } from '../rule/rule.js';
import { workAtOnce } from './at-once.js';
import { certify } from './certify.js';
import type { Apartment } from '../script/step.js';
import type { TellProgress } from './tell-progress.js';
import { activationOfExample, dllOf, type Example } from './examples.js';
import { NotHandedOver } from './not-handed-over.js';

export interface ExampleResult {
  readonly name: string;
  readonly expected: readonly string[];
  /** What found fault with it: failures, and warnings where a SHOULD is concerned. */
  readonly failed: readonly string[];
  readonly inconclusive: readonly string[];
  /** The shortest sequence of calls that shows a fault of it; null: none of those that were tried does. */
  readonly sequence: string | null;
  /** Every check that it must fail did fail. */
  readonly killed: boolean;
  /** Findings that it does not deserve: failures, warnings or open verdicts that its file does not name. */
  readonly falseAlarms: readonly string[];
}

/** A helper that cannot be called from the apartment that was asked for: nothing was judged of it. */
export interface SkippedExample {
  readonly name: string;
  readonly why: string;
}

export interface Selftest {
  readonly summary: {
    readonly total: number;
    readonly killed: number;
    readonly falseAlarms: number;
    readonly skipped: number;
  };
  readonly mutants: readonly ExampleResult[];
  readonly references: readonly ExampleResult[];
  readonly skipped: readonly SkippedExample[];
}

export interface SelftestOptions {
  readonly places: HostPlaces;
  readonly loadRules: () => Promise<readonly Rule[]>;
  /** Sequences that helpers without a fault must pass as well. */
  readonly sequences?: readonly RecordedSequence[];
  /** For helpers that are not about one of their own. */
  readonly apartment: Apartment;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly onResult: (result: ExampleResult) => void;
  readonly progress?: TellProgress;
}

/** Within so many sequences a fault that lies deep is to be found, whatever they are made from. */
const sequencesForDeep = 200_000;

const seed = 1;

/** No other helper is tried beyond its scripts and short sequences: that would take most of the time. */
function furtherOf({ random, soak }: Example): Pick<Selection, 'random' | 'soak'> {
  if (random !== undefined) return { random: { count: sequencesForDeep, seed } };
  if (soak !== undefined) return { soak };
  return {};
}

/** A deep fault is to be told by a sequence that is hardly longer than the shortest that shows it. */
const lettersTooMany = 2;

function isShort({ random }: Example, { trials }: RunRecord): boolean {
  return random === undefined || (trials?.failing?.shrunk ?? '').length <= random.length + lettersTooMany;
}

export async function runExample(example: Example, options: Omit<SelftestOptions, 'onResult'>): Promise<RunRecord> {
  const activation = activationOfExample(example);
  const sequences = example.fails === undefined ? (options.sequences ?? []) : [];
  return certify({
    subject: inspectSubject(dllOf(example), activation),
    activation,
    mapiRegistry: example.mapiRegistry ?? false,
    session: example.session,
    apartment: example.apartment ?? options.apartment,
    profile: undefined,
    selection: { ...everything, ...furtherOf(example) },
    selected: select(everything, sequences),
    sequences,
    loadRules: options.loadRules,
    places: options.places,
    timeoutMs: options.timeoutMs,
    maxDeaths: 64,
    // Every processor has an example of its own.
    keepsSpare: false,
    signal: options.signal,
  });
}

interface Heard {
  readonly checks: readonly Check[];
  readonly sequence: string | null;
  /** The sequence that tells of a deep fault is short enough. */
  readonly isTold: boolean;
}

const unheard: Heard = { checks: [], sequence: null, isTold: true };

/** One that shows it where all is as usual, if any does. */
function shortestOf({ replays = [] }: RunRecord): string | null {
  const asUsual = replays.filter(({ twist }) => twist === undefined);
  const sequences = (asUsual.length > 0 ? asUsual : replays).map(({ sequence }) => sequence);
  return sequences.toSorted((a, b) => a.length - b.length)[0] ?? null;
}

function resultOf(example: Example, { checks, sequence, isTold }: Heard): ExampleResult {
  const of = (verdict: string): string[] => checks.filter((check) => check.verdict === verdict).map(({ id }) => id);
  const expected = example.fails ?? [];
  const open = example.inconclusive ?? [];
  const failed = [...of('fail'), ...of('warning')];
  const inconclusive = of('inconclusive');
  return {
    name: example.name,
    expected,
    failed,
    inconclusive,
    sequence,
    killed: isTold && expected.every((id) => failed.includes(id)),
    falseAlarms: [
      ...failed.filter((id) => !expected.includes(id)),
      ...inconclusive.filter((id) => !open.includes('*') && !open.includes(id)),
    ],
  };
}

/** A mutant that is about the second apartment and cannot be called from there has not been caught. */
async function judgeExample(
  example: Example,
  options: Omit<SelftestOptions, 'onResult'>,
): Promise<ExampleResult | SkippedExample> {
  try {
    const record = await runExample(example, options);
    // Half an example proves nothing.
    if (record.stopped !== null) throw new Interrupted('interrupted');
    const { checks } = record;
    return resultOf(example, { checks, sequence: shortestOf(record), isTold: isShort(example, record) });
  } catch (error) {
    if (!(error instanceof NotHandedOver)) throw error;
    return example.apartment === undefined ? { name: example.name, why: error.message } : resultOf(example, unheard);
  }
}

/** @throws what went wrong with the first example with which something did. */
export async function selftest(examples: readonly Example[], options: SelftestOptions): Promise<Selftest> {
  const results = new Map<string, ExampleResult>();
  const reasons = new Map<string, string>();
  await workAtOnce(examples, options.signal, async (example, signal) => {
    const outcome = await judgeExample(example, { ...options, signal });
    if ('why' in outcome) reasons.set(example.name, outcome.why);
    else {
      results.set(example.name, outcome);
      options.onResult(outcome);
    }
    options.progress?.('built-in helpers', results.size + reasons.size, examples.length);
  });
  const ordered = examples.flatMap(({ name }) => results.get(name) ?? []);
  const skipped = examples.flatMap(({ name }) => {
    const why = reasons.get(name);
    return why === undefined ? [] : [{ name, why }];
  });
  const mutants = ordered.filter(({ expected }) => expected.length > 0);
  return {
    summary: {
      total: mutants.length,
      killed: mutants.filter(({ killed }) => killed).length,
      falseAlarms: ordered.reduce((sum, { falseAlarms }) => sum + falseAlarms.length, 0),
      skipped: skipped.length,
    },
    mutants,
    references: ordered.filter(({ expected }) => expected.length === 0),
    skipped,
  };
}
