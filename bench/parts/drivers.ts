/** All sequences up to a depth, by us and by drivers as one writes them by hand, on the same DLL and the same provider. */
import { dirname } from 'node:path';

import { compiled, heard, host, inWindowsNode, serverThere, windowsProgram } from '../commands.js';
import { buildAssembly, buildCppDriver } from '../drivers/build.js';
import { calls, costsOf, together, type Costs } from '../calls.js';
import { explored, helperDll, walkOptions, withProbe } from '../probing.js';
import { inTurn } from '../rounds.js';
import type { Findings } from '../table.js';
import { time, type Command } from '../timing.js';
import { microsPerStep, toldIn, toldOfCallsIn, type Told } from '../told.js';

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

/** What those that run inside of Windows Node are compared by: at this depth ours, too, takes longer than the clock's grain. */
const ourDepth = 5;

const drivenNote = (name: string, { steps }: Told, depth: number): string =>
  `${name}: ${String(steps)} steps, up to depth ${String(depth)}; start-up not counted`;

/** A driver in C# in the style of xunit, with the COM interop that .NET has built in, in our runtime. */
export async function comDriver(rounds: number): Promise<Findings> {
  const depth = 5;
  const name = 'driver in C# with COM interop';
  const assembly = await buildAssembly();
  const entry = compiled('drivers', 'csharp', 'main.js');
  const command = inWindowsNode(entry, [heard(assembly), ...driverArguments(depth)], dirname(assembly));
  await serverThere();
  const results = await inTurn<'driver' | 'ours', Told>(rounds, {
    driver: () => driven(command),
    ours: () => explored(ourDepth),
  });
  return {
    rows: [
      { name: `${name}, a step`, unit: 'ns', spread: results.spread((of) => microsPerStep(of('driver')) * 1000) },
      { name: 'ours, a step', unit: 'ns', spread: results.spread((of) => microsPerStep(of('ours')) * 1000) },
      {
        name: `  ${name} in steps of ours`,
        unit: '×',
        spread: results.spread((of) => microsPerStep(of('driver')) / microsPerStep(of('ours'))),
      },
    ],
    notes: [drivenNote(name, results.first('driver'), depth)],
  };
}

/** What both do: all sequences, with helpers made for each, and each call alone. */
interface StepsAndCalls extends Told {
  readonly costs: Costs;
}

async function naivelyDriven(command: Command): Promise<StepsAndCalls> {
  const { calls: costs, ...told } = toldOfCallsIn((await time(command)).output);
  return { ...told, costs: new Map(Object.entries(costs)) };
}

const ourStepsAndCalls = (): Promise<StepsAndCalls> =>
  withProbe(async (probe) => ({
    ...(await probe.explore({ ...walkOptions, failLogons: 0, depth: ourDepth })),
    costs: await costsOf(probe, 'recorded'),
  }));

/** edge-js as one uses it first: one call of it for each call of the helper. */
export async function naiveDriver(rounds: number): Promise<Findings> {
  const depth = 4;
  const name = 'a call of edge-js a step';
  const assembly = await buildAssembly();
  const entry = compiled('drivers', 'naive', 'main.js');
  const command = inWindowsNode(entry, [heard(assembly), ...driverArguments(depth)], dirname(assembly));
  await serverThere();
  const results = await inTurn<'driver' | 'ours', StepsAndCalls>(rounds, {
    driver: () => naivelyDriven(command),
    ours: ourStepsAndCalls,
  });
  const perCall = ({ costs }: StepsAndCalls): number => together(costs) / calls.length;
  return {
    rows: [
      { name: `${name}, each call alone`, unit: 'ns', spread: results.spread((of) => perCall(of('driver'))) },
      { name: 'ours, recorded, each call alone', unit: 'ns', spread: results.spread((of) => perCall(of('ours'))) },
      {
        name: '  in recorded steps of ours',
        unit: '×',
        spread: results.spread((of) => perCall(of('driver')) / perCall(of('ours'))),
        bound: { atLeast: 150 },
      },
      {
        name: `${name}, in sequences`,
        unit: 'ns',
        spread: results.spread((of) => microsPerStep(of('driver')) * 1000),
      },
      { name: 'ours, in sequences', unit: 'ns', spread: results.spread((of) => microsPerStep(of('ours')) * 1000) },
      {
        name: '  in such steps of ours',
        unit: '×',
        spread: results.spread((of) => microsPerStep(of('driver')) / microsPerStep(of('ours'))),
      },
    ],
    notes: [
      drivenNote(name, results.first('driver'), depth),
      'in sequences: with a helper made and let go for each, whose own time is in both',
    ],
  };
}
