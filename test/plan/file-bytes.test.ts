import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { fileBytes, largestDll, UnfitFile } from '../../harness/plan/file-bytes.js';
import { inspectSubject } from '../../harness/plan/subject.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const way = { kind: 'factory', export: 'CreateHelper' } as const;

describe('fileBytes', () => {
  const folder = temporaryFolder();

  function fileOf(size: number): string {
    const path = join(folder(), 'large.dll');
    writeFileSync(path, '');
    // Without a byte on the disk.
    truncateSync(path, size);
    return path;
  }

  it('reads whatever can be judged: a certificate of it can be compared with the DLL', () => {
    const path = fileOf(256 * 1024 * 1024 + 1);
    expect(() => inspectSubject(path, way)).to.throw('not a Windows DLL');
    expect(fileBytes(path)).to.have.length(256 * 1024 * 1024 + 1);
  });

  it('reads nothing that is too large to be judged', () => {
    const path = fileOf(largestDll + 1);
    expect(() => inspectSubject(path, way)).to.throw('bytes are too many: at most 536870912 are read');
    expect(() => fileBytes(path)).to.throw(UnfitFile, 'bytes are too many');
  });
});
