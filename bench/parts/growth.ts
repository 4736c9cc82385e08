/** How a run's cost grows with what it is asked for: scripts, the depth of sequences, helpers. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runRecordSchema } from '../../harness/record/run-record.js';
import { runOf } from '../commands.js';
import { explored, helperDll } from '../probing.js';
import { inTurn } from '../rounds.js';
import type { Findings } from '../table.js';
import { time, type Command, type Timing } from '../timing.js';

const example = ['--example', 'own-session'];

/** Few scripts, and all of them. */
const few = [...example, '--only', 'placeholder1/e-notimpl'];

const depths = [3, 4, 5, 6] as const;
const helperCounts = [1, 2, 4] as const;

async function scriptsOf(args: readonly string[]): Promise<number> {
  const { output } = await time(runOf([...args, '--json']));
  return runRecordSchema.parse(JSON.parse(output)).transcripts.length;
}

/** A run over so many helpers of one configuration. They are one and the same DLL under several names. */
function runOverHelpers(folder: string, count: number): Command {
  const file = join(folder, `${String(count)}.json`);
  const helpers = Array.from({ length: count }, (_, at) => ({ name: `helper${String(at)}`, dll: helperDll }));
  writeFileSync(file, JSON.stringify({ export: 'CreateHelper', sandbox: 'off', helpers }));
  return runOf(['--config', file]);
}

export async function growth(rounds: number): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), 'olkconform-growth-'));
  try {
    const scripts = { few: await scriptsOf(few), all: await scriptsOf(example) };
    const byDepth = depths.map(
      (depth) => [`depth ${String(depth)}`, async () => ({ seconds: (await explored(depth)).micros / 1e6 })] as const,
    );
    const byHelpers = helperCounts.map((count) => {
      const command = runOverHelpers(folder, count);
      return [`${String(count)} helpers`, () => time(command)] as const;
    });
    const results = await inTurn<string, Pick<Timing, 'seconds'>>(rounds, {
      few: () => time(runOf(few)),
      all: () => time(runOf(example)),
      ...Object.fromEntries([...byDepth, ...byHelpers]),
    });
    const seconds = (name: string) => results.spread((of) => of(name).seconds);
    const most = Math.max(...helperCounts);
    return {
      rows: [
        { name: `run of ${String(scripts.few)} scripts`, unit: 's', spread: seconds('few') },
        { name: `run of ${String(scripts.all)} scripts`, unit: 's', spread: seconds('all') },
        {
          name: '  each script more',
          unit: 'ms',
          spread: results.spread(
            (of) => ((of('all').seconds - of('few').seconds) / (scripts.all - scripts.few)) * 1000,
          ),
        },
        ...depths.map((depth) => ({
          name: `sequences to depth ${String(depth)}, the walk alone`,
          unit: 's' as const,
          spread: seconds(`depth ${String(depth)}`),
        })),
        ...helperCounts.map((count) => ({
          name: `${String(count)} helper${count === 1 ? '' : 's'} in one configuration`,
          unit: 's' as const,
          spread: seconds(`${String(count)} helpers`),
        })),
        {
          name: '  each helper more, in runs of one',
          unit: '×',
          spread: results.spread(
            (of) =>
              (of(`${String(most)} helpers`).seconds - of('1 helpers').seconds) / (most - 1) / of('1 helpers').seconds,
          ),
        },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
