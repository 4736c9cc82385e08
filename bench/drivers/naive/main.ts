/**
 * Runs inside Windows Node: edge-js as one uses it first, one call of it for each call of the helper, in all sequences up
 * to a depth, and then each call alone, again and again on one helper. Arguments: the assembly, the provider, the helper's
 * DLL, the depth. Prints what it has done, as JSON.
 */
import { writeSync } from 'node:fs';
import { func } from 'edge-js';

import { letters, type Letter } from '../../../harness/record/exploration.js';

interface Answer {
  readonly hresult: number;
  readonly value: number;
  readonly text: string;
  readonly references: readonly number[];
}

const stdout = 1;
const ok = 0;
const warmUps = 500;
const timesAlone = 5_000;
const [assemblyFile = '', provider = '', helper = '', depth = ''] = process.argv.slice(2);

function method(methodName: string): (input: unknown) => Promise<Answer> {
  const call = func<unknown, Answer>({ assemblyFile, typeName: 'Olkconform.Bench.Naive.Naive', methodName });
  return (input) =>
    new Promise((resolve, reject) => {
      call(input, (error, answer) => {
        if (error instanceof Error) reject(error);
        else resolve(answer);
      });
    });
}

const bridge = {
  open: method('Open'),
  begin: method('Begin'),
  create: method('Create'),
  getIdentity: method('GetIdentity'),
  getMapiSession: method('GetMapiSession'),
  releaseSession: method('ReleaseSession'),
  handsOffSession: method('HandsOffSession'),
  placeholder1: method('Placeholder1'),
  query: method('Query'),
  releaseHelper: method('ReleaseHelper'),
};

async function create(): Promise<number> {
  const { hresult, value } = await bridge.create('Conformance');
  if (hresult !== ok) throw new Error('The helper was not created.');
  return value;
}

/** What comes out of GetMapiSession is released at once; all others are as in a sequence. */
const alone: Readonly<Record<string, (on: number) => Promise<unknown>>> = {
  i: (on) => bridge.getIdentity({ helper: on, capacity: 256 }),
  s: (on) => bridge.getIdentity({ helper: on, capacity: 1 }),
  g: async (on) => bridge.releaseSession((await bridge.getMapiSession(on)).text),
  q: bridge.query,
  p: bridge.placeholder1,
  h: bridge.handsOffSession,
};

/** Nanoseconds of each call, when what is compiled at first has been. */
async function timeAlone(): Promise<Record<string, number>> {
  const costs: Record<string, number> = {};
  for (const [letter, call] of Object.entries(alone)) {
    await bridge.begin(null);
    const on = await create();
    for (let time = 0; time < warmUps; time += 1) await call(on);
    const start = performance.now();
    for (let time = 0; time < timesAlone; time += 1) await call(on);
    costs[letter] = ((performance.now() - start) * 1e6) / timesAlone;
    await bridge.releaseHelper(on);
  }
  return costs;
}

async function tryOut(sequence: readonly Letter[]): Promise<void> {
  await bridge.begin(null);
  const helpers = [await create()];
  const held: string[] = [];
  let current = 0;
  const release = async (session: string | undefined): Promise<void> => {
    if (session !== undefined) await bridge.releaseSession(session);
  };
  const calls: Record<Letter, (on: number) => Promise<unknown>> = {
    i: (on) => bridge.getIdentity({ helper: on, capacity: 256 }),
    s: (on) => bridge.getIdentity({ helper: on, capacity: 1 }),
    g: async (on) => held.push((await bridge.getMapiSession(on)).text),
    n: () => release(held.pop()),
    o: () => release(held.shift()),
    h: bridge.handsOffSession,
    p: bridge.placeholder1,
    q: bridge.query,
    2: async () => {
      if (helpers.length === 1) helpers.push(await create());
      current = 1 - current;
    },
  };
  for (const letter of sequence) await calls[letter](helpers[current] ?? 0);
  for (const session of held.toReversed()) await release(session);
  let left: readonly number[] = [];
  for (const made of helpers.toReversed()) left = (await bridge.releaseHelper(made)).references;
  if (left.some((count) => count > 0)) throw new Error(`After ${sequence.join('')} a session has references.`);
}

function* sequencesOf(length: number): Generator<Letter[]> {
  if (length === 0) yield [];
  else for (const first of sequencesOf(length - 1)) for (const letter of letters) yield [...first, letter];
}

await bridge.open({ provider, helper });
let sequences = 0;
let steps = 0;
const start = performance.now();
for (let length = 1; length <= Number(depth); length += 1) {
  for (const sequence of sequencesOf(length)) {
    await tryOut(sequence);
    sequences += 1;
    steps += length;
  }
}
const micros = (performance.now() - start) * 1000;
writeSync(stdout, `${JSON.stringify({ sequences, steps, micros, calls: await timeAlone() })}\n`);
