/** `olkconform compare A B`: what got worse, better, or only different between two run records. */
import { type Command, Option } from 'commander';

import { joined, say } from '../language/message.js';
import { sentenceTranslator } from '../language/sentence.js';
import { UsageError } from '../plan/usage-error.js';
import type { Comparable, Comparison } from '../record/comparison.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { print } from './output.js';
import { howToMakeOne, readRecordJson } from './saved-record.js';
import { spokenLanguage, tell } from './spoken.js';
import { formed } from '../record/form.js';

const formatNames = ['text', 'markdown', 'json'] as const;

type FormatName = (typeof formatNames)[number];

async function readComparable(file: string): Promise<Comparable> {
  const { comparableSchema } = await import('../record/comparison.js');
  const read = formed(comparableSchema, readRecordJson(file));
  if (read.isWhole) return read.value;
  const [flaw] = read.flaws;
  const problem = joined([...flaw.path.map(String), flaw.message], ': ');
  throw new UsageError(say('{file}: no run record that can be compared: {problem}', { file, problem }), howToMakeOne);
}

/** What is not judged any more by the same catalogue was left out of the second run: nobody knows what became of it. */
function statusOf({ changes, notes }: Comparison): ExitStatus {
  if (changes.worse.length > 0) return exitStatus.nonconformant;
  const isOtherCatalogue = notes.some(({ kind }) => kind === 'other catalogues');
  return changes.gone.length > 0 && !isOtherCatalogue ? exitStatus.incomplete : exitStatus.conformant;
}

export function compareCommand(program: Command, finish: (status: ExitStatus) => void): void {
  program
    .command('compare')
    .argument('<before>', tell('a run record, made with olkconform run --report json=FILE'))
    .argument('<after>', tell('a later one'))
    .description(
      tell('say what got worse, better, new, gone or different between two runs; exit status 1: something got worse'),
    )
    .addOption(new Option('--format <FORMAT>', tell('how to print it')).choices(formatNames).default('text'))
    .action(async (before: string, after: string, { format }: { format: FormatName }) => {
      const records = { before: await readComparable(before), after: await readComparable(after) };
      const { compare } = await import('../record/comparison.js');
      const { comparisonFormats } = await import('../../reports/comparison.js');
      const comparison = compare(records.before, records.after);
      const translated = await sentenceTranslator(spokenLanguage());
      print(comparisonFormats[format]({ ...records, comparison }, { tell, translated }));
      finish(statusOf(comparison));
    });
}
