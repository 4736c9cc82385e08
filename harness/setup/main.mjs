/** `node harness/setup/main.mjs`: installs and builds all that is missing. Status 2 when something cannot be. */
import { packageRoot } from './places.mjs';
import { setUp } from './set-up.mjs';

process.exitCode = (await setUp(packageRoot(import.meta.url))) ? 0 : 2;
