import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from 'chai';

import { configurationsOf } from '../../harness/cli/configuration.js';
import type { Configuration } from '../../harness/cli/configuration-schema.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import { apartments } from '../../harness/script/step.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

/** Of a file that has one helper. */
function configurationOf(flags: Configuration, file: string): Configuration {
  const [{ name, configuration } = { configuration: {} }, ...others] = configurationsOf({ ...flags }, file);
  expect([name, others]).to.deep.equal([undefined, []]);
  return configuration;
}

const clsid = '11111111-2222-3333-4444-555555555555';

describe('configurationsOf', () => {
  const folder = temporaryFolder();

  function both(file: Configuration, flags: Configuration): Configuration {
    const path = join(folder(), 'olkconform.json');
    writeFileSync(path, JSON.stringify(file));
    return configurationOf(flags, path);
  }

  function written(text: string): Configuration {
    const path = join(folder(), 'olkconform.json');
    writeFileSync(path, text);
    return configurationOf({}, path);
  }

  it('takes a file with a byte order mark, as editors on Windows write it', () => {
    expect(written('\uFEFF{"level":"must"}')).to.deep.equal({ level: 'must' });
  });

  it('takes a lone text as a list of one', () => {
    expect(written('{"only":"get-identity","skip":"abi","report":"json=/r"}')).to.deep.equal({
      only: ['get-identity'],
      skip: ['abi'],
      report: ['json=/r'],
    });
    expect(() => written('{"only":7}')).to.throw(UsageError, 'only: ');
  });

  it('takes numbers of a file, and of the command line what can be read as one', () => {
    expect(written('{"depth":3,"timeout":0.5}')).to.deep.equal({ depth: 3, timeout: 0.5 });
    const stated = (depth: string): unknown => configurationsOf({ depth }, undefined)[0]?.configuration;
    expect(stated('3')).to.deep.equal({ depth: 3 });
    const wanted = 'depth: a whole number from 0 to 8';
    for (const depth of ['', ' ', 'three', '9', '1.5']) expect(() => stated(depth), depth).to.throw(UsageError, wanted);
    for (const value of ['null', 'false', 'true', '[]', '[3]', '"3"', '""', '{}'])
      expect(() => written(`{"depth":${value}}`), value).to.throw(UsageError, wanted);
    for (const name of ['maxMemory', 'timeout', 'totalTimeout', 'maxDeaths', 'random', 'seed', 'soak'])
      expect(() => written(`{"${name}":"1000"}`), name).to.throw(UsageError, `${name}: a `);
  });

  it('takes each apartment that a run can choose, and no other', () => {
    for (const apartment of apartments) {
      expect(both({ apartment }, {})).to.deep.equal({ apartment });
      expect(both({ apartment: 'sta' }, { apartment })).to.deep.equal({ apartment });
    }
    expect(() => written('{"apartment":"none"}')).to.throw(UsageError, 'apartment: ');
  });

  it('names the files of the file from its folder, and those of the command line from where it was called', () => {
    const at = (name: string): string => join(folder(), name);
    expect(both({ dll: 'out/a.dll', report: ['json=a=b,console=c', '/x'] }, {})).to.deep.equal({
      dll: at('out/a.dll'),
      report: [`json=${at('a=b')}`, `console=${at('c')}`, '/x'],
    });
    expect(both({ dll: '/a.dll', report: ['json=/a'] }, {})).to.deep.equal({ dll: '/a.dll', report: ['json=/a'] });
    expect(both({ dll: 'a.dll', report: ['json=a'] }, { dll: 'b.dll', report: ['json=b'] })).to.deep.equal({
      dll: 'b.dll',
      report: ['json=b'],
    });
  });

  it('names the whole path of a file that is wrong', () => {
    const path = join(folder(), 'none.json');
    expect(() => configurationOf({}, relative(process.cwd(), path))).to.throw(UsageError, `--config ${path}: `);
  });

  it('lets the command line win over the file', () => {
    const file = { dll: '/a.dll', export: 'Make', level: 'must', timeout: 3 } as const;
    expect(both(file, { timeout: 5, strict: true })).to.deep.equal({ ...file, timeout: 5, strict: true });
    expect(both(file, { dll: 'b.dll' })).to.deep.equal({ ...file, dll: 'b.dll' });
  });

  it('lets a way in on the command line replace the whole way in of the file', () => {
    const file = { dll: '/a.dll', clsid, prepare: 'Prepare', registered: true, profile: 'Outlook' } as const;
    const rest = { dll: '/a.dll', profile: 'Outlook' };
    expect(both(file, { export: 'Make' })).to.deep.equal({ ...rest, export: 'Make' });
    expect(both(file, { capture: 'Show' })).to.deep.equal({ ...rest, capture: 'Show' });
    expect(both(file, { clsid })).to.deep.equal({ ...rest, clsid });
    expect(both({ dll: '/a.dll', export: 'Make' }, { clsid })).to.deep.equal({ dll: '/a.dll', clsid });
    expect(both({ dll: '/a.dll', capture: 'Show' }, { export: 'Make' })).to.deep.equal({
      dll: '/a.dll',
      export: 'Make',
    });
  });

  it('lets the helper of the command line replace the one of the file', () => {
    expect(both({ dll: 'a.dll', export: 'Make' }, { example: 'own-session' })).to.deep.equal({
      example: 'own-session',
    });
    expect(both({ example: 'own-session' }, { dll: 'a.dll' })).to.deep.equal({ dll: 'a.dll' });
  });
});
