/** Run record → a badge for a page: the verdict, and how many checks stand behind it. */
import { makeBadge } from 'badge-maker';

import { findStatement, statementIds } from '../harness/catalogue/catalogue.js';
import { inEnglish } from '../harness/language/message.js';
import type { RunRecord } from '../harness/record/run-record.js';
import { knownFailuresText } from './subject-text.js';

const colors = { conformant: 'brightgreen', nonconformant: 'red', incomplete: 'yellow' } as const;

export function badgeReport(record: RunRecord): string {
  const { summary, selection } = record;
  const { verdict, fail, inconclusive, planned } = summary;
  const known = knownFailuresText(record);
  const all = statementIds.filter((id) => findStatement(id)?.excluded === undefined).length;
  const of = planned < all ? ` of ${String(all)}` : '';
  const checks = `${String(planned)}${of} ${planned === 1 && of === '' ? 'check' : 'checks'}`;
  const messages = {
    conformant: known === undefined ? `conformant, ${checks}` : `conformant ${inEnglish(known)}`,
    nonconformant: `${String(fail)} of ${String(planned)} checks failed`,
    incomplete: `incomplete, ${String(inconclusive)} of ${String(planned)} open`,
  };
  const { shard } = selection;
  const part = shard === undefined ? '' : `shard ${String(shard.index)}/${String(shard.count)}: `;
  const color = verdict === 'conformant' && known !== undefined ? 'yellowgreen' : colors[verdict];
  return `${makeBadge({ label: 'IOlkAccountHelper', message: `${part}${messages[verdict]}`, color })}\n`;
}
