import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import * as z from 'zod/mini';

import type { Configuration } from '../../harness/cli/configuration-schema.js';
import { certify, type CertifyOptions } from '../../harness/cli/embed.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { root } from './olkconform.js';

/** Does not compile when the configuration can state what `certify` cannot be told. */
const untold: readonly Exclude<keyof Configuration, keyof CertifyOptions>[] = [];
export const nothingIsUntold: readonly never[] = untold;

/** A declaration and all that it is made of, by the files of this package; and the packages that it names. */
function typesFrom(file: string, seen: Set<string>, packages: Set<string>): void {
  if (seen.has(file)) return;
  seen.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)) {
    if (name.startsWith('.')) typesFrom(join(dirname(file), name.replace(/\.js$/, '.d.ts')), seen, packages);
    else packages.add(name);
  }
}

describe('certify, as others import it', () => {
  const folder = temporaryFolder();

  const failure = async (options: CertifyOptions): Promise<Error> => {
    try {
      await certify(options);
    } catch (error) {
      if (error instanceof Error) return error;
    }
    throw new Error('it was let through');
  };

  it('is what package.json exports, with types that need nothing but what records and sequences are made of', () => {
    const { exports } = z
      .object({ exports: z.object({ '.': z.object({ types: z.string(), default: z.string() }) }) })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    expect(existsSync(join(root, exports['.'].default))).to.equal(true);
    const [files, packages] = [new Set<string>(), new Set<string>()];
    typesFrom(join(root, exports['.'].types), files, packages);
    expect([...packages]).to.deep.equal(['zod/mini']);
    const rooms = [...files].map((file) => file.split('/dist/harness/')[1]?.split('/')[0]);
    expect(new Set(rooms)).to.deep.equal(new Set(['cli', 'record', 'sequence']));
  });

  it('refuses by an error that says what is wrong and what to do', async () => {
    const error = await failure({ dll: join(folder(), 'none.dll') });
    expect(error.name).to.equal('UsageError');
    expect(error.message).to.match(/none\.dll.+\. .+\.$/);
    expect((await failure({})).message).to.match(/^No helper was named\. Give /);
    expect((await failure({ example: 'own-session', timeout: -1 })).message).to.contain('timeout: a number of seconds');
    const nothing = { example: 'own-session', only: 'abi/stdcall' };
    expect((await failure(nothing)).message).to.contain('no check is left by --only abi/stdcall');
  });
});
