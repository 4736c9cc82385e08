/** Asking a helper for interfaces: which ones, and how the answers are found again. */
import { iid, unknownIid } from '../../harness/catalogue/guids.js';
import type { Evidence } from '../../harness/rule/evidence.js';
import { as, query, release } from '../../harness/script/build.js';
import type { StepDraft } from '../../harness/script/draft.js';

/** Interfaces that a helper might well have, and one that none has. */
export const askedFor = { ...iid, unknown: unknownIid };

export type AskedFor = keyof typeof askedFor;

const isAskedFor = (name: string): name is AskedFor => name in askedFor;
export const allAskedFor: readonly AskedFor[] = Object.keys(askedFor).filter(isAskedFor);

export const question = (moment: string, name: AskedFor): string => `${moment}: ${name}`;

/** Asks for every interface through that object, and lets go at once of what came. */
export function askForAll(moment: string, on: string): StepDraft[] {
  return allAskedFor.flatMap((name) => {
    const given = `${moment}${name}`;
    return [as(question(moment, name), query(on, askedFor[name], given)), release(given)];
  });
}

/** The interfaces that the object gave at that moment. */
export function givenAt(evidence: Evidence, moment: string): AskedFor[] {
  return allAskedFor.filter((name) => evidence.answer(question(moment, name)).hresult === 0);
}
