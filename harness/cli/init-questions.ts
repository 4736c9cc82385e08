/** The questions of `olkconform init`. Whatever is answered can be stated by options as well. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';

import { terminalText } from '../../reports/terminal-text.js';
import { say, type Message } from '../language/message.js';
import { fileBytes } from '../plan/file-bytes.js';
import { nearest } from '../plan/nearest.js';
import { readPortableExecutable } from '../plan/portable-executable.js';
import { legible } from '../plan/subject.js';
import { Interrupted } from '../probe/interrupted.js';
import { declaredSessions } from '../record/run-record.js';
import { ciNames, filesFor, requireRoom, type CiName, type InitFlags } from './init-files.js';
import { comment, remark } from './output.js';
import { tell } from './spoken.js';

/** One that answers questions; `proposal` is what an empty answer stands for. */
export interface Conversation {
  readonly ask: (question: Message, proposal: string) => Promise<string>;
  readonly tell: (message: Message) => void;
  readonly show: (text: string) => void;
}

/** Where builds put what they make. */
const usualFolders = ['.', 'build', 'build/Release', 'out', 'bin', 'Release', 'x64/Release'];

function proposedDll(folder: string): string {
  for (const each of usualFolders) {
    if (!existsSync(join(folder, each))) continue;
    const dll = readdirSync(join(folder, each)).find((name) => name.toLowerCase().endsWith('.dll'));
    if (dll !== undefined) return each === '.' ? dll : `${each}/${dll}`;
  }
  return 'build/helper.dll';
}

/** What the DLL exports; undefined: it cannot be read, or is not there yet. */
function exportsOf(dll: string): readonly string[] | undefined {
  try {
    return readPortableExecutable(fileBytes(dll)).exports;
  } catch {
    return undefined;
  }
}

/** The export that looks most like a factory. */
export function proposedFactory(names: readonly string[]): string | undefined {
  const own = names.filter((name) => !/^Dll[A-Z]/.test(name));
  return own.find((name) => name === 'CreateHelper') ?? own.find((name) => /create|make|factory/i.test(name)) ?? own[0];
}

async function choose<Name extends string>(
  talk: Conversation,
  question: Message,
  names: readonly Name[],
  proposal: Name,
): Promise<Name> {
  for (;;) {
    const answer = await talk.ask(question, proposal);
    const chosen = names.find((name) => name === answer.toLowerCase());
    if (chosen !== undefined) return chosen;
    talk.tell(say('{given}: it has to be one of {choices}.', { given: answer, choices: names.join(', ') }));
  }
}

async function wayIn(talk: Conversation, dll: string): Promise<InitFlags> {
  const names = exportsOf(dll);
  if (names === undefined) {
    talk.tell('It cannot be read, or is not there yet; that can wait.');
    return { export: await talk.ask('Which export makes the helper?', 'CreateHelper') };
  }
  const factory = proposedFactory(names);
  if (factory === undefined && names.includes('DllGetClassObject'))
    return { clsid: await talk.ask('It is a COM server: what is the class id of the helper?', '') };
  talk.tell(say('It exports {names}.', { names: names.slice(0, 12).map(legible).join(', ') }));
  for (;;) {
    const name = await talk.ask('Which export makes the helper?', factory ?? 'CreateHelper');
    if (names.includes(name)) return { export: name };
    const near = nearest(name, names);
    talk.tell(
      near === undefined
        ? say('there is no {name} here', { name })
        : say('there is no {name} here; the nearest name is {near}', { name, near: legible(near) }),
    );
    // It may be yet to be written.
    if ((await choose(talk, 'Take it all the same? (yes, no)', ['yes', 'no'], 'no')) === 'yes') return { export: name };
  }
}

function proposedCi(folder: string): CiName | 'none' {
  const there = (path: string): boolean => existsSync(join(folder, path));
  if (there('.github')) return 'github';
  if (there('.gitlab-ci.yml')) return 'gitlab';
  if (there('azure-pipelines.yml')) return 'azure';
  return there('Jenkinsfile') ? 'jenkins' : 'none';
}

/**
 * Asks, shows what will be written, and asks once more.
 * @returns undefined when the last answer is no
 * @throws UsageError when nothing can be written here.
 */
export async function askAll(talk: Conversation, folder: string, force: boolean): Promise<InitFlags | undefined> {
  const dll = await talk.ask('Which DLL holds the helper?', proposedDll(folder));
  const way = await wayIn(talk, resolve(folder, dll));
  const whose = say('Whose MAPI session does it hand out? (own, borrowed, auto)');
  const session = await choose(talk, whose, declaredSessions, 'auto');
  const cis = [...ciNames, 'none'] as const;
  const ci = await choose(talk, say('Which CI? ({names})', { names: cis.join(', ') }), cis, proposedCi(folder));
  const flags = { dll, ...way, session, ci: ci === 'none' ? [] : [ci] };
  const files = filesFor(flags, folder);
  requireRoom([...files.keys()], folder, force);
  talk.show(
    [...files]
      .map(([file, text]) =>
        file.endsWith('.json') ? `\n${file}\n${text}` : `\n${file}\n  ${tell('as docs/ci has it')}\n`,
      )
      .join(''),
  );
  if ((await choose(talk, 'Write it? (yes, no)', ['yes', 'no'], 'yes')) === 'no') return undefined;
  return flags;
}

/** With people, at the terminal. Ctrl-C or the end of the input ends it, and nothing is written. */
export async function askOnTerminal(
  folder: string,
  force: boolean,
  signal: AbortSignal,
): Promise<InitFlags | undefined> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  let isAnswered = false;
  const closed = new Promise<never>((_, reject) => {
    lines.once('close', () => {
      // Behind the question that stays without an answer.
      if (!isAnswered) comment('');
      reject(new Interrupted('interrupted'));
    });
  });
  const talk: Conversation = {
    ask: async (question, proposal) => {
      const shown = terminalText(`${tell(question)} ${proposal === '' ? '' : `[${legible(proposal)}] `}`);
      const answer = await Promise.race([lines.question(shown, { signal }), closed]);
      return answer.trim() === '' ? proposal : answer.trim();
    },
    tell: remark,
    show: comment,
  };
  try {
    const flags = await askAll(talk, folder, force);
    isAnswered = true;
    return flags;
  } finally {
    closed.catch(() => undefined);
    lines.close();
  }
}
