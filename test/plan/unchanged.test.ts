import { copyFileSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { fixturesFolder } from '../../harness/certify/host-places.js';
import { inspectSubject, type SubjectFile } from '../../harness/plan/subject.js';
import { isUnchanged, lookOf } from '../../harness/plan/unchanged.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

describe('isUnchanged', () => {
  const folder = temporaryFolder();
  const lookedAt = (): SubjectFile => {
    const path = join(folder(), 'helper.dll');
    copyFileSync(join(fixturesFolder, 'own-session.dll'), path);
    return inspectSubject(path, { kind: 'factory', export: 'CreateHelper' });
  };

  it('is so for a file that was only read meanwhile', () => {
    const subject = lookedAt();
    readFileSync(subject.path);
    expect(isUnchanged(subject)).to.equal(true);
  });

  it('is not for one that was written to', () => {
    const subject = lookedAt();
    const bytes = readFileSync(subject.path);
    bytes.writeUInt8(1, bytes.length - 1);
    writeFileSync(subject.path, bytes);
    expect(isUnchanged(subject)).to.equal(false);
    // As when it happened in the tick in which it was looked at.
    expect(isUnchanged({ ...subject, look: lookOf(statSync(subject.path, { bigint: true })) })).to.equal(false);
  });

  it('is not for one that was written to and put back, with the time that it had', function () {
    if (process.platform === 'win32') this.skip();
    const subject = lookedAt();
    const bytes = readFileSync(subject.path);
    const { atime, mtime } = statSync(subject.path);
    writeFileSync(subject.path, 'MZ');
    writeFileSync(subject.path, bytes);
    utimesSync(subject.path, atime, mtime);
    const { mtimeNs } = statSync(subject.path, { bigint: true });
    const look = subject.look.with(1, mtimeNs);
    expect(isUnchanged({ ...subject, look })).to.equal(false);
  });

  it('is not for one in whose place an equal one was put', function () {
    if (process.platform === 'win32') this.skip();
    const subject = lookedAt();
    copyFileSync(subject.path, `${subject.path}.new`);
    renameSync(`${subject.path}.new`, subject.path);
    expect(isUnchanged(subject)).to.equal(false);
  });

  it('is not for one that is gone, or is no file any more', () => {
    const subject = lookedAt();
    rmSync(subject.path);
    expect(isUnchanged(subject)).to.equal(false);
  });

  it('goes by size, time and content alone on Windows, where a scanner may change the rest', () => {
    const stats = statSync(folder(), { bigint: true });
    expect(lookOf(stats, 'win32')).to.deep.equal([stats.size, stats.mtimeNs]);
  });
});
