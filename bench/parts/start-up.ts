/**
 * A whole run cut into what it waits for, one after the other, from its own marks (start-up/trace). What goes on beside
 * (rules are judged while the child runs) is in no part: the parts are what the run would be shorter by.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';

import { compiled, runOf, serverThere } from '../commands.js';
import { inTurn } from '../rounds.js';
import { marks, type Mark } from '../start-up/marks.js';
import type { Findings } from '../table.js';
import { time } from '../timing.js';

const marksSchema = z.array(z.tuple([z.enum(marks), z.number()]));

/** Each part goes on to a mark; the first begins with the run. */
const allParts: readonly [name: string, until: Mark | 'over'][] = [
  ['Node, for the command line', 'controller up'],
  ['command line, plan, the DLL read', 'server asked for'],
  ['Wine’s server', 'child asked for'],
  ['Wine, up to the start of a program', 'child started'],
  ['Windows Node', 'child up'],
  ['the child’s entry and edge-js in JavaScript', 'edge-js being loaded'],
  ['edge-js, native part', 'edge-js loaded'],
  ['CoreCLR', 'CLR started'],
  ['the bridge loaded', 'ready'],
  ['provider and helper’s DLL loaded', 'opened'],
  ['scripts', 'finished'],
  ['rules that are left by then', 'child ends'],
  ['the child’s end', 'child gone'],
  ['report, the command line’s end', 'over'],
];

/** Windows has no server of Wine's. */
const parts = allParts.filter(([, until]) => process.platform !== 'win32' || until !== 'server asked for');

interface Traced {
  /** Milliseconds, in the order of `parts`. */
  readonly parts: readonly number[];
  readonly whole: number;
}

async function traced(example: string): Promise<Traced> {
  const folder = mkdtempSync(join(tmpdir(), 'olkconform-trace-'));
  try {
    const command = runOf(['--example', example]);
    const env = {
      ...command.env,
      OLKCONFORM_TRACE: folder,
      NODE_OPTIONS: `--import=${compiled('start-up', 'trace.js')}`,
    };
    const start = performance.timeOrigin + performance.now();
    const { seconds } = await time({ ...command, env });
    const whole = seconds * 1000;
    const told = ['controller', 'child'].flatMap((who) =>
      marksSchema.parse(JSON.parse(readFileSync(join(folder, `${who}.json`), 'utf8'))),
    );
    const reached = new Map<Mark | 'over', number>([
      ...told.map(([mark, at]) => [mark, at - start] as const),
      ['over', whole],
    ]);
    let before = 0;
    const lengths = parts.map(([name, until]) => {
      const at = reached.get(until);
      if (at === undefined) throw new Error(`The trace does not say when this was over: ${name}.`);
      const length = at - before;
      before = at;
      return length;
    });
    return { parts: lengths, whole };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export async function startUp(rounds: number): Promise<Findings> {
  const example = 'own-session';
  await serverThere();
  const results = await inTurn<'traced' | 'plain', Traced>(rounds, {
    traced: () => traced(example),
    plain: async () => ({ parts: [], whole: (await time(runOf(['--example', example]))).seconds * 1000 }),
  });
  return {
    rows: [
      ...parts.map(([name], at) => ({
        name,
        unit: 'ms' as const,
        spread: results.spread((of) => of('traced').parts[at] ?? Number.NaN),
      })),
      { name: 'all parts', unit: 'ms', spread: results.spread((of) => sum(of('traced').parts)) },
      { name: 'the same run without marks', unit: 'ms', spread: results.spread((of) => of('plain').whole) },
      {
        name: '  the parts in such runs',
        unit: '×',
        spread: results.spread((of) => sum(of('traced').parts) / of('plain').whole),
        bound: { atMost: 1.05 },
      },
    ],
  };
}
