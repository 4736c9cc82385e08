import { join } from 'node:path';

import { fixturesFolder } from '../../harness/certify/host-places.js';
import { fileIn, refuses } from './refusals.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { recordOf } from './record.js';

const own = join(fixturesFolder, 'own-session.dll');
const client = join(fixturesFolder, 'client', 'borrowing-client.dll');

const guid = '11111111-2222-3333-4444-555555555555';

describe('olkconform refuses bad input with one clear message, before any child is started', () => {
  const folder = temporaryFolder();
  const file = fileIn(folder);

  refuses('no helper', () => ['run'], 2, 'No helper was named', '--dll FILE');
  refuses('no file', () => ['run', '--dll', join(folder(), 'none.dll')], 2, 'there is no such file');
  const none = 'it cannot be read: there is no such file';
  refuses('no sequence', () => ['run', '--dll', own, '--sequence', join(folder(), 'none.yaml')], 2, none);
  refuses('no configuration', () => ['run', '--config', join(folder(), 'none.json')], 2, none);
  refuses('no baseline', () => ['run', '--dll', own, '--baseline', join(folder(), 'none.json')], 2, none);
  const noRecord = 'this run record cannot be read: there is no such file';
  refuses('no record to judge', () => ['judge', join(folder(), 'none.json')], 2, noRecord);
  refuses(
    'no record to compare',
    () => ['compare', join(folder(), 'none.json'), join(folder(), 'none.json')],
    2,
    noRecord,
  );
  const system = ['run', '--dll', own, '--mapi', 'system'];
  refuses("the machine's own MAPI without a profile", () => system, 2, 'no profile was named', '--profile NAME');
  for (const option of [['--random', '5'], ['--soak', '1000'], ['--depth', '2'], ['--mapi-registry']])
    refuses(
      `the machine's own MAPI with ${option.join(' ')}`,
      () => [...system, '--profile', 'Outlook', ...option],
      2,
      `--mapi system does not go with ${option[0] ?? ''}`,
    );
  refuses('a missing export', () => ['run', '--dll', own, '--export', 'CreateHelpr'], 2, 'Did you mean CreateHelper?');
  refuses(
    'a class id of no form, with an example that is no real one',
    () => ['run', '--dll', own, '--clsid', 'mine'],
    2,
    'a class id looks like {01234567-89ab-cdef-0123-456789abcdef}',
  );
  refuses(
    'a class id for a DLL without classes',
    () => ['run', '--dll', client, '--clsid', guid],
    2,
    '--clsid needs DllGetClassObject',
    '--clsid is for the DLL of a COM class',
  );
  refuses(
    'a soak of what a client hands over',
    () => ['run', '--dll', client, '--capture', 'UseAccounts', '--soak', '1000'],
    2,
    'cannot be told from what the client takes',
    '--export NAME',
  );
  refuses('a seed for nothing', () => ['run', '--dll', own, '--seed', '7'], 2, '--random N');
  refuses(
    'an apartment for hostile DLLs',
    () => ['selftest', '--hostile', '--apartment', 'mta'],
    2,
    '--apartment: hostile DLLs are judged in one apartment.',
  );
  refuses(
    'hostile DLLs that there are not',
    () => ['selftest', '--hostile', '--only', 'read@nowhere'],
    4,
    'no hostile DLL is called read@nowhere; nothing was judged.',
  );
  refuses('a helper without an option', () => ['run', 'helper.dll'], 2, 'olkconform run --dll helper.dll');
  refuses(
    'two ways in',
    () => ['run', '--dll', own, '--clsid', guid, '--export', 'X'],
    2,
    '--export and --clsid are different ways in',
  );
  refuses(
    'an unknown check',
    () => ['run', '--dll', own, '--only', 'get-identity/nul-pcch'],
    2,
    'Did you mean get-identity/null-pcch?',
  );
  for (const way of [['--export', 'X'], ['--clsid', guid], ['--prepare', 'X'], ['--registered'], ['--capture', 'X']]) {
    refuses(
      `an example with another way in, ${way.join(' ')}`,
      () => ['run', '--example', 'own-session', ...way],
      2,
      `--example own-session has its own way in: it does not go with ${String(way[0])}`,
      '--dll ',
    );
  }
  refuses('an unknown example', () => ['run', '--example', 'own-sesion'], 2, 'Did you mean own-session?');
  refuses(
    'an unknown option value',
    () => ['run', '--dll', own, '--session', 'mine'],
    2,
    'it has to be one of own, borrowed, auto',
  );
  refuses('an unknown command', () => ['certfy'], 2, 'certfy: there is no such command');
  for (const seconds of ['soon', '0', '-1', '86401', 'Infinity']) {
    refuses(
      `a total time of ${seconds}`,
      () => ['run', '--dll', own, '--total-timeout', seconds],
      2,
      'totalTimeout: a number of seconds, more than 0 and at most 86400',
    );
  }
  for (const deaths of ['0', '1.5', 'many', '1001']) {
    refuses(
      `${deaths} deaths`,
      () => ['run', '--dll', own, '--max-deaths', deaths],
      2,
      'maxDeaths: a whole number from 1 to 1000',
    );
  }
  refuses('a timeout that is no number', () => ['run', '--dll', own, '--timeout', 'soon'], 2, 'a number of seconds');
  refuses(
    'a configuration that cannot be read',
    () => ['run', '--config', join(folder(), 'none.json')],
    2,
    'cannot be read',
  );
  refuses('a configuration that is not JSON', () => ['run', '--config', file('c.json', '{')], 2, 'not JSON');
  refuses(
    'a configuration with an unknown key',
    () => ['run', '--config', file('d.json', '{"dlls":1}')],
    2,
    'd.json: there is no dlls here; the nearest name is dll.',
  );
  const manyBad = Array.from({ length: 300_000 }, () => ({ x: 1 }));
  refuses(
    'a baseline of which hundreds of thousands of entries are wrong',
    () => ['run', '--dll', own, '--baseline', file('b.json', JSON.stringify({ entries: manyBad }))],
    2,
    'b.json: too much of it is wrong to say where.',
  );
  refuses(
    'a configuration with many flaws',
    () => ['run', '--config', file('f.json', JSON.stringify({ tolerate: manyBad.slice(0, 100) }))],
    2,
    'tolerate: 0: id: ',
    '; and 280 more.',
  );
  refuses(
    'a record of which hundreds of thousands of transcripts are wrong',
    () => ['judge', file('r.json', JSON.stringify({ ...recordOf(), transcripts: manyBad }))],
    2,
    'not a whole run record: too much of it is wrong to say where',
  );
  refuses(
    'a report in a folder that there is not',
    () => ['run', '--dll', own, '--report', `json=${folder()}/no/x.json`],
    2,
    '/no/x.json cannot be written: its folder is not there',
  );
  refuses(
    'a page to open that there is not',
    () => ['run', '--dll', own, '--open'],
    2,
    '--open: no HTML page was asked',
  );
  refuses('a run for machines again and again', () => ['run', '--dll', own, '--watch', '--json'], 2, 'with --json: it');
  refuses('nothing to watch', () => ['run', '--example', 'own-session', '--watch'], 2, 'no file that could change');
  refuses(
    'a report format that is misspelled',
    () => ['run', '--dll', own, '--report', 'jsn=x'],
    2,
    'Did you mean json?',
  );
  refuses(
    'an unknown report format',
    () => ['run', '--dll', own, '--report', 'xml=x'],
    2,
    'no format xml; the formats',
  );
  refuses(
    'a report path that cannot be written',
    () => ['run', '--dll', own, '--report', `json=${folder()}/no/x`],
    2,
    'cannot be written',
  );
  refuses(
    'a report path that is a directory',
    () => ['run', '--dll', own, '--report', `json=${folder()}`],
    2,
    'is a directory',
  );
  refuses(
    'a report in a folder that takes no files, whoever asks',
    () => ['run', '--dll', own, '--report', 'json=/proc/x.json'],
    2,
    '/proc/x.json cannot be written',
  );
  refuses(
    'a pattern that matches nothing',
    () => ['run', '--dll', own, '--skip', 'get-identty/*'],
    2,
    '--skip get-identty/*',
    'Did you mean get-identity/*?',
  );
  refuses(
    'a tolerance of a whole area',
    () => ['run', '--dll', own, '--config', file('t.json', '{"tolerate":[{"id":"mapi","reason":"later"}]}')],
    2,
    'tolerate mapi: it is not the id of one check',
  );
  refuses(
    'a selection that leaves nothing',
    () => ['run', '--dll', own, '--only', 'interface', '--skip', 'interface'],
    4,
    'no check is left by --only interface --skip interface; nothing was judged',
  );
  refuses('a record that is none', () => ['judge', file('r.json', '{}')], 2, 'not a whole run record');
  refuses('a record of a later version', () => ['judge', file('v.json', '{"schemaVersion":99}')], 2, 'version 99');
  refuses('a cache that cannot be made', () => ['run', '--dll', own], 2, 'cannot be made', 'OLKCONFORM_CACHE');
});
