import type { StatementId } from '../catalogue/catalogue.js';
import type { State } from './state.js';

/** What a step, or the end, did that the documents rule out. */
export interface Violation {
  /** The statement that is violated: its level is the violation's. */
  readonly statement: StatementId;
  /** The call, and under which circumstances. */
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}

/** The documents leave this answer open. Whatever it is, it must be the same each time that the question is the same. */
export interface OpenAnswer {
  readonly question: string;
  readonly answer: string;
  /** The statement that an answer violates that changes. */
  readonly statement: StatementId;
}

export interface Judged {
  readonly state: State;
  /** Empty: the step is as the documents have it. Behind a step that violates something nothing can be judged. */
  readonly violations: readonly Violation[];
  /** What is only advised against, whatever the statement's level: what comes behind it can be judged. */
  readonly advice?: readonly Violation[];
  readonly open?: OpenAnswer;
}
