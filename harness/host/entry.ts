/**
 * What runs in the child process, inside Windows Node: takes requests from the controller line by line, hands them to
 * the bridge, and says in frames how far it is. It is the only process that holds the vendor's DLL.
 */
import { writeSync } from 'node:fs';
import { loadBridge, type Bridge } from './bridge-function.js';
import { sendFrame, type HostEvent } from './frames.js';
import { stdinLines } from './stdin-lines.js';

const stderr = 2;

/** Exit status of a fault that is the harness's own. */
const ownFault = 70;

type Request = Record<string, unknown>;
type Send = (message: HostEvent) => void;

async function carryOut(request: Request, bridge: Bridge, send: Send): Promise<void> {
  switch (request['op']) {
    case 'open':
      await bridge(JSON.stringify(request));
      send({ event: 'opened' });
      return;
    case 'run':
      await run(request, bridge, send);
      return;
    default:
      throw new Error(`There is no request ${JSON.stringify(request['op'])}.`);
  }
}

async function run(request: Request, bridge: Bridge, send: Send): Promise<void> {
  const { first, scripts } = request;
  if (typeof first !== 'number' || !Array.isArray(scripts)) {
    throw new TypeError('A run request has `first`, a number, and `scripts`, an array.');
  }
  const listed: readonly unknown[] = scripts;
  for (const [offset, script] of listed.entries()) {
    const index = first + offset;
    send({ event: 'began', script: index });
    await bridge(JSON.stringify({ op: 'run', index, script }));
    send({ event: 'ended', script: index });
  }
  send({ event: 'finished' });
}

function parse(line: string): Request {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null) {
    throw new TypeError(`A request is a JSON object, not ${line.slice(0, 200)}`);
  }
  return Object.fromEntries(Object.entries(value));
}

/** The first line tells the token; without one the controller is gone already. */
function tokenOf(line: string | void): string {
  if (line === undefined) {
    process.exit(0);
  }
  const { token } = parse(line);
  if (typeof token !== 'string') {
    throw new TypeError('The first line is an object with `token`, a text.');
  }
  return token;
}

function isExit(line: string): boolean {
  try {
    return parse(line)['op'] === 'exit';
  } catch {
    return false;
  }
}

function told(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

async function main(): Promise<void> {
  const lines = stdinLines();
  const firstLine = lines.next();
  // Loading takes the main thread for a while; the first line is read meanwhile.
  const bridge = await loadBridge().catch((error: unknown) => told(error));

  const token = tokenOf((await firstLine).value);
  const send: Send = (message) => sendFrame(token, message);
  if (typeof bridge === 'string') {
    send({ event: 'broken', why: bridge });
    process.exit(ownFault);
  }
  send({ event: 'ready' });

  // Requests are carried out one after the other, but reading goes on meanwhile: the end of stdin ends the process at
  // once, even when a helper never comes back. After `exit` nothing is read any more, because a process with a read
  // under way does not end.
  let done = Promise.resolve();
  for await (const line of lines) {
    if (isExit(line)) {
      await done;
      break;
    }
    done = done
      .then(() => carryOut(parse(line), bridge, send))
      .catch((error: unknown) => send({ event: 'broken', why: told(error) }));
  }
  process.exit(0);
}

await main().catch((error: unknown) => {
  // Not by letting it pass: Node's own report of an error touches process.stderr, which does not work under Wine.
  writeSync(stderr, `${told(error)}\n`);
  process.exit(ownFault);
});
