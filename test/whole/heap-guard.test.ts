import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { fixturesFolder } from '../../harness/certify/host-places.js';
import { runRecordSchema, type RunRecord } from '../../harness/record/run-record.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { olkconform } from '../cli/olkconform.js';

async function recordOf(args: readonly string[]): Promise<RunRecord> {
  const { stdout, stderr } = await olkconform(['run', '--json', '--heap-guard', ...args]);
  expect(stdout, stderr).not.to.equal('');
  return runRecordSchema.parse(JSON.parse(stdout));
}

describe('olkconform run --heap-guard', () => {
  const folder = temporaryFolder();

  /** Each of these is taken without a word by a heap that is not guarded, or found out somewhere else. */
  const stories = {
    'heap-overrun':
      /^STATUS_ACCESS_VIOLATION .*writing .*, 8 bytes behind the end of a block of 24 bytes on the heap, at hostile\.dll\+/,
    'heap-double-free':
      /^STATUS_HEAP_CORRUPTION .*a block of 24 bytes on the heap was given back twice, at hostile\.dll\+/,
    'heap-use-after-free':
      /reading .*, 4 bytes into a block of 24 bytes on the heap that had been given back, at hostile/,
    'heap-one-beyond':
      /something was written up to 1 byte behind the end of a block of 21 bytes on the heap, found after the call$/,
  };

  for (const [fault, story] of Object.entries(stories)) {
    it(`blames ${fault} on the step that did it`, async () => {
      const dll = join(folder(), `${fault}@GetIdentity.dll`);
      copyFileSync(join(fixturesFolder, 'hostile.dll'), dll);
      const once = ['--only', 'abi/no-crash', '--session', 'borrowed', '--max-deaths', '1'];
      const { faults, transcripts, subject } = await recordOf(['--dll', dll, ...once]);
      expect(faults[0]?.story).to.match(story);
      expect(subject.heapGuard).to.equal(true);
      const died = transcripts.flatMap(({ script, steps }) =>
        steps.flatMap(({ outcome }, at) => (outcome.kind === 'died' ? [script.steps[at]?.do] : [])),
      );
      expect(died).to.deep.equal(['getIdentity']);
    });
  }

  it('finds no fault with a helper that makes and gives back what it should, and loads again', async () => {
    const { summary, faults } = await recordOf(['--example', 'own-session']);
    expect(faults).to.deep.equal([]);
    expect(summary).to.include({ verdict: 'conformant', fail: 0, inconclusive: 0 });
  });
});
