/** From nothing to a child whose CLR waits for work. The vendor's DLL is not in it yet, so no failure here is its fault. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { HarnessFault } from './harness-fault.js';
import { HostChild } from './host-child.js';
import { Interrupted } from './interrupted.js';
import type { Launch } from './launch.js';

/** Wine's first start on a slow machine is the measure. */
const startDeadlineMs = 60_000;

/**
 * Wine fails to start a program about once in 3,000 times (measured: its address space taken, or its server gone at that
 * moment), and says so before the program runs. Starting again is safe, because nothing has been judged yet.
 */
const attempts = 3;

/**
 * Returns when the server runs, whether it did before or not. When it does not start, the child will not either, and has
 * more to tell.
 */
export async function startServer({ server, env }: Launch): Promise<void> {
  if (server === null) return;
  const starter = spawn(server.program, server.args, { env, stdio: 'ignore' });
  await once(starter, 'exit').catch(() => undefined);
}

/** @throws HarnessFault when no child comes up, Interrupted when the signal came. */
export async function startHost(launch: Launch, signal: AbortSignal | undefined): Promise<HostChild> {
  if (signal?.aborted === true) throw new Interrupted('interrupted');
  await startServer(launch);
  const failures: string[] = [];
  while (failures.length < attempts) {
    const child = new HostChild(launch);
    const news = await child.next(startDeadlineMs, signal);
    if (news.kind === 'event' && news.event.event === 'ready') return child;
    if (news.kind === 'aborted') {
      child.abandon();
      throw new Interrupted('interrupted');
    }
    if (news.kind !== 'exit') await child.kill();
    if (news.kind === 'event') {
      throw new HarnessFault(news.event.event === 'broken' ? news.event.why : `${news.event.event} came before ready`);
    }
    const what = news.kind === 'exit' ? `ended with ${String(news.exit.status ?? news.exit.signal)}` : 'did not answer';
    failures.push(`it ${what}: ${child.stderr.trim() || 'no word on stderr'}`);
    // A start that takes so long does so for a reason that another one will meet as well.
    if (news.kind === 'deadline') break;
  }
  throw new HarnessFault(`the host process does not start:\n${failures.join('\n')}`);
}
