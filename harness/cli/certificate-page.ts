/** The page for people in a certificate. */
import { formats, isFormat } from '../../reports/formats.js';
import type { RunRecord } from '../record/run-record.js';

const pageFormat: string = 'html';

/** undefined: there is no such format. */
export async function certificatePage(record: RunRecord): Promise<string | undefined> {
  if (!isFormat(pageFormat)) return undefined;
  const render = await formats[pageFormat]();
  return render(record);
}

/** Every page that a certificate of this record may have. */
export async function possiblePages(record: RunRecord): Promise<readonly string[]> {
  const page = await certificatePage(record);
  return page === undefined ? [] : [page];
}
