/**
 * A rule judges one statement of the catalogue: which scripts have to be run for it, and what their transcripts must
 * show. Each lives in `suites/<area>/<slug>.ts`.
 */
import { statementOf, type StatementId } from '../catalogue/catalogue.js';
import type { Statement } from '../catalogue/statement.js';
import type { ScriptDraft } from '../script/draft.js';
import type { Behaviour } from './behaviour.js';
import type { Evidence } from './evidence.js';
import type { WholeRun } from './whole-run.js';

export interface RuleDefinition<Name extends string> {
  readonly id: StatementId;
  /** The helpers that the statement speaks of; absent: all. */
  readonly appliesTo?: Behaviour;
  /** Needed for this one to make sense: when one of them fails, this one is inconclusive. */
  readonly needs?: readonly StatementId[];
  /** The statement is about every call, also those of other rules' scripts: it is judged when all have been run. */
  readonly ofEveryCall?: true;
  readonly howToFix: string;
  readonly scripts: Readonly<Record<Name, ScriptDraft>>;
  /**
   * Returns when the evidence shows what the statement demands; throws an assertion error when it does not. `of` gives
   * the evidence that the script of that name brought, `run` that of all scripts, for what holds of every call.
   */
  readonly verify: (of: (script: Name) => Evidence, run: WholeRun) => void;
}

/** A rule whose script names have been checked against its `verify` and may now be forgotten. */
export interface Rule {
  /** The statement's, or that of a sequence. */
  readonly id: string;
  readonly statement: Statement;
  readonly appliesTo: Behaviour | null;
  readonly needs: readonly StatementId[];
  readonly ofEveryCall: boolean;
  readonly howToFix: string;
  readonly scripts: ReadonlyMap<string, ScriptDraft>;
  readonly verify: (of: (script: string) => Evidence, run: WholeRun) => void;
}

/** Every method is called through its slot, so nothing else can be judged before these hold. */
export const foundations = ['interface/iid', 'interface/vtable-order'] as const satisfies StatementId[];

export function rule<Name extends string>(definition: RuleDefinition<Name>): Rule {
  const { id, appliesTo = null, needs = foundations, ofEveryCall = false, howToFix, scripts, verify } = definition;
  const byName = new Map(Object.entries<ScriptDraft>(scripts));
  return { id, statement: statementOf(id), appliesTo, needs, ofEveryCall, howToFix, scripts: byName, verify };
}
