/** The steps of the set-up, in the order in which one needs the other. */
import { bridge } from './steps/bridge.mjs';
import { bundle, childEntry } from './steps/bundle.mjs';
import { command } from './steps/command.mjs';
import { dotnetSdk } from './steps/dotnet-sdk.mjs';
import { fixtures } from './steps/fixtures.mjs';
import { npmPackages } from './steps/npm-packages.mjs';
import { systemPackages } from './steps/system-packages.mjs';
import { typescript } from './steps/typescript.mjs';
import { windowsNode } from './steps/windows-node.mjs';
import { winePrefix } from './steps/wine-prefix.mjs';

/**
 * What cannot be installed without the user comes first: nobody should wait for a download to be told about it.
 * @param {import('./places.mjs').Places} places
 * @param {import('./places.mjs').Host} host
 * @returns {import('./prepare.mjs').Step[]}
 */
export function setupSteps(places, host) {
  const onWine = host.platform !== 'win32';
  return [
    dotnetSdk(host),
    systemPackages(places, host),
    npmPackages(places, host),
    windowsNode(places, host),
    ...(onWine ? [winePrefix(places, host)] : []),
    bridge(places, host),
    fixtures(places, host),
    typescript(places, host),
    bundle(places, host),
    childEntry(places, host),
    command(places, host),
  ];
}
