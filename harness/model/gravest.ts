import { statementOf } from '../catalogue/catalogue.js';
import type { Finding } from './judge-exploration.js';

/** True where a MUST is violated, and not only what is recommended. */
export function violatesMust({ violations, isAdvice = false }: Pick<Finding, 'violations' | 'isAdvice'>): boolean {
  return !isAdvice && violations.some(({ statement }) => statementOf(statement).level === 'must');
}

/** The finding to tell of first: the shortest that violates a MUST, or else the shortest. */
export function gravest(findings: readonly Finding[]): Finding | undefined {
  return findings.find(violatesMust) ?? findings[0];
}
