import { expect } from 'chai';
import * as z from 'zod/mini';

import { olkconform } from '../cli/olkconform.js';

const report = z.object({
  cells: z.array(z.object({ fault: z.string(), place: z.string(), end: z.string(), wrong: z.nullable(z.string()) })),
});

/** A part of the matrix: each kind of end, in places of each kind. */
const part =
  '{read,stack-overflow,throw,exit-process,close-handles,suspend-threads}@{attach,factory,GetMapiSession,destructor}';

describe('olkconform selftest --hostile', () => {
  it('takes whatever a DLL does, and says where it was done', async () => {
    const { status, stdout, stderr } = await olkconform(['selftest', '--hostile', '--only', part, '--json']);
    expect(stdout, stderr).not.to.equal('');
    const { cells } = report.parse(JSON.parse(stdout));
    expect(cells).to.have.length(24);
    expect(cells.filter(({ wrong }) => wrong !== null)).to.deep.equal([]);
    const endOf = (fault: string, place: string): string | undefined =>
      cells.find((cell) => cell.fault === fault && cell.place === place)?.end;
    expect(endOf('read', 'GetMapiSession')).to.equal('died');
    expect(endOf('throw', 'GetMapiSession')).to.equal('threw');
    expect(endOf('exit-process', 'factory')).to.equal('died');
    expect(endOf('read', 'attach')).to.equal('load');
    expect(status).to.equal(0);
  });

  it('does not call it a success when no cell matches', async () => {
    const { status } = await olkconform(['selftest', '--hostile', '--only', 'nothing']);
    expect(status).to.equal(4);
  });
});
