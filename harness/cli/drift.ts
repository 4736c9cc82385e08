/** `olkconform drift`: compares the catalogue with the documents as they are now. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';

import { terminalText } from '../../reports/terminal-text.js';
import { findStatement } from '../catalogue/catalogue.js';
import { sourceText } from '../catalogue/source.js';
import { driftOf, sourcePages, type Page } from '../drift/drift.js';
import { sentenceHash, sentencesOf } from '../drift/sentences.js';
import { say } from '../language/message.js';
import { fileBytes } from '../plan/file-bytes.js';
import { whyUnreadable } from '../plan/unreadable.js';
import { UsageError } from '../plan/usage-error.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { print } from './output.js';
import { tell } from './spoken.js';

/** A page of the documents has some ten thousand bytes. */
const largestPage = 16 * 1024 * 1024;

function pageIn(path: string): Page {
  try {
    return { path, text: fileBytes(path, largestPage).toString('utf8') };
  } catch (error) {
    throw new UsageError(
      say('{path}: this page cannot be read: {reason}', { path, reason: whyUnreadable(error) }),
      'Give a page, or a checkout of the documents.',
    );
  }
}

function pagesAt(path: string): Page[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined)
    throw new UsageError(
      say('{path}: there is no such file or folder.', { path }),
      'Give a page, or a checkout of the documents.',
    );
  if (!stats.isDirectory()) return [pageIn(path)];
  return sourcePages()
    .map((page) => join(path, page))
    .filter((file) => existsSync(file))
    .map(pageIn);
}

/** What a new statement keeps of its sentence is read off here (harness/catalogue/sentences.ts). */
function printSentences(pages: readonly Page[], json: boolean): void {
  const sentences = [...new Set(pages.flatMap(({ text }) => sentencesOf(text)))];
  const hashed = sentences.map((sentence) => ({ hash: sentenceHash(sentence), sentence }));
  if (json) print(`${JSON.stringify({ sentences: hashed }, null, 2)}\n`);
  else for (const { hash, sentence } of hashed) print(`${hash}  ${terminalText(sentence)}\n`);
}

export function driftCommand(program: Command, finish: (status: ExitStatus) => void): void {
  program
    .command('drift')
    .argument('<page...>', tell('pages of the documents, or checkouts of their repositories'))
    .description(tell('name the checks whose sentence in the documents has changed or gone'))
    .option('--sentences', tell("print the pages' sentences with their hashes instead, for a new statement"))
    .option('--json', tell('as JSON'))
    .action((paths: string[], { json = false, sentences = false }: { json?: boolean; sentences?: boolean }) => {
      const pages = paths.flatMap(pagesAt);
      if (sentences) {
        printSentences(pages, json);
        finish(exitStatus.conformant);
        return;
      }
      const drift = driftOf(pages);
      const seen = drift.unchanged.length + drift.drifted.length;
      if (seen === 0)
        throw new UsageError(
          'No statement comes from these pages.',
          'Give pages that olkconform list names as sources.',
        );
      if (json) print(`${JSON.stringify(drift, null, 2)}\n`);
      else {
        for (const id of drift.drifted) {
          const source = findStatement(id)?.source;
          const where = source === undefined ? '' : sourceText(source);
          print(`${tell(say('changed or gone: {id} [{where}]', { id, where }))}\n`);
        }
        const text = say('{drifted} of {seen} statements have drifted', { drifted: drift.drifted.length, seen });
        print(`${tell(text)}\n`);
      }
      finish(drift.drifted.length === 0 ? exitStatus.conformant : exitStatus.nonconformant);
    });
}
