/**
 * `node dist/bench/loaded.js [TIMES]`: runs in a row, 20 unless told otherwise, while every processor is kept busy by
 * somebody else. Each must give the verdicts that the same run gave before.
 */
import { execFile, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

import { root } from '../harness/certify/host-places.js';
import { runRecordSchema } from '../harness/record/run-record.js';
import { placesOf } from '../harness/setup/places.mjs';

const times = Number(process.argv[2] ?? 20);

// A correct helper, and one that ends its process.
const examples = ['own-session', 'mutant/iunknown-null-ppv-crash'];

const largestRecord = 64 * 1024 * 1024;

/** Every check's verdict, a line each. */
async function verdictsOf(example: string): Promise<string> {
  const args = [placesOf(root).commandLine, 'run', '--json', '--example', example];
  const text = await new Promise<string>((resolve) => {
    // Its exit status is 1 where something is found; what was found is in the record.
    execFile(process.execPath, args, { maxBuffer: largestRecord }, (_error, stdout) => {
      resolve(stdout);
    });
  });
  const { checks } = runRecordSchema.parse(JSON.parse(text));
  return checks.map(({ id, verdict }) => `${id} ${verdict}`).join('\n');
}

const expected = new Map<string, string>();
for (const example of examples) expected.set(example, await verdictsOf(example));

const burners = Array.from({ length: availableParallelism() }, () =>
  spawn(process.execPath, ['--eval', 'for (;;);'], { stdio: 'ignore' }),
);
let good = 0;
try {
  for (let at = 0; at < times; at += 1) {
    const example = examples[at % examples.length] ?? 'own-session';
    const verdicts = await verdictsOf(example);
    if (verdicts === expected.get(example)) good += 1;
    else console.log(`${example}, run ${String(at + 1)}:\n${verdicts}`);
  }
} finally {
  for (const burner of burners) burner.kill('SIGKILL');
}
console.log(`${String(good)} of ${String(times)}`);
process.exitCode = good === times ? 0 : 1;
