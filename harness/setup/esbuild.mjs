/** Puts compiled modules and the packages that they use into files that need no package beside them. */
import path from 'node:path';
import { runProgram } from './program.mjs';

/** What packages that are CommonJS expect to find, and an ES module does not have. */
const banner = [
  'import{createRequire as __createRequire}from"node:module"',
  'import{fileURLToPath as __fileURLToPath}from"node:url"',
  'const require=__createRequire(import.meta.url)',
  'const __filename=__fileURLToPath(import.meta.url)',
  'const __dirname=__fileURLToPath(new URL(".",import.meta.url));',
].join(';');

/**
 * @param {import('./places.mjs').Places} places
 * @param {import('./places.mjs').Host} host
 * @param {{ entries: readonly string[], folder: string, also?: readonly string[] }} what
 * @returns {Promise<void>}
 */
export async function bundleInto({ root }, host, { entries, folder, also = [] }) {
  const args = [
    path.join(root, 'node_modules', 'esbuild', 'bin', 'esbuild'),
    ...entries,
    '--bundle',
    // Half the text is half the time to parse it; names stay, for what a fault of our own prints.
    '--minify-whitespace',
    '--minify-syntax',
    '--platform=node',
    '--format=esm',
    '--log-level=warning',
    // Says which packages went in: their licences go with them.
    `--metafile=${path.join(folder, '.contents.json')}`,
    `--outdir=${folder}`,
    `--banner:js=${banner}`,
    ...also,
  ];
  await runProgram(host.execPath, args, {
    cwd: root,
    failure: `${path.basename(folder)}: it cannot be put together.`,
    remedy: 'npm ci',
  });
}
