/**
 * What runs in the child process, inside Windows Node: takes requests from the controller line by line, hands them to
 * the bridge, and says in frames how far it is. It is the only process that holds the vendor's DLL.
 */
import { loadBridge, type Bridge } from './bridge-function.js';
import { sendFrame, type HostEvent } from './frames.js';
import { stdinLines } from './stdin-lines.js';

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
    throw new Error('A run request has `first`, a number, and `scripts`, an array.');
  }
  for (const [offset, script] of scripts.entries()) {
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
    throw new Error(`A request is a JSON object, not ${line.slice(0, 200)}`);
  }
  return Object.fromEntries(Object.entries(value));
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
  let bridge: Bridge;
  let failure: unknown;
  try {
    bridge = loadBridge();
  } catch (error) {
    failure = error;
    bridge = () => Promise.reject(error);
  }

  const token = String(parse((await firstLine).value ?? '{}')['token']);
  const send: Send = (message) => sendFrame(token, message);
  send(failure === undefined ? { event: 'ready' } : { event: 'broken', why: told(failure) });

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

await main();
