/** Wine's programs, and what the environment must say whenever one of them is started. */
import fs from 'node:fs';
import path from 'node:path';
import { findProgram } from './program.mjs';

/**
 * Debian's `wine` wrapper prints about wine32 on every start, so the real program comes first.
 * @param {import('./places.mjs').Host} host
 * @returns {string | undefined}
 */
export function findWine(host) {
  return ['/usr/lib/wine/wine64', 'wine64', 'wine'].map((name) => findProgram(name, host)).find(Boolean);
}

/**
 * @param {import('./places.mjs').Host} host
 * @returns {string | undefined}
 */
export function findWineServer(host) {
  const wine = findWine(host);
  const beside =
    wine === undefined ? [] : ['wineserver64', 'wineserver'].map((name) => path.join(path.dirname(wine), name));
  return [...beside, 'wineserver'].map((name) => findProgram(name, host)).find(Boolean);
}

/**
 * Which Wine a prefix belongs to. Another one would update it during its first start, in the middle of a run.
 * @param {import('./places.mjs').Host} host
 * @returns {string}
 */
export function wineIdentity(host) {
  const wine = findWine(host);
  if (wine === undefined) {
    return 'no Wine';
  }
  const { size, mtimeMs } = fs.statSync(wine);
  return `${wine} ${size} ${mtimeMs}\n`;
}

/**
 * Where a prefix says which Wine it belongs to.
 * @param {string} prefix
 * @returns {string}
 */
export function prefixStamp(prefix) {
  return path.join(prefix, '.olkconform-stamp');
}

/**
 * No debugger may pop up for a helper that dies, and nobody asks for Gecko.
 * @param {string} prefix
 * @returns {{ WINEPREFIX: string, WINEDEBUG: string, WINEDLLOVERRIDES: string }}
 */
export function wineEnvironment(prefix) {
  return { WINEPREFIX: prefix, WINEDEBUG: '-all', WINEDLLOVERRIDES: 'winedbg.exe=d;mshtml=' };
}
