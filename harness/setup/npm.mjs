import path from 'node:path';
import { findProgram } from './program.mjs';
import { SetupProblem } from './problem.mjs';

/**
 * How to start npm without a shell: Windows' npm is a batch file, which Node refuses to start without one, so the
 * script behind it is run by this Node. npm itself says where that is to whatever it starts.
 * @param {import('./places.mjs').Host} host
 * @returns {{ program: string, args: string[] }}
 */
export function findNpm(host) {
  const beside = path.join(path.dirname(host.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const script = host.env['npm_execpath'] ?? (host.platform === 'win32' ? beside : undefined);
  if (script !== undefined && /npm-cli\.c?js$/.test(script)) {
    return { program: host.execPath, args: [script] };
  }
  const npm = findProgram('npm', host);
  if (npm === undefined) {
    throw new SetupProblem('npm is not on PATH; it comes with Node.', { remedy: 'sudo apt-get install -y npm' });
  }
  return { program: npm, args: [] };
}
