import { SetupProblem } from '../problem.mjs';

/** The versions for which mocha and the rest of the packages are made; package.json's `engines` says the same. */
const oldest = [20, 19];

/**
 * @param {import('../places.mjs').Host} host
 * @param {string} [version]
 * @returns {import('../prepare.mjs').Step}
 */
export function nodeVersion(host, version = process.versions.node) {
  const machine = `${host.platform}-${host.arch}`;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const newEnough = major > Number(oldest[0]) || (major === oldest[0] && minor >= Number(oldest[1]));
  const known = machine === 'linux-x64' || host.platform === 'win32';
  return {
    name: 'Node and machine',
    isDone: () => newEnough && known,
    run: async () => {
      if (!known) {
        throw new SetupProblem(
          `A helper is a Windows DLL for x64: it runs on Windows or Linux x64, not on ${machine}.`,
        );
      }
      throw new SetupProblem(
        `Node ${oldest.join('.')} or newer is needed, this is ${version}: install it from https://nodejs.org/en/download.`,
      );
    },
  };
}
