/** All sequences up to a depth, by us and by drivers as one writes them by hand, on the same DLL and the same provider. */
import { dirname } from 'node:path';

import { compiled, heard, host, inWindowsNode, serverThere, windowsProgram } from '../commands.js';
import { buildAssembly, buildCppDriver } from '../drivers/build.js';
import { explored, helperDll } from '../probing.js';
import { inTurn } from '../rounds.js';
import type { Findings } from '../table.js';
import { time, type Command } from '../timing.js';
import { microsPerStep, toldIn, type Told } from '../told.js';

interface Driven extends Told {
  readonly seconds: number;
}

async function driven(command: Command): Promise<Driven> {
  const { seconds, output } = await time(command);
  return { ...toldIn(output), seconds };
}

const driverArguments = (depth: number): string[] => [heard(host.provider), heard(helperDll), String(depth)];

/** With the seconds that a child takes from its start to its end. */
async function ours(depth: number): Promise<Driven> {
  const start = performance.now();
  const told = await explored(depth);
  return { ...told, seconds: (performance.now() - start) / 1000 };
}

/** A driver in C++ with GoogleTest: nothing but Wine has to be started for it. */
export async function cppDriver(rounds: number): Promise<Findings> {
  const depth = 6;
  const { program, hasGoogleTest } = await buildCppDriver({ withGoogleTest: true });
  await serverThere();
  const cpp = windowsProgram(program, driverArguments(depth));
  const results = await inTurn<'cpp' | 'ours', Driven>(rounds, { cpp: () => driven(cpp), ours: () => ours(depth) });
  return {
    rows: [
      { name: 'driver in C++, its process', unit: 's', spread: results.spread((of) => of('cpp').seconds) },
      { name: 'ours, a child from start to end', unit: 's', spread: results.spread((of) => of('ours').seconds) },
      {
        name: '  in C++ drivers',
        unit: '×',
        spread: results.spread((of) => of('ours').seconds / of('cpp').seconds),
        bound: { atMost: 3 },
      },
      { name: 'driver in C++, a step', unit: 'ns', spread: results.spread((of) => microsPerStep(of('cpp')) * 1000) },
      { name: 'ours, a step', unit: 'ns', spread: results.spread((of) => microsPerStep(of('ours')) * 1000) },
      {
        name: '  in steps of C++',
        unit: '×',
        spread: results.spread((of) => microsPerStep(of('ours')) / microsPerStep(of('cpp'))),
        bound: { atMost: 3 },
      },
    ],
    notes: [
      `each tries ${String(results.first('cpp').sequences)} sequences, ${String(results.first('cpp').steps)} steps, up to depth ${String(depth)}`,
      hasGoogleTest
        ? 'the driver checks with GoogleTest'
        : 'the driver checks in plain C++: the sources of GoogleTest (Debian: googletest) are not installed',
    ],
  };
}

/** A step of a driver that runs inside of Windows Node, and one of ours. */
async function inNode(
  rounds: number,
  driver: { name: string; command: Command; depth: number; bound?: { atLeast: number } },
): Promise<Findings> {
  await serverThere();
  const { name, command, depth, bound } = driver;
  const results = await inTurn<'driver' | 'ours', Told>(rounds, {
    driver: () => driven(command),
    // A depth at which ours, too, takes longer than the clock's grain.
    ours: () => explored(5),
  });
  const ratio = results.spread((of) => microsPerStep(of('driver')) / microsPerStep(of('ours')));
  return {
    rows: [
      { name: `${name}, a step`, unit: 'ns', spread: results.spread((of) => microsPerStep(of('driver')) * 1000) },
      { name: 'ours, a step', unit: 'ns', spread: results.spread((of) => microsPerStep(of('ours')) * 1000) },
      { name: `  ${name} in steps of ours`, unit: '×', spread: ratio, ...(bound === undefined ? {} : { bound }) },
    ],
    notes: [
      `${name}: ${String(results.first('driver').steps)} steps, up to depth ${String(depth)}; start-up not counted`,
    ],
  };
}

/** A driver in C# in the style of xunit, with the COM interop that .NET has built in, in our runtime. */
export async function comDriver(rounds: number): Promise<Findings> {
  const depth = 5;
  const assembly = await buildAssembly();
  const entry = compiled('drivers', 'csharp', 'main.js');
  const command = inWindowsNode(entry, [heard(assembly), ...driverArguments(depth)], dirname(assembly));
  return inNode(rounds, { name: 'driver in C# with COM interop', command, depth });
}

/** edge-js as one uses it first: one call of it for each call of the helper. */
export async function naiveDriver(rounds: number): Promise<Findings> {
  const depth = 4;
  const assembly = await buildAssembly();
  const entry = compiled('drivers', 'naive', 'main.js');
  const command = inWindowsNode(entry, [heard(assembly), ...driverArguments(depth)], dirname(assembly));
  return inNode(rounds, { name: 'a call of edge-js a step', command, depth, bound: { atLeast: 150 } });
}
