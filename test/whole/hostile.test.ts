import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import * as z from 'zod/mini';

import { fixturesFolder } from '../../harness/certify/host-places.js';
import { runRecordSchema } from '../../harness/record/run-record.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { olkconform } from '../cli/olkconform.js';

const report = z.object({
  cells: z.array(z.object({ fault: z.string(), place: z.string(), end: z.string(), wrong: z.nullable(z.string()) })),
});

/** A part of the matrix: each kind of end, in places of each kind. */
const part =
  '{{read,stack-overflow,throw,exit-process,close-handles,suspend-threads,forge-frames}@{attach,factory,GetMapiSession,destructor},direction-flag@detach}';

describe('olkconform selftest --hostile', () => {
  it('takes whatever a DLL does, and says where it was done', async () => {
    const { status, stdout, stderr } = await olkconform(['selftest', '--hostile', '--only', part, '--json']);
    expect(stdout, stderr).not.to.equal('');
    const { cells } = report.parse(JSON.parse(stdout));
    expect(cells).to.have.length(29);
    expect(cells.filter(({ wrong }) => wrong !== null)).to.deep.equal([]);
    const endOf = (fault: string, place: string): string | undefined =>
      cells.find((cell) => cell.fault === fault && cell.place === place)?.end;
    expect(endOf('read', 'GetMapiSession')).to.equal('died');
    expect(endOf('throw', 'GetMapiSession')).to.equal('threw');
    expect(endOf('exit-process', 'factory')).to.equal('died');
    expect(endOf('read', 'attach')).to.equal('load');
    // A DLL that cannot be loaded again after that: sequences are tried in another process.
    expect(endOf('direction-flag', 'detach')).to.equal('lived');
    expect(status).to.equal(0);
  });

  describe('tells the story of', () => {
    const folder = temporaryFolder();

    /** What is said of a death of this fault in GetIdentity, and the exit status. */
    const storyOf = async (fault: string): Promise<{ story: string | undefined; status: number | null }> => {
      const dll = join(folder(), `${fault}@GetIdentity.dll`);
      copyFileSync(join(fixturesFolder, 'hostile.dll'), dll);
      const args = ['run', '--json', '--dll', dll, '--only', 'abi/no-crash', '--session', 'borrowed', '--timeout', '2'];
      const { status, stdout, stderr } = await olkconform(args);
      expect(stdout, stderr).not.to.equal('');
      return { story: runRecordSchema.parse(JSON.parse(stdout)).faults[0]?.story, status };
    };

    it('a window that nobody closes', async () => {
      const { story, status } = await storyOf('dialog');
      expect(story).to.contain('it shows a window, "Hostile helper" (class #32770)');
      expect(status).to.equal(1);
    });

    it('a call into a DLL that has unloaded itself, and of one that calls itself without an end', async () => {
      expect((await storyOf('free-self')).story).to.contain('STATUS_ACCESS_VIOLATION (0xC0000005)');
      expect((await storyOf('query-recursion')).story).to.match(/STACK_OVERFLOW|stack overflow/);
    });

    it('a DLL that writes into the journal that all is well, and does not believe it', async () => {
      const { story, status } = await storyOf('forge-journal');
      expect(story).to.contain('it holds a record that the harness did not write');
      expect(status).to.equal(1);
    });

    it('a DLL that has found out by which secret the harness knows its messages', async () => {
      const { story, status } = await storyOf('forge-frames');
      expect(story).to.contain("the helper forged a message of the harness's own");
      expect(status).to.equal(1);
    });

    it('a fault that there is not, which is no DLL that behaves', async () => {
      const { story, status } = await storyOf('good-manners');
      expect(story).to.contain('exit status 86');
      expect(status).to.equal(1);
    });

    it('a fault, with the function that it came up in', async () => {
      const { story } = await storyOf('read');
      expect(story).to.match(/reading 0x0{16}, at hostile\.dll\+0x[0-9a-f]+ \(.*faults.*\+0x[0-9a-f]+\)$/);
    });
  });
});
