/**
 * The suite's own correctness: every mutant must fail exactly the checks that its file names, every reference none. A
 * mutant that fails too little was not caught; one that fails too much means a rule that accuses the innocent.
 */
import { availableParallelism } from 'node:os';

import { select } from '../plan/selection.js';
import { inspectSubject } from '../plan/subject.js';
import { Interrupted } from '../probe/interrupted.js';
import type { HostPlaces } from '../probe/launch.js';
import type { RunRecord, Selection } from '../record/run-record.js';
import type { Rule } from '../rule/rule.js';
import { certify } from './certify.js';
import { activationOfExample, dllOf, type Example } from './examples.js';

export interface ExampleResult {
  readonly name: string;
  readonly expected: readonly string[];
  /** What found fault with it: failures, and warnings where a SHOULD is concerned. */
  readonly failed: readonly string[];
  readonly inconclusive: readonly string[];
  /** Every check that it must fail did fail. */
  readonly killed: boolean;
  /** Findings that it does not deserve: failures, warnings or open verdicts that its file does not name. */
  readonly falseAlarms: readonly string[];
}

export interface Selftest {
  readonly summary: { readonly total: number; readonly killed: number; readonly falseAlarms: number };
  readonly mutants: readonly ExampleResult[];
  readonly references: readonly ExampleResult[];
}

export interface SelftestOptions {
  readonly places: HostPlaces;
  readonly loadRules: () => Promise<readonly Rule[]>;
  readonly apartment: 'sta' | 'mta';
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly onResult: (result: ExampleResult) => void;
}

const everything: Selection = { only: [], skip: [], level: 'should', strict: false, tolerated: [] };

export async function runExample(example: Example, options: Omit<SelftestOptions, 'onResult'>): Promise<RunRecord> {
  const activation = activationOfExample(example);
  return certify({
    subject: inspectSubject(dllOf(example), activation),
    activation,
    mapiRegistry: example.mapiRegistry ?? false,
    session: example.session,
    apartment: options.apartment,
    profile: undefined,
    selection: everything,
    selected: select(everything),
    loadRules: options.loadRules,
    places: options.places,
    timeoutMs: options.timeoutMs,
    maxDeaths: 64,
    // Every processor has an example of its own.
    keepsSpare: false,
    signal: options.signal,
  });
}

function resultOf(example: Example, record: RunRecord): ExampleResult {
  const of = (verdict: string): string[] =>
    record.checks.filter((check) => check.verdict === verdict).map(({ id }) => id);
  const expected = example.fails ?? [];
  const open = example.inconclusive ?? [];
  const failed = [...of('fail'), ...of('warning')];
  const inconclusive = of('inconclusive');
  return {
    name: example.name,
    expected,
    failed,
    inconclusive,
    killed: expected.every((id) => failed.includes(id)),
    falseAlarms: [
      ...failed.filter((id) => !expected.includes(id)),
      ...inconclusive.filter((id) => !open.includes('*') && !open.includes(id)),
    ],
  };
}

/**
 * As many at once as there are processors: each has a child of its own. What goes wrong with one, goes wrong with the
 * selftest: the others are stopped.
 */
export async function selftest(examples: readonly Example[], options: SelftestOptions): Promise<Selftest> {
  const results = new Map<string, ExampleResult>();
  const waiting = [...examples];
  const stop = new AbortController();
  const stoppable = { ...options, signal: AbortSignal.any([options.signal, stop.signal]) };
  const worker = async (): Promise<void> => {
    for (let example = waiting.shift(); example !== undefined; example = waiting.shift()) {
      const record = await runExample(example, stoppable);
      // Half an example proves nothing.
      if (record.stopped !== null) throw new Interrupted('interrupted');
      const result = resultOf(example, record);
      results.set(example.name, result);
      options.onResult(result);
    }
  };
  const workers = Array.from({ length: availableParallelism() }, async () => {
    try {
      await worker();
    } catch (error) {
      stop.abort();
      throw error;
    }
  });
  await Promise.all(workers);
  const ordered = examples.flatMap(({ name }) => results.get(name) ?? []);
  const mutants = ordered.filter(({ expected }) => expected.length > 0);
  return {
    summary: {
      total: mutants.length,
      killed: mutants.filter(({ killed }) => killed).length,
      falseAlarms: ordered.reduce((sum, { falseAlarms }) => sum + falseAlarms.length, 0),
    },
    mutants,
    references: ordered.filter(({ expected }) => expected.length === 0),
  };
}
