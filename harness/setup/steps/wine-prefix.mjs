import fs from 'node:fs';
import path from 'node:path';
import { SetupProblem } from '../problem.mjs';
import { runProgram } from '../program.mjs';
import { stampSays } from '../stamp.mjs';
import { cachedFolder } from '../whole-folder.mjs';
import { findWine, findWineServer, prefixStamp, wineEnvironment, wineIdentity } from '../wine.mjs';

/**
 * What is written into the new prefix's registry. Node refuses a Windows older than 10. With the null driver windows come
 * up as on a desktop, whether there is a display or not, but nobody sees them: without a driver a message box fails at
 * once, and a helper that shows one would not be found out. The services and devices below
 * serve printers, game pads and plug and play: without them the first start when no wineserver runs takes 0.25–0.6 s
 * instead of 0.8–1.0 s (an empty program; 2 cores, Wine 8.0). MountMgr and nsiproxy stay: volumes and network
 * interfaces are things a helper may ask for. The three devices are removed and not disabled, because Wine starts the
 * drivers of its root devices whatever their start type says.
 */
const registry = String.raw`Windows Registry Editor Version 5.00

[HKEY_CURRENT_USER\Software\Wine]
"Version"="win10"

[HKEY_CURRENT_USER\Software\Wine\Drivers]
"Graphics"="null"

[HKEY_LOCAL_MACHINE\Software\Microsoft\Windows\CurrentVersion\RunServices]
"winemenubuilder"=-

[HKEY_LOCAL_MACHINE\System\CurrentControlSet\Services\Eventlog]
"Start"=dword:00000004

[HKEY_LOCAL_MACHINE\System\CurrentControlSet\Services\NDIS]
"Start"=dword:00000004

[HKEY_LOCAL_MACHINE\System\CurrentControlSet\Services\PlugPlay]
"Start"=dword:00000004

[-HKEY_LOCAL_MACHINE\System\CurrentControlSet\Services\winebus]

[-HKEY_LOCAL_MACHINE\System\CurrentControlSet\Services\winehid]

[-HKEY_LOCAL_MACHINE\System\CurrentControlSet\Services\wineusb]
`;

/**
 * The tool's own Wine prefix.
 * @param {import('../places.mjs').Places} places
 * @param {import('../places.mjs').Host} host
 * @returns {import('../prepare.mjs').Step}
 */
export function winePrefix({ cache, winePrefix: prefix }, host) {
  return cachedFolder('Wine prefix', {
    cache,
    folder: prefix,
    isDone: () => stampSays(prefixStamp(prefix), wineIdentity(host)),
    make: (half) => makePrefix(half, host),
  });
}

/**
 * @param {string} prefix
 * @param {import('../places.mjs').Host} host
 * @returns {Promise<void>}
 */
async function makePrefix(prefix, host) {
  const wine = findWine(host);
  const server = findWineServer(host);
  if (wine === undefined || server === undefined) {
    throw new SetupProblem('Wine is not there.', { remedy: 'sudo apt-get install -y --no-install-recommends wine64' });
  }
  const env = { ...wineEnvironment(prefix), WINEARCH: 'win64', DISPLAY: '' };
  // Without mscoree Wine does not ask whether to install Mono; afterwards CoreCLR needs it to load assemblies.
  const quiet = { ...env, WINEDLLOVERRIDES: `${env.WINEDLLOVERRIDES};mscoree=;winemenubuilder.exe=d` };
  await runProgram(wine, ['wineboot.exe', '-i'], { cwd: prefix, env: quiet });
  const registryFile = path.join(prefix, 'olkconform.reg');
  fs.writeFileSync(registryFile, registry);
  await runProgram(wine, ['regedit.exe', '/S', `Z:${registryFile.replaceAll('/', '\\')}`], { cwd: prefix, env: quiet });
  // The server writes the registry when it ends, and it ends at once when it is told to. Status 1: it had ended.
  await runProgram(server, ['-k'], { cwd: prefix, env }).catch(() => {});
  await runProgram(server, ['-w'], { cwd: prefix, env });
  keepFoldersInside(path.join(prefix, 'drive_c', 'users'));
  fs.writeFileSync(prefixStamp(prefix), wineIdentity(host));
}

/**
 * Wine links Desktop, Documents and others to the user's own: a vendor's DLL must not get there by accident.
 * @param {string} users
 * @returns {void}
 */
function keepFoldersInside(users) {
  for (const user of fs.readdirSync(users)) {
    for (const entry of fs.readdirSync(path.join(users, user), { withFileTypes: true })) {
      if (entry.isSymbolicLink()) {
        fs.rmSync(path.join(users, user, entry.name));
        fs.mkdirSync(path.join(users, user, entry.name));
      }
    }
  }
}
