/** The .NET SDK: found by its folders, because asking `dotnet --list-sdks` takes longer than the whole check may. */
import fs from 'node:fs';
import path from 'node:path';
import { findProgram } from './program.mjs';

/** The bridge targets net10.0. */
export const sdkMajor = 10;

/**
 * The dotnet program whose SDK is new enough: on PATH, where DOTNET_ROOT says, or where Microsoft's script puts it.
 * @param {import('./places.mjs').Host} host
 * @returns {string | undefined}
 */
export function findDotnet(host) {
  const file = host.platform === 'win32' ? 'dotnet.exe' : 'dotnet';
  const folders = [host.env['DOTNET_ROOT'] ?? '', path.join(host.home, '.dotnet')].filter((folder) => folder !== '');
  return ['dotnet', ...folders.map((folder) => path.resolve(folder, file))]
    .map((name) => findProgram(name, host))
    .find((program) => program !== undefined && hasSdk(program));
}

/**
 * @param {string} program
 * @returns {boolean}
 */
function hasSdk(program) {
  const sdks = path.join(path.dirname(fs.realpathSync(program)), 'sdk');
  return fs.existsSync(sdks) && fs.readdirSync(sdks).some((name) => Number.parseInt(name, 10) >= sdkMajor);
}

/**
 * What dotnet is told wherever this repository runs it. Build servers stay behind after the command and would keep the
 * set-up's pipes open; a machine without ICU must still be able to build.
 * @type {Readonly<Record<string, string>>}
 */
export const dotnetEnvironment = {
  DOTNET_CLI_TELEMETRY_OPTOUT: '1',
  DOTNET_CLI_UI_LANGUAGE: 'en',
  DOTNET_CLI_USE_MSBUILD_SERVER: '0',
  DOTNET_NOLOGO: '1',
  DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1',
  MSBUILDDISABLENODEREUSE: '1',
  UseSharedCompilation: 'false',
};
