import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { hostileFaults, hostilePlaces, judgeCell } from '../../harness/certify/hostile.js';
import { root } from '../cli/olkconform.js';
import { recordOf } from '../cli/record.js';
import { accessViolation } from '../engine/transcripts.js';

describe('hostile DLLs', () => {
  it('commit what fixtures/hostile/faults.cpp has, all of it', () => {
    const source = readFileSync(join(root, 'fixtures', 'hostile', 'faults.cpp'), 'utf8');
    const [, table = ''] = source.split('const Fault faults[] = {');
    const names = Array.from(table.matchAll(/^ {4}\{"([^"]+)",/gm), ([, name]) => name);
    expect(names).to.deep.equal(hostileFaults);
  });

  it('commit it in each place that fixtures/hostile/hostile.cpp reaches', () => {
    const source = readFileSync(join(root, 'fixtures', 'hostile', 'hostile.cpp'), 'utf8');
    const reached = Array.from(source.matchAll(/reach\("([^"]+)"\)/g), ([, place]) => place);
    expect(reached).to.have.members(hostilePlaces);
  });

  it('do not count as withstood where they knew nothing to commit', () => {
    const [, status] =
      /noSuchFault = (\d+);/.exec(readFileSync(join(root, 'fixtures', 'hostile', 'faults.h'), 'utf8')) ?? [];
    const record = { ...recordOf(), faults: [{ ...accessViolation, exitStatus: Number(status) }] };
    expect(judgeCell('good-manners', 'GetIdentity', record).wrong).to.equal('hostile.dll has no such fault');
  });
});
