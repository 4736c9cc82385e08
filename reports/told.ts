/** A run record as people are told it: its texts in their language, all else as it was. What machines get is the record. */
import type { Language } from '../harness/language/language.js';
import { sentenceTranslator } from '../harness/language/sentence.js';
import { statementTexts } from '../harness/language/statement-texts.js';
import { remedyOfDeath } from '../harness/record/remedy-of-death.js';
import type { RunRecord } from '../harness/record/run-record.js';

/**
 * What the catalogue and the rules say of a check is looked up by its id. What was found is written in English in the
 * record: sentences that are known are told in the language, the others are left (docs/reports.md says which).
 */
export async function toldIn(language: Language, record: RunRecord): Promise<RunRecord> {
  if (language === 'en') return record;
  const [textsOf, translated] = await Promise.all([statementTexts(language), sentenceTranslator(language)]);
  const orNull = (text: string | null): string | null => (text === null ? null : translated(text));
  return {
    ...record,
    environment: { ...record.environment, sandbox: translated(record.environment.sandbox) },
    checks: record.checks.map((check) => {
      const { title, requirement, howToFix: ofRule } = textsOf(check.id) ?? check;
      const own = ofRule ?? check.howToFix;
      const ofDeath = textsOf('abi/no-crash')?.howToFix ?? remedyOfDeath;
      const isOfDeath = check.id !== 'abi/no-crash' && check.howToFix.startsWith(remedyOfDeath);
      const howToFix = isOfDeath ? `${ofDeath} ${own}` : own;
      return {
        ...check,
        title,
        requirement,
        howToFix,
        reason: orNull(check.reason),
        expected: orNull(check.expected),
        actual: orNull(check.actual),
        steps: check.steps.map(translated),
      };
    }),
  };
}
