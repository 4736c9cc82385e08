/** Who judged, and on what. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, win32 } from 'node:path';
import * as z from 'zod/mini';

import { areas } from '../catalogue/catalogue.js';
import type { HostPlaces } from '../probe/launch.js';
import type { Environment, RunRecord } from '../record/run-record.js';
import { packageRoot, windowsNode } from '../setup/places.mjs';

const manifestSchema = z.object({ version: z.string() });

/** The catalogue is named by the hash of what it says, so that two records can be seen to be judged by the same one. */
export function toolIdentity(): RunRecord['tool'] {
  const manifest = join(packageRoot(import.meta.url), 'package.json');
  const { version } = manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
  const catalogue = createHash('sha256').update(JSON.stringify(areas)).digest('hex');
  return { name: 'olkconform', version, catalogue };
}

export function environmentOf(
  { wine }: HostPlaces,
  sandbox: Environment['sandbox'],
  mailClient: Environment['mailClient'],
): Environment {
  return {
    platform: process.platform,
    arch: process.arch,
    node: process.version,
    host: `Windows Node v${windowsNode.version}${wine === null ? '' : ` under ${win32.basename(wine)}`}`,
    sandbox,
    ...(mailClient === undefined ? {} : { mailClient }),
  };
}
