import { findDotnet, sdkMajor } from '../dotnet.mjs';
import { SetupProblem } from '../problem.mjs';

/**
 * @param {import('../places.mjs').Host} host
 * @returns {import('../prepare.mjs').Step}
 */
export function dotnetSdk(host) {
  return {
    name: `.NET SDK ${sdkMajor}`,
    isDone: () => findDotnet(host) !== undefined,
    run: async () => {
      throw new SetupProblem(`The .NET SDK ${sdkMajor} (or newer) is needed to build the bridge, and was not found.`, {
        remedy:
          host.platform === 'win32'
            ? `winget install Microsoft.DotNet.SDK.${sdkMajor}`
            : `curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel ${sdkMajor}.0`,
      });
    },
  };
}
