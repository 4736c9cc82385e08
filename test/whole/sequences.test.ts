import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { certify } from '../../harness/cli/embed.js';
import { runRecordSchema } from '../../harness/record/run-record.js';
import { olkconform, root } from '../cli/olkconform.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const area = 'built-in-sequence';

/** Mutants, each with a built-in sequence that finds it, and the call that its last step shows. */
const found: [mutant: string, sequence: string, step: number, call: string][] = [
  ['abi-crash-when-repeated', 'hand-off-twice', 6, 'HandsOffSession() → the process ended'],
  ['abi-throws-when-logon-fails', 'logon-fails-at-first', 4, 'GetMapiSession(session) → an exception left the call'],
  ['hands-off-borrowed-code-changes', 'hand-off-first', 6, 'HandsOffSession() → E_UNEXPECTED'],
  ['hands-off-borrowed-releases', 'two-helpers-two-sessions', 17, 'look at the counters'],
  ['hands-off-own-keeps', 'ordinary-life', 6, 'HandsOffSession() → S_OK'],
  ['hands-off-reopen-crash', 'reopen', 6, 'GetMapiSession(session) → the process ended'],
  ['identity-follows-session', 'interleaved-threads', 7, 'GetIdentity(buffer, *pcch = 256) → S_OK'],
  ['mapi-failed-logon-stays-initialised', 'logon-fails-at-first', 10, 'IUnknown: Release() → count 0'],
  ['session-not-counted-again', 'get-twice', 4, 'GetMapiSession(second) → S_OK'],
  ['session-counted-twice', 'release-oldest-first', 4, 'GetMapiSession(second) → S_OK'],
  ['session-swallows-logon-failure', 'logon-fails-at-first', 4, 'GetMapiSession(session) → S_OK'],
];

describe('olkconform run --sequence', () => {
  const folder = temporaryFolder();

  for (const name of ['own-session', 'borrowed-session'])
    it(`finds nothing wrong with ${name} by the built-in sequences, and judges the same from the record`, async () => {
      const file = join(folder(), `${name}.json`);
      const args = ['run', '--example', name, '--sequence', 'built-in', '--only', area, '--report', `json=${file}`];
      const { status, stderr } = await olkconform(args);
      expect(status, stderr).to.equal(0);
      const record = runRecordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
      expect(record.checks.map(({ id }) => id)).to.deep.equal(record.sequences?.map(({ id }) => id));
      expect(record.summary).to.include({ fail: 0, warning: 0, inconclusive: 0 });
      expect(record.summary.pass).to.be.at.least(12);
      const again = await olkconform(['judge', file, '--json']);
      expect(runRecordSchema.parse(JSON.parse(again.stdout)).checks).to.deep.equal(record.checks);
    });

  for (const [mutant, sequence, step, call] of found)
    it(`finds ${mutant} by ${sequence}, and says in which step`, async () => {
      const { checks } = await certify({
        example: `mutant/${mutant}`,
        sequence: `built-in/${sequence}`,
        only: area,
      });
      expect(checks).to.have.length(1);
      expect(checks[0]).to.include({ id: `${area}/${sequence}`, verdict: 'fail' });
      expect(checks[0]?.steps).to.have.length(step);
      expect(checks[0]?.steps.at(-1)).to.contain(call);
    });

  it('takes the sequence in docs/write-a-sequence.md, under the id that is told there', async () => {
    const page = readFileSync(join(root, 'docs', 'write-a-sequence.md'), 'utf8');
    const [, written = ''] = /^```yaml\n(.*?)^```/ms.exec(page) ?? [];
    const [, command = ''] = /^```sh\nolkconform (.*?)\n```/ms.exec(page) ?? [];
    const file = join(folder(), 'folders.yaml');
    writeFileSync(file, written);
    const args = command.split(' ').map((word) => (word === 'folders.yaml' ? file : word));
    const { status, stdout, stderr } = await olkconform([...args, '--only', 'own-sequence']);
    expect(stdout, stderr).to.match(/^ {2}✓ own-sequence\/folders /m);
    expect(status).to.equal(0);
    writeFileSync(file, written.replace('S_OK', 'E_NOTIMPLL'));
    const refused = await olkconform(args);
    expect(refused.stderr).to.match(
      /folders\.yaml:\d+:\d+: hresult: E_NOTIMPLL is not taken here\. Did you mean E_NOTIMPL\?/,
    );
    expect([refused.status, refused.stdout]).to.deep.equal([2, '']);
  });
});
