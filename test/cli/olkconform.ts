/** Runs the command line as a user would, in a process of its own. */
import { spawn } from 'node:child_process';

import { packageRoot, placesOf } from '../../harness/setup/places.mjs';

export const root = packageRoot(import.meta.url);

export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs any program with an argument array; what it prints is UTF-8. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {},
): Promise<CommandResult> {
  const child = spawn(program, args, {
    env: options.env ?? process.env,
    cwd: options.cwd ?? root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const read = async (stream: NodeJS.ReadableStream): Promise<string> => {
    let text = '';
    stream.setEncoding('utf8');
    for await (const chunk of stream) text += String(chunk);
    return text;
  };
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const [stdout, stderr, status] = await Promise.all([read(child.stdout), read(child.stderr), ended]);
  return { status, stdout, stderr };
}

/** In English, whatever the language of who runs the tests, unless `args` say otherwise. */
export async function olkconform(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<CommandResult> {
  const language = args.includes('--lang') ? [] : ['--lang', 'en'];
  return runProgram(process.execPath, [placesOf(root).commandLine, ...language, ...args], { env });
}
