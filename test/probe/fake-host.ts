/** A host process without Wine, CLR or DLL: it speaks the frames and writes the journal, and does what it is told. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { HostPlaces } from '../../harness/probe/launch.js';
import type { Script } from '../../harness/script/step.js';

/**
 * What becomes of a start when the "DLL" is loaded, which is a file that holds a list of these, one for each start (the
 * last for all that follow): the error of LoadLibrary, 0 for none, or the process ends.
 */
export type Loading = number | 'dies';

/** What the child does in the second step of a script, which is called after it. */
export type Deed =
  | 'returns'
  | 'dies'
  | 'hangs'
  /** The helper writes over the journal's header, and goes on with its work. */
  | 'damages'
  /** As before, and the bridge notices it. */
  | 'damages, and is noticed'
  /** The helper has found out the token, and says that the harness is broken. */
  | 'forges a frame'
  /** The bridge cannot go on, and says so under its seal. */
  | 'breaks the bridge'
  /** The bridge has no room left for what the helper did. */
  | 'overflows'
  /** The process ends when the script has ended. */
  | 'ends afterwards'
  /** The process crashes when it is told to exit. */
  | 'crashes at exit'
  /** As the one that forges a frame, which is read when all work is done. */
  | 'forges a frame at exit';

const program = `#!${process.execPath}
const fs = require('node:fs');
let token = '', journal = 0, used = 0, exitStatus = 0, forges = false, SealChain, seals;

function append(record) {
  const json = Buffer.from(JSON.stringify(record));
  const head = Buffer.alloc(12);
  head.writeUInt32LE(json.length);
  head.writeBigUInt64LE(seals.next(json), 4);
  fs.writeSync(journal, Buffer.concat([head, json]), 0, 12 + json.length, 256 + used);
  used += 12 + json.length;
  const commit = Buffer.alloc(8);
  commit.writeBigUInt64LE(BigInt(used));
  fs.writeSync(journal, commit, 0, 8, 8);
}
const tell = (message) => fs.writeSync(1, '\\x1e' + token + ' ' + JSON.stringify(message) + '\\n');
fs.appendFileSync(__filename + '.starts', '.');
const hang = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
const damage = () => fs.writeSync(journal, Buffer.alloc(256), 0, 256, 0);
const unix = (path) => path.slice(2).replaceAll('\\\\', '/');

const deeds = {
  returns() {},
  dies: () => process.exit(7),
  hangs() { fs.writeFileSync(__filename + '.hangs', ''); hang(); },
  damages() { damage(); hang(); },
  'damages, and is noticed'() { damage(); tell({ event: 'broken', why: 'the journal is full' }); hang(); },
  'forges a frame'() { tell({ event: 'broken', why: 'forged' }); hang(); },
  'breaks the bridge'() { append({ record: 'broken', why: 'the journal is full' }); hang(); },
  overflows() { append({ record: 'broken', why: 'JournalFullException: the journal is full' }); hang(); },
  'ends afterwards': () => setTimeout(() => process.exit(0), 1),
  'crashes at exit'() { exitStatus = 5; },
  'forges a frame at exit'() { forges = true; },
};

function open(request) {
  const dll = unix(request.dll);
  const counter = dll + '.starts';
  const starts = fs.existsSync(counter) ? Number(fs.readFileSync(counter, 'utf8')) : 0;
  fs.writeFileSync(counter, String(starts + 1));
  journal = fs.openSync(unix(request.journal), 'r+');
  const key = Buffer.alloc(8);
  fs.readSync(journal, key, 0, 8, 16);
  seals = new SealChain(key);
  append({ record: 'load' });
  const loadings = JSON.parse(fs.readFileSync(dll, 'utf8'));
  const loading = loadings[Math.min(starts, loadings.length - 1)];
  if (loading === 'dies') process.exit(7);
  append({ record: 'loaded', error: loading, events: [], libraries: [] });
  tell({ event: 'opened' });
}

function run({ first, scripts }) {
  const provider = { initializes: 0, uninitializes: 0, logons: 0, failedLogons: 0, sessions: [] };
  for (const [at, { name, steps }] of scripts.entries()) {
    const script = first + at;
    append({ record: 'script', script });
    for (const step of steps.keys()) {
      append({ record: 'step', script, step });
      if (step === 1) deeds[name]();
      append({ record: 'result', script, step, outcome: { kind: 'returned' }, provider, events: [], micros: 1 });
    }
    append({ record: 'end', script });
  }
  tell({ event: 'finished' });
}

import(${JSON.stringify(new URL('../../harness/probe/seal.js', import.meta.url).href)}).then((module) => {
SealChain = module.SealChain;
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const request = JSON.parse(line);
  if (request.op === 'open') open(request);
  else if (request.op === 'run') run(request);
  else if (request.op !== 'end') { token = request.token; tell({ event: 'ready' }); }
}).on('close', () => {
  if (forges) tell({ event: 'broken', why: 'forged' });
  process.exit(exitStatus);
});
});
`;

/** Makes the program in the folder; it is started in Wine's place, so it must know neither Node nor the entry. */
export function fakeHost(folder: string): HostPlaces {
  const wine = join(folder, 'fake-host.cjs');
  writeFileSync(wine, program, { mode: 0o755 });
  const unused = join(folder, 'unused');
  return {
    windowsNode: unused,
    wine,
    wineServer: '/bin/true',
    winePrefix: unused,
    bridge: unused,
    entry: unused,
    provider: unused,
    edge: '/project/dist/edge_coreclr.node',
  };
}

/** What the hosts of that folder have come to. */
export function hostsIn(folder: string): { readonly started: number; readonly hangs: boolean } {
  const host = join(folder, 'fake-host.cjs');
  const starts = `${host}.starts`;
  return {
    started: existsSync(starts) ? readFileSync(starts, 'utf8').length : 0,
    hangs: existsSync(`${host}.hangs`),
  };
}

export interface FakeDll {
  readonly path: string;
  /** How often it was loaded, or was tried to be. */
  readonly starts: () => number;
}

export function fakeDll(folder: string, ...loadings: readonly Loading[]): FakeDll {
  const path = join(folder, 'fake.dll');
  writeFileSync(path, JSON.stringify(loadings));
  const counter = `${path}.starts`;
  return { path, starts: () => (existsSync(counter) ? Number(readFileSync(counter, 'utf8')) : 0) };
}

export function scriptOf(deed: Deed): Script {
  return {
    name: deed,
    profile: 'Outlook',
    hazardous: false,
    apartment: 'sta',
    steps: ['before', 'deed', 'after'].map((label) => ({ do: 'observe', label })),
  };
}
