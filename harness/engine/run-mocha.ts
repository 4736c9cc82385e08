/**
 * Mocha as the engine: one test a check, in suites named after the areas. What Mocha cannot say (inconclusive, not applicable, a
 * warning) is kept beside it by id, and a check of which nothing came back is inconclusive, never absent.
 */
import Mocha from 'mocha';

import { areaTitle } from '../catalogue/catalogue.js';
import type { Check, Verdict } from '../record/run-record.js';
import type { Rule } from '../rule/rule.js';
import { OtherVerdict } from '../rule/verdict.js';
import { checkOf, Hearing, type Case, type Finding } from './judgement.js';

/** Mocha insists on a reporter; ours is the map of findings. */
class Silent extends Mocha.reporters.Base {}

/** How what the rules are judged by comes in. */
export interface Arrival {
  /** The rules are heard in this order: that of the moments at which they can be. */
  turnOf(rule: Rule): number;
  /** Comes when all is there that the rule is judged by. */
  ready(rule: Rule): Promise<void>;
}

/** Everything is there already. */
const arrived: Arrival = { turnOf: () => 0, ready: () => Promise.resolve() };

/**
 * Judges the rules; their checks come back in the rules' order.
 * @throws what a rule threw that is no verdict: a fault of the harness.
 */
export async function judgeRules(rules: readonly Rule[], theCase: Case, arrival: Arrival = arrived): Promise<Check[]> {
  const findings = new Map<string, Finding>();
  const verdictOf = (id: string): Verdict | undefined => findings.get(id)?.verdict;
  const faults: unknown[] = [];

  const mocha = new Mocha({ reporter: Silent, timeout: 0, retries: 0 });
  let suite: Mocha.Suite | undefined;
  for (const rule of neededFirst(rules.toSorted((a, b) => arrival.turnOf(a) - arrival.turnOf(b)))) {
    const area = areaTitle(rule.id);
    if (suite?.title !== area) suite = Mocha.Suite.create(mocha.suite, area);
    suite.addTest(
      new Mocha.Test(rule.id, async function hear(this: Mocha.Context) {
        await arrival.ready(rule);
        const hearing = new Hearing(rule, theCase);
        const thrown = thrownBy(() => {
          hearing.hear(verdictOf);
        });
        try {
          findings.set(rule.id, hearing.finding(thrown));
        } catch (fault) {
          faults.push(fault);
          throw fault;
        }
        if (thrown instanceof OtherVerdict) this.skip();
        if (thrown instanceof Error) throw thrown;
      }),
    );
  }

  await new Promise<void>((resolve) => {
    mocha.run(() => {
      resolve();
    });
  });
  mocha.dispose();
  if (faults.length > 0) throw faults[0];
  return rules.map((rule) => checkOf(rule, findings.get(rule.id) ?? lost));
}

/** In their order, but those that others need before those others: what is built on sand is not worth judging. */
function neededFirst(rules: readonly Rule[]): Rule[] {
  const ordered = new Set<Rule>();
  const visit = (rule: Rule): void => {
    for (const needed of rules) if (rule.needs.some((id) => id === needed.id) && needed.id !== rule.id) visit(needed);
    ordered.add(rule);
  };
  for (const rule of rules) visit(rule);
  return [...ordered];
}

const lost: Finding = {
  verdict: 'inconclusive',
  reason: 'the check was planned, and no verdict came back',
  expected: null,
  actual: null,
  steps: [],
};

function thrownBy(action: () => void): unknown {
  try {
    action();
    return undefined;
  } catch (error) {
    return error;
  }
}
