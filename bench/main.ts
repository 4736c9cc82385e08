/**
 * `npm run bench`: a whole run side by side with the bare start of the same stack (Wine, Windows Node, edge-js, CoreCLR,
 * one empty call). The two take turns, so that a machine whose speed drifts does not favour either; the ratio of each
 * pair is what counts.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { hostPlaces, root } from '../harness/certify/host-places.js';
import { startServer } from '../harness/probe/start-host.js';
import { launchOf, windowsPath } from '../harness/probe/launch.js';
import { placesOf } from '../harness/setup/places.mjs';
import { spreadOf, time, type Command, type Spread } from './timing.js';

const pairs = 15;

/** The bound of the whole run against the bare start. */
const bound = 1.8;

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
  return { program, args: [...args, windowsPath(assembly, process.platform)], env };
}

function wholeRun(): Command {
  return {
    program: process.execPath,
    args: [placesOf(root).commandLine, 'run', '--example', 'borrowed-session'],
    env: process.env,
  };
}

const seconds = ({ min, median, max }: Spread): string =>
  [min, median, max].map((value) => value.toFixed(3).padStart(8)).join('');

const bare = await bareStart();
const whole = wholeRun();
await time(bare);
await time(whole);

const results = [];
for (let pair = 0; pair < pairs; pair += 1) results.push({ bare: await time(bare), whole: await time(whole) });

const ratio = spreadOf(results.map((each) => each.whole.seconds / each.bare.seconds));
const report = {
  bareStartSeconds: spreadOf(results.map((each) => each.bare.seconds)),
  wholeRunSeconds: spreadOf(results.map((each) => each.whole.seconds)),
  ratio,
  bound,
  peakMegabytes: {
    controller: Math.max(...results.map((each) => each.whole.ownMegabytes)),
    child: Math.max(...results.map((each) => each.whole.childMegabytes)),
    bareStart: Math.max(...results.map((each) => each.bare.ownMegabytes)),
  },
};

if (process.argv.includes('--json')) console.log(JSON.stringify(report, null, 2));
else {
  console.log(`${String(pairs)} pairs, in turn                        min  median     max`);
  console.log(`bare start of the stack, s         ${seconds(report.bareStartSeconds)}`);
  console.log(`run --example borrowed-session, s  ${seconds(report.wholeRunSeconds)}`);
  console.log(`ratio of each pair                 ${seconds(ratio)}   (bound: median at most ${bound.toFixed(1)})`);
  const { controller, child, bareStart: bareMemory } = report.peakMegabytes;
  console.log(
    `peak memory, MB: controller ${controller.toFixed(0)}, child ${child.toFixed(0)}, bare start ${bareMemory.toFixed(0)}`,
  );
}
