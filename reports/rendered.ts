import type { Language } from '../harness/language/language.js';
import type { RunRecord } from '../harness/record/run-record.js';
import { formats, type Format } from './formats.js';
import { toldIn } from './told.js';

/** The report of a run, in the reader's language where it is for people. */
export async function rendered(format: Format, record: RunRecord, language: Language): Promise<string> {
  const { isForPeople, load } = formats[format];
  const render = await load(language);
  return render(isForPeople ? await toldIn(language, record) : record, record);
}
