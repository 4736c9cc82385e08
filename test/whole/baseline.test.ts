import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { olkconform } from '../cli/olkconform.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

describe('olkconform run --baseline', () => {
  const folder = temporaryFolder();
  const accusing = ['placeholder1/e-notimpl', 'sequence/exhaustive'];

  it('goes from a failing helper to a gate that is green, and red again when the helper is mended', async () => {
    const file = join(folder(), 'baseline.json');
    const reports = ['junit', 'sarif', 'ctrf', 'markdown', 'badge', 'json'].map((name) => join(folder(), name));
    const run = (example: string, ...more: readonly string[]): ReturnType<typeof olkconform> =>
      olkconform(['run', '--example', example, '--baseline', file, ...more]);

    const first = await run('mutant/placeholder-s-ok', '--update-baseline');
    for (const id of accusing) expect(first.stderr).to.contain(`${id} was put in`);
    expect(first.status).to.equal(1);

    const unfinished = await run('mutant/placeholder-s-ok');
    expect(unfinished.stderr).to.contain('entry placeholder1/e-notimpl: nobody has said why');
    expect(unfinished.status).to.equal(2);

    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('say here why this failure is lived with', 'ticket 7'));
    const targets = reports.map((path) => `${path.slice(folder().length + 1)}=${path}`).join(',');
    const known = await run('mutant/placeholder-s-ok', '--report', targets);
    expect(known.stdout).to.contain('Conformant but for 2 known failures: 2 warnings');
    expect(known.stdout).to.contain('(tolerated: ticket 7)');
    expect(known.status).to.equal(0);
    for (const path of reports.filter((each) => !each.endsWith('badge')))
      expect(readFileSync(path, 'utf8'), path).to.contain('ticket 7');
    expect(readFileSync(join(folder(), 'badge'), 'utf8')).to.contain('conformant but for 2 known failures');

    const mended = await run('own-session');
    expect(mended.stderr).to.contain('placeholder1/e-notimpl is tolerated, but finds no fault any more');
    expect(mended.status).to.equal(2);

    const updated = await run('own-session', '--update-baseline');
    for (const id of accusing) expect(updated.stderr).to.contain(`${id} finds no fault any more, and was taken out`);
    expect(updated.status).to.equal(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).to.deep.equal({ entries: [] });
  });
});
