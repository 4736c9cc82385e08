import type { Language } from '../harness/language/language.js';
import type { RunRecord } from '../harness/record/run-record.js';
import { formats, isForPeople, type Format } from './formats.js';
import { toldIn } from './told.js';

/** The report of a run, in the reader's language where it is for people. */
export async function rendered(format: Format, record: RunRecord, language: Language): Promise<string> {
  const render = await formats[format](language);
  return render(isForPeople(format) ? await toldIn(language, record) : record, record);
}
