/**
 * What runs in the child process, inside Windows Node: takes requests from the controller line by line, hands them to
 * the bridge, and says in frames how far it is. It is the only process that holds the vendor's DLL.
 */
import { writeSync } from 'node:fs';
import type { HostEvent } from '../record/host-event.js';
import { loadBridge } from './bridge-function.js';
import { sendFrame } from './frames.js';
import { stdinLines } from './stdin-lines.js';

const stderr = 2;

/** Exit status of a fault that is the harness's own. */
const ownFault = 70;

/** What the controller says last. When stdin ends without it, the controller was killed. */
const farewell = '{"op":"end"}';

/**
 * Nobody is left to judge how the DLL takes its being unloaded, nor to kill a process that does not come to its end: on
 * Windows `process.exit` waits for ever when a helper hangs under the loader lock, and this signal does not.
 */
function endAtOnce(): never {
  process.kill(process.pid, 'SIGKILL');
  // Not reached.
  process.exit(0);
}

/** The first line is an object with the token; without one the controller is gone already. */
function tokenOf(line: string | void): string {
  if (line === undefined) {
    endAtOnce();
  }
  const first: unknown = JSON.parse(line);
  if (typeof first !== 'object' || first === null || !('token' in first) || typeof first.token !== 'string') {
    throw new TypeError('The first line is an object with `token`, a text.');
  }
  return first.token;
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
  const send = (message: HostEvent): void => sendFrame(token, message);
  if (typeof bridge === 'string') {
    send({ event: 'broken', why: bridge });
    process.exit(ownFault);
  }
  send({ event: 'ready' });

  // The bridge carries requests out one after the other, and reads the next one meanwhile. The end of requests ends the
  // process at once, even when a helper never comes back.
  for await (const line of lines) {
    if (line === farewell) {
      process.exit(0);
    }
    bridge(line).then(
      (event) => send({ event }),
      (error: unknown) => send({ event: 'broken', why: told(error) }),
    );
  }
  endAtOnce();
}

await main().catch((error: unknown) => {
  // Not by letting it pass: Node's own report of an error touches process.stderr, which does not work under Wine.
  writeSync(stderr, `${told(error)}\n`);
  process.exit(ownFault);
});
