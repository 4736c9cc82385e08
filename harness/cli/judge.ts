/** `olkconform judge`: the verdicts again, from a saved run record, without the DLL. */
import type { Command } from 'commander';

import { conclude } from './conclude.js';
import { loadRules } from './load-rules.js';
import type { ExitStatus } from './exit-status.js';
import { collect } from './options.js';
import { remark } from './output.js';
import { parseReports } from './reports.js';
import { differences, judgedBy, readRecord } from './saved-record.js';
import { tell } from './spoken.js';

export function judgeCommand(program: Command, finish: (status: ExitStatus) => void): void {
  program
    .command('judge')
    .argument('<record>', tell('a run record, made with olkconform run --report json=FILE'))
    .description(tell('judge a saved run record again, without the DLL'))
    .option('--report <FORMAT=FILE>', tell('write a report: json=FILE, junit=FILE …; repeatable'), collect)
    .option('--json', tell('print the run record instead of the report'))
    .action(async (file: string, { json, report = [] }: { json?: true; report?: string[] }) => {
      const targets = parseReports(report, [{ option: file, file }]);
      const record = readRecord(file);
      const { rejudge } = await import('../certify/rejudge.js');
      const rules = await loadRules();
      const judged = await judgedBy(file, () => rejudge(record, rules));
      for (const difference of differences(record.checks, judged.checks)) remark(difference);
      finish(await conclude(judged, { json: json === true, targets }));
    });
}
