import fs from 'node:fs';
import path from 'node:path';
import { dotnetEnvironment, findDotnet } from '../dotnet.mjs';
import { isLeftOut } from '../left-out.mjs';
import { SetupProblem } from '../problem.mjs';
import { findProgram, runProgram } from '../program.mjs';
import { hashOf, stampSays } from '../stamp.mjs';
import { makeWhole } from '../whole-folder.mjs';

/** EdgeJs.dll is compiled from the package's sources, so its version belongs to what the bridge is made from. */
const sources = ['harness/host', 'harness/setup/left-out.mjs', 'node_modules/edge-js/package.json'];

/**
 * The C# bridge, published together with its .NET runtime, and beside it olkcall.dll, its native part.
 * @param {import('../places.mjs').Places} places
 * @param {import('../places.mjs').Host} host
 * @returns {import('../prepare.mjs').Step}
 */
export function bridge({ root, bridge: folder }, host) {
  const project = path.join('harness', 'host', 'bridge', 'OlkBridge.csproj');
  const stamp = path.join(folder, '.olkconform-stamp');
  const wanted = () => hashOf(root, sources, (file) => !file.endsWith('.ts'));
  return {
    name: '.NET bridge',
    isDone: () => stampSays(stamp, wanted()),
    run: async () => {
      const dotnet = findDotnet(host);
      if (dotnet === undefined) {
        throw new SetupProblem('The .NET SDK is not there any more.');
      }
      const make = findProgram('make', host);
      if (make === undefined) {
        throw new SetupProblem('make is not there any more.');
      }
      const made = wanted();
      await makeWhole(folder, async (half) => {
        const args = ['publish', project, '-c', 'Release', '-r', 'win-x64', '--self-contained', '-o', half];
        await runProgram(dotnet, args, { cwd: root, env: dotnetEnvironment });
        for (const file of fs.readdirSync(half).filter(isLeftOut)) {
          fs.rmSync(path.join(half, file));
        }
        // make wants forward slashes, on Windows too.
        await runProgram(make, ['-C', 'harness/host/native', `OUT=${half.replaceAll('\\', '/')}`], { cwd: root });
        fs.writeFileSync(path.join(half, '.olkconform-stamp'), made);
      });
    },
  };
}
