/** Whose work the package carries, and under which licences: those want to be where the work is. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { windowsNode } from './places.mjs';

/** What a licence's file is called. */
const licence = /^(licen[cs]e|notice|third-party-notices)([.-].*)?$/i;

/**
 * @param {import('./places.mjs').Places} places
 * @returns {string}
 */
export function noticesOf({ root, commandLine, entry, bridge }) {
  const bundles = [commandLine, entry].map((file) => path.join(path.dirname(file), '.contents.json'));
  const packages = [...new Set(bundles.flatMap((file) => packagesIn(fs.readFileSync(file, 'utf8'))))].toSorted();
  return [
    'olkconform carries the work of others.',
    `Windows Node ${windowsNode.version} (build/packed/node.br): https://github.com/nodejs/node/blob/v${windowsNode.version}/LICENSE`,
    ...packages.map((name) => titled(name, licencesIn(path.join(root, 'node_modules', name)))),
    titled('.NET (build/bridge)', licencesIn(runtimePack(bridge))),
  ].join('\n\n');
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {string}
 */
function titled(name, text) {
  return `${'-'.repeat(80)}\n${name}\n\n${text}`;
}

/**
 * @param {string} contents what esbuild tells of a bundle
 * @returns {string[]} the names of the npm packages in it
 */
export function packagesIn(contents) {
  /** @type {unknown} */
  const told = JSON.parse(contents);
  if (typeof told !== 'object' || told === null || !('inputs' in told)) {
    throw new TypeError('esbuild did not tell what is in the bundle.');
  }
  const { inputs } = told;
  const files = typeof inputs === 'object' && inputs !== null ? Object.keys(inputs) : [];
  return files.flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
}

/**
 * @param {string} folder
 * @returns {string}
 */
function licencesIn(folder) {
  const files = fs.readdirSync(folder).filter((name) => licence.test(name));
  if (files.length > 0) {
    return files.map((name) => fs.readFileSync(path.join(folder, name), 'utf8').trim()).join('\n\n');
  }
  // Some say it in their manifest alone.
  /** @type {unknown} */
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const said = typeof manifest === 'object' && manifest !== null && 'license' in manifest ? manifest.license : '';
  if (typeof said !== 'string' || said === '') {
    throw new Error(`${folder} names no licence.`);
  }
  return `Licence: ${said}`;
}

/**
 * Where the SDK has put the runtime that the bridge was published with.
 * @param {string} bridge
 * @returns {string}
 */
function runtimePack(bridge) {
  const dependencies = fs.readFileSync(path.join(bridge, 'OlkBridge.deps.json'), 'utf8');
  const version = /"runtimepack\.Microsoft\.NETCore\.App\.Runtime\.win-x64\/([\d.]+)"/.exec(dependencies)?.[1];
  if (version === undefined) {
    throw new Error('The bridge does not say which runtime it was published with.');
  }
  const packages = process.env['NUGET_PACKAGES'] ?? path.join(os.homedir(), '.nuget', 'packages');
  return path.join(packages, 'microsoft.netcore.app.runtime.win-x64', version);
}
