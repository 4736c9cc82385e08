/**
 * `npm run bench [-- PART… --rounds N --json]`: what the product takes, part by part, beside what it is measured against.
 * Everything that is compared takes turns in one run. docs/bench.md says how to read it. The exit status is 1 when a
 * median does not keep its bound.
 */
import { parseArgs } from 'node:util';

import { comDriver, cppDriver, naiveDriver } from './parts/drivers.js';
import { growth } from './parts/growth.js';
import { memory } from './parts/memory.js';
import { startUp } from './parts/start-up.js';
import { steps } from './parts/steps.js';
import { wholeRun } from './parts/whole-run.js';
import { keeps, tableOf, type Findings } from './table.js';

interface Part {
  readonly title: string;
  readonly rounds: number;
  readonly measure: (rounds: number) => Promise<Findings>;
}

const parts: Readonly<Record<string, Part>> = {
  whole: { title: 'A whole run', rounds: 15, measure: wholeRun },
  start: { title: 'What a run waits for', rounds: 15, measure: startUp },
  steps: { title: 'A call', rounds: 9, measure: steps },
  cpp: { title: 'Beside a driver in C++', rounds: 7, measure: cppDriver },
  com: { title: 'Beside a driver in C#', rounds: 5, measure: comDriver },
  naive: { title: 'Beside edge-js with a call a step', rounds: 5, measure: naiveDriver },
  growth: { title: 'As it grows', rounds: 5, measure: growth },
  memory: { title: 'Memory', rounds: 3, measure: memory },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string' } },
});
const names = Object.keys(parts);
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) throw new Error(`No part of the bench: ${unknown.join(', ')}. There are ${names.join(', ')}.`);

const report: Record<string, unknown> = {};
for (const [name, { title, rounds, measure }] of Object.entries(parts)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const turns = values.rounds === undefined ? rounds : Number(values.rounds);
  const findings = await measure(turns);
  report[name] = { rounds: turns, ...findings };
  if (findings.rows.some((row) => keeps(row) === false)) process.exitCode = 1;
  if (!values.json) console.log(`${tableOf(`${title} (${name}, ${String(turns)} rounds)`, findings)}\n`);
}
if (values.json) console.log(JSON.stringify(report, null, 2));
