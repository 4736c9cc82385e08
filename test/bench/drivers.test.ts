/** The bench itself is no test; that its drivers build, and do what they are compared by, is. */
import { dirname, join } from 'node:path';

import { expect } from 'chai';

import { compiled, heard, host, inWindowsNode, serverThere, windowsProgram } from '../../bench/commands.js';
import { buildAssembly, buildCppDriver, hasCppCompiler } from '../../bench/drivers/build.js';
import { time } from '../../bench/timing.js';
import { toldIn } from '../../bench/told.js';
import { fixturesFolder } from '../../harness/certify/host-places.js';

const argumentsFor = (dll: string, depth: number): string[] => [
  heard(host.provider),
  heard(join(fixturesFolder, `${dll}.dll`)),
  String(depth),
];

/** What they all tell of depth 2: 9 + 81 sequences. */
const depth = 2;
const tried = { sequences: 90, steps: 9 + 2 * 81 };

describe('a driver of the bench', () => {
  let assembly: string;
  before(async () => {
    assembly = await buildAssembly();
    await serverThere();
  });

  if (hasCppCompiler()) {
    it('in C++ agrees with a correct helper in every sequence, and finds fault with a mutant', async () => {
      const { program } = await buildCppDriver({ withGoogleTest: false });
      const { output } = await time(windowsProgram(program, argumentsFor('own-session', depth)));
      expect(toldIn(output)).to.include(tried);
      const mutant = windowsProgram(program, argumentsFor('mutant/hands-off-own-keeps', depth));
      expect((await time({ ...mutant, status: 1 })).output).to.include('"steps":');
    });
  }

  it('in C# agrees with a correct helper in every sequence, and finds fault with a mutant', async () => {
    const entry = compiled('drivers', 'csharp', 'main.js');
    const on = (dll: string) => inWindowsNode(entry, [heard(assembly), ...argumentsFor(dll, depth)], dirname(assembly));
    expect(toldIn((await time(on('own-session'))).output)).to.include(tried);
    const mutant = on('mutant/hands-off-own-keeps');
    expect((await time({ ...mutant, status: 1 })).output).not.to.include('"steps":');
  });

  it('with a call of edge-js a step tries the same sequences', async () => {
    const entry = compiled('drivers', 'naive', 'main.js');
    const command = inWindowsNode(entry, [heard(assembly), ...argumentsFor('own-session', depth)], dirname(assembly));
    expect(toldIn((await time(command)).output)).to.include(tried);
  });
});
