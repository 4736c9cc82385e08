import { copyFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { fixturesFolder } from '../../harness/certify/host-places.js';
import { configurationsOf } from '../../harness/cli/configuration.js';
import { exitStatus } from '../../harness/cli/exit-status.js';
import { worst } from '../../harness/cli/run-all.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { olkconform } from './olkconform.js';
import { withoutHost } from './refusals.js';

describe('several helpers in one configuration', () => {
  const folder = temporaryFolder();

  function save(value: unknown): string {
    const file = join(folder(), 'olkconform.config.json');
    writeFileSync(file, JSON.stringify(value));
    return file;
  }

  it('share what the file says of all, and state the rest themselves', () => {
    const file = save({
      $schema: './config.schema.json',
      export: 'Make',
      level: 'must',
      report: 'json={name}.json',
      helpers: [
        { name: 'mail', dll: 'mail.dll' },
        { name: 'calendar', dll: 'calendar.dll', capture: 'Show', level: 'should', baseline: '{name}.known.json' },
      ],
    });
    const at = (name: string): string => join(folder(), name);
    const mail = { dll: at('mail.dll'), export: 'Make', level: 'must', report: [`json=${at('mail.json')}`] };
    const calendar = {
      dll: at('calendar.dll'),
      capture: 'Show',
      level: 'should',
      report: [`json=${at('calendar.json')}`],
      baseline: at('calendar.known.json'),
    };
    expect(configurationsOf({}, file)).to.deep.equal([
      { name: 'mail', configuration: mail },
      { name: 'calendar', configuration: calendar },
    ]);
    expect(configurationsOf({ strict: true }, file, ['calendar'])).to.deep.equal([
      { name: 'calendar', configuration: { ...calendar, strict: true } },
    ]);
    expect(configurationsOf({ dll: 'other.dll' }, file)).to.deep.equal([
      { configuration: { dll: 'other.dll', export: 'Make', level: 'must', report: [`json=${at('{name}.json')}`] } },
    ]);
  });

  it('have names of their own, by which some of them can be chosen', () => {
    const twice = save({ helpers: [{ name: 'a' }, { name: 'a' }] });
    expect(() => configurationsOf({}, twice)).to.throw(UsageError, 'there are two named a');
    const one = save({ helpers: [{ name: 'calendar' }] });
    expect(() => configurationsOf({}, one, ['calender'])).to.throw(UsageError, 'Did you mean calendar?');
    expect(() => configurationsOf({}, undefined, ['a'])).to.throw(UsageError, 'no helpers to choose from');
  });

  it('do not write over each other’s reports, and are more than one --json can print', async () => {
    const helpers = ['own-session', 'borrowed-session'].map((name) => ({ name, example: name }));
    const file = save({ helpers, report: ['json=result.json'] });
    const same = await olkconform(['run', '--config', file]);
    expect(same.stderr).to.contain('the runs of own-session and borrowed-session both write').and.contain('Put {name}');
    expect([same.status, same.stdout]).to.deep.equal([2, '']);
    const json = await olkconform(['run', '--config', file, '--json']);
    expect(json.stderr).to.contain('--json prints one run record');
    expect(json.status).to.equal(2);
  });

  it('do not write over what another one is judged by, by whatever path', async () => {
    const at = (name: string): string => join(folder(), name);
    for (const dll of ['mail.dll', 'calendar.dll']) copyFileSync(join(fixturesFolder, 'own-session.dll'), at(dll));
    symlinkSync(at('mail.dll'), at('link'));
    symlinkSync(at('mail.json'), at('link.json'));
    writeFileSync(at('known.json'), JSON.stringify({ entries: [] }));
    const runs = async (report: string, more: object): Promise<[number | null, string]> => {
      const helpers = [
        { name: 'mail', dll: 'mail.dll', ...more },
        { name: 'calendar', dll: 'calendar.dll', report },
      ];
      const { status, stderr } = await olkconform(['run', '--config', save({ helpers })], withoutHost);
      return [status, stderr];
    };
    for (const [file, baseline] of [
      ['mail.dll', {}],
      ['link', {}],
      ['known.json', { baseline: 'known.json' }],
    ] as const) {
      const [status, stderr] = await runs(`json=${file}`, baseline);
      expect(stderr).to.contain(`the run of calendar would write over ${at(file)}, which that of mail reads.`);
      expect(status).to.equal(2);
    }
    const [status, stderr] = await runs('json=link.json', { report: 'json=mail.json' });
    expect(stderr).to.contain(`the runs of mail and calendar both write ${at('mail.json')}.`);
    expect(status).to.equal(2);
  });

  it('end with the worst status, of which a broken harness is worse than a failure, and that worse than what is open', () => {
    expect(worst([0, 3, 1])).to.equal(1);
    expect(worst([0, 3, 0])).to.equal(3);
    expect(worst([4, 0])).to.equal(4);
    expect(worst([1, 2])).to.equal(1);
    expect(worst([1, 70, 0])).to.equal(70);
    expect(worst([])).to.equal(exitStatus.nothingSelected);
    for (const status of Object.values(exitStatus)) expect(worst([0, status]), String(status)).to.equal(status);
  });
});
