/** `olkconform merge`: the records of all shards of a run, as the one record that a whole run would have brought. */
import type { Command } from 'commander';

import { conclude } from './conclude.js';
import type { ExitStatus } from './exit-status.js';
import { loadRules } from './load-rules.js';
import { collect } from './options.js';
import { remark } from './output.js';
import { parseReports } from './reports.js';
import { differences, judgedBy, readRecord } from './saved-record.js';
import { tell } from './spoken.js';

export function mergeCommand(program: Command, finish: (status: ExitStatus) => void): void {
  program
    .command('merge')
    .argument(
      '<records...>',
      tell('the records of all shards, made with olkconform run --shard i/n --report json=FILE'),
    )
    .description(tell('put the records of all shards together, and judge the whole'))
    .option('--report <FORMAT=FILE>', tell('write a report: json=FILE, junit=FILE …; repeatable'), collect)
    .option('--json', tell('print the run record instead of the report'))
    .action(async (files: string[], { json, report = [] }: { json?: true; report?: string[] }) => {
      const targets = parseReports(
        report,
        files.map((file) => ({ option: file, file })),
      );
      const records = files.map((name) => ({ name, record: readRecord(name) }));
      const { merge } = await import('../certify/merge.js');
      const rules = await loadRules();
      const merged = await judgedBy('merge', () => merge(records, rules));
      const checks = records.flatMap(({ record }) => record.checks);
      for (const difference of differences(checks, merged.checks)) remark(difference);
      finish(await conclude(merged, { json: json === true, targets }));
    });
}
