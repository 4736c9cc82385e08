/** What a call answered, as findings tell it. */
import { hresultText, hresults } from '../catalogue/hresults.js';
import type { Observation } from '../record/exploration.js';
import type { OpenAnswer, Violation } from './violation.js';

/** What one call's answer has to say: nothing, where it is as it must be. */
export interface Answered {
  readonly violations: readonly Violation[];
  readonly open?: OpenAnswer;
}

export const asItMustBe: Answered = { violations: [] };

export function violated(statement: Violation['statement'], what: string, expected: string, actual: string): Answered {
  return { violations: [{ statement, what, expected, actual }] };
}

/** That the call answered one code, and no other will do. */
export function mustAnswer(
  { hresult }: Observation,
  code: keyof typeof hresults,
  statement: Violation['statement'],
  what: string,
): Answered {
  if (hresult === hresults[code]) return asItMustBe;
  return violated(statement, what, hresultText(hresults[code]), hresultText(hresult));
}

/** The first of several judgements that finds fault, or else the first that tells of an open answer. */
export function firstFault(...all: readonly Answered[]): Answered {
  return (
    all.find(({ violations }) => violations.length > 0) ?? all.find(({ open }) => open !== undefined) ?? asItMustBe
  );
}

export function references(count: number): string {
  return `${String(count)} reference${count === 1 ? '' : 's'}`;
}
