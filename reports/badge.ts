/** Run record → a badge for a page: the verdict, and how many checks stand behind it. */
import { makeBadge } from 'badge-maker';

import type { RunRecord } from '../harness/record/run-record.js';

const colors = { conformant: 'brightgreen', nonconformant: 'red', incomplete: 'yellow' } as const;

export function badgeReport({ summary, selection }: RunRecord): string {
  const { verdict, fail, inconclusive, planned } = summary;
  const messages = {
    conformant: `conformant, ${String(planned)} checks`,
    nonconformant: `${String(fail)} of ${String(planned)} checks failed`,
    incomplete: `incomplete, ${String(inconclusive)} of ${String(planned)} open`,
  };
  const { shard } = selection;
  const part = shard === undefined ? '' : `shard ${String(shard.index)}/${String(shard.count)}: `;
  return `${makeBadge({ label: 'IOlkAccountHelper', message: `${part}${messages[verdict]}`, color: colors[verdict] })}\n`;
}
