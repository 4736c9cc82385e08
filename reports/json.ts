/** Run record → JSON: the record itself, indented. */
import type { RunRecord } from '../harness/record/run-record.js';

export function jsonReport(record: RunRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
