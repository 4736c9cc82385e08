/** The flight recorder on disk. Reads only what was written, not the room that was set aside for it. */
import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';

import type { JournalRecord } from '../record/transcript.js';
import { journalHeader, journalSize, readJournal } from './journal.js';

export function createJournalFile(path: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, journalHeader());
    ftruncateSync(file, journalSize);
  } finally {
    closeSync(file);
  }
}

export function readJournalFile(path: string): JournalRecord[] {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(journalHeader().length);
    readSync(file, header, 0, header.length, 0);
    const claimed = header.readBigUInt64LE(8);
    const used = claimed > BigInt(journalSize) ? journalSize : Number(claimed);
    const records = Buffer.alloc(used);
    const length = readSync(file, records, 0, used, header.length);
    return readJournal(Buffer.concat([header, records.subarray(0, length)]));
  } finally {
    closeSync(file);
  }
}
