/**
 * `npm run bench`: a whole run side by side with the bare start of the same stack (Wine, Windows Node, edge-js, CoreCLR,
 * one empty call), and a run in which one script kills the child beside one in which none does. They take turns, so that
 * a machine whose speed drifts favours none; the ratios within each round are what counts.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { hostPlaces, root } from '../harness/certify/host-places.js';
import { startServer } from '../harness/probe/start-host.js';
import { launchOf, windowsPath } from '../harness/probe/launch.js';
import { placesOf } from '../harness/setup/places.mjs';
import { spreadOf, time, type Command, type Spread, type Timing } from './timing.js';

const rounds = 15;

/** The bound of the whole run against the bare start. */
const bound = 1.8;

/** What a death may cost, in bare starts. */
const deathBound = 0.35;

async function bareStart(): Promise<Command> {
  const assembly = join(root, 'build', 'bench', 'Bare.dll');
  execFileSync('dotnet', [
    'build',
    join(root, 'bench', 'bare', 'Bare.csproj'),
    '-c',
    'Release',
    '-v',
    'quiet',
    '--nologo',
  ]);
  const entry = join(root, 'dist', 'bench', 'bare-start.js');
  const launch = launchOf({ ...hostPlaces(), entry }, process.platform, process.env);
  // As the whole run finds it.
  await startServer(launch);
  const { program, args, env } = launch;
  return { program, args: [...args, windowsPath(assembly, process.platform)], env, status: 0 };
}

function runOf(example: string, status: number): Command {
  return {
    program: process.execPath,
    args: [placesOf(root).commandLine, 'run', '--example', example],
    env: process.env,
    status,
  };
}

const seconds = ({ min, median, max }: Spread): string =>
  [min, median, max].map((value) => value.toFixed(3).padStart(8)).join('');

const commands = {
  bare: await bareStart(),
  whole: runOf('borrowed-session', 0),
  // The second is the first, but for one call by a hazardous script.
  alive: runOf('own-session', 0),
  dying: runOf('mutant/iunknown-null-ppv-crash', 1),
};

async function round(): Promise<Record<keyof typeof commands, Timing>> {
  return {
    bare: await time(commands.bare),
    whole: await time(commands.whole),
    alive: await time(commands.alive),
    dying: await time(commands.dying),
  };
}

await round();
const results: Awaited<ReturnType<typeof round>>[] = [];
for (let done = 0; done < rounds; done += 1) results.push(await round());

const report = {
  bareStartSeconds: spreadOf(results.map(({ bare }) => bare.seconds)),
  wholeRunSeconds: spreadOf(results.map(({ whole }) => whole.seconds)),
  ratio: spreadOf(results.map(({ bare, whole }) => whole.seconds / bare.seconds)),
  cpuRatio: spreadOf(results.map(({ bare, whole }) => whole.cpuSeconds / bare.cpuSeconds)),
  bound,
  aliveSeconds: spreadOf(results.map(({ alive }) => alive.seconds)),
  dyingSeconds: spreadOf(results.map(({ dying }) => dying.seconds)),
  deathCost: spreadOf(results.map(({ bare, alive, dying }) => (dying.seconds - alive.seconds) / bare.seconds)),
  deathBound,
  peakMegabytes: {
    controller: Math.max(...results.map(({ whole }) => whole.ownMegabytes)),
    child: Math.max(...results.map(({ whole }) => whole.childMegabytes)),
    bareStart: Math.max(...results.map(({ bare }) => bare.ownMegabytes)),
  },
};

if (process.argv.includes('--json')) console.log(JSON.stringify(report, null, 2));
else {
  const row = (name: string, spread: Spread, note = ''): void => {
    console.log(`${name.padEnd(41)}${seconds(spread)}${note}`);
  };
  console.log(`${`${String(rounds)} rounds, in turn`.padEnd(41)}     min  median     max`);
  row('bare start of the stack, s', report.bareStartSeconds);
  row('run --example borrowed-session, s', report.wholeRunSeconds);
  row('  in bare starts', report.ratio, `   (bound: median at most ${bound.toFixed(1)})`);
  row('  in processor time of bare starts', report.cpuRatio);
  row('run in which no script kills the child, s', report.aliveSeconds);
  row('run in which one does, s', report.dyingSeconds);
  row('  difference in bare starts', report.deathCost, `   (bound: median at most ${deathBound.toFixed(2)})`);
  const { controller, child, bareStart: bareMemory } = report.peakMegabytes;
  console.log(
    `peak memory, MB: controller ${controller.toFixed(0)}, child ${child.toFixed(0)}, bare start ${bareMemory.toFixed(0)}`,
  );
}
