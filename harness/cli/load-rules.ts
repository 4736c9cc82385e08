import type { Rule } from '../rule/rule.js';

/** The suites, loaded only when they are needed: a run has better things to do first. */
export async function loadRules(): Promise<readonly Rule[]> {
  const { rules } = await import('../../suites/index.js');
  return rules;
}
