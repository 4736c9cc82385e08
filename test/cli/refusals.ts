/** What a command line refuses. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { olkconform } from './olkconform.js';

/** Nothing of the host is there for these runs: a refusal must come before any child is started. */
export const withoutHost = { PATH: process.env['PATH'], OLKCONFORM_CACHE: '/dev/null/nowhere' };

/** Writes a file of this name there, and gives its path. */
export const fileIn =
  (folder: () => string) =>
  (name: string, content: string | Buffer): string => {
    const path = join(folder(), name);
    writeFileSync(path, content);
    return path;
  };

/** A test that these arguments are refused with these words, without a stack. */
export function refuses(what: string, args: () => string[], status: number, ...words: string[]): void {
  it(what, async () => {
    const result = await olkconform(args(), withoutHost);
    expect(result.stdout, 'stdout').to.equal('');
    for (const word of words) expect(result.stderr).to.contain(word);
    expect(result.stderr).not.to.match(/^\s+at /m);
    expect(result.status).to.equal(status);
  });
}
