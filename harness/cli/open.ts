/** `--open`: shows the HTML page by what the system opens pages with; never by a shell. */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { say } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import { remark } from './output.js';
import type { ReportTarget } from './reports.js';

/** Nothing in the name means anything to whoever reads it: of an address only the plainest characters are left as they are. */
export function addressOf(file: string): string {
  return pathToFileURL(resolve(file)).href.replaceAll(
    /[^A-Za-z0-9/:%._~-]/g,
    (character) => `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

export function openerOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open'];
  if (platform !== 'win32') return ['xdg-open'];
  // By its place: the current folder comes first where a name alone is looked up.
  return [join(env['SystemRoot'] ?? String.raw`C:\Windows`, 'System32', 'rundll32.exe'), 'url.dll,FileProtocolHandler'];
}

/** @throws UsageError when no page is written that could be opened. */
export function pageToOpen(targets: readonly ReportTarget[]): string {
  const page = targets.find(({ format }) => format === 'html');
  if (page !== undefined) return page.file;
  throw new UsageError('--open: no HTML page was asked for.', 'Say where it goes: --report html=result.html');
}

/** What opens it may stay as long as it likes; we do not wait. */
export async function openPage(file: string, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const [program, ...args] = openerOf(process.platform, env);
  const child = spawn(program, [...args, addressOf(file)], { env, detached: true, stdio: 'ignore' });
  const problem = await new Promise<Error | undefined>((done) => {
    child.once('spawn', () => done(undefined));
    child.once('error', done);
  });
  child.unref();
  if (problem !== undefined)
    remark(say('--open: {file} could not be opened: {reason}', { file, reason: problem.message }));
}
