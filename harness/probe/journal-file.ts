/** The journal on disk: made for one child, and read while the child is still writing. */
import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';

import type { ExceptionStory, JournalRecord } from '../record/transcript.js';
import { exceptionIn } from './exception.js';
import { bytesUsed, headerSize, JournalDamaged, journalHeader, journalSize, readRecords } from './journal.js';

export class JournalFile {
  readonly path: string;
  readonly #file: number;
  readonly #records: JournalRecord[] = [];
  /** Where the first record begins that was not read yet. */
  #next = headerSize;
  #damage: string | undefined;

  /** Makes the file, which must not exist yet. */
  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, 'wx+', 0o600);
    writeSync(this.#file, journalHeader(), 0, headerSize, 0);
    ftruncateSync(this.#file, journalSize);
  }

  /** How the DLL's writing over its host's memory was noticed; undefined: it was not. */
  get damage(): string | undefined {
    return this.#damage;
  }

  /**
   * All records that were committed until now, or came before the damage. It is asked for every few
   * milliseconds while the child is at work, and reads only what is new.
   */
  read(): readonly JournalRecord[] {
    if (this.#damage !== undefined) return this.#records;
    // Without a header, the records that are still to be read go on until something comes that is none.
    const end = this.#attempt(() => this.#end()) ?? journalSize;
    this.#attempt(() => {
      for (const record of readRecords(this.#bytes(this.#next, end))) this.#records.push(record);
    });
    this.#next = end;
    return this.#records;
  }

  /** The last exception that came up in the vendor's code since the step began. */
  exception(): ExceptionStory | null {
    return exceptionIn(this.#bytes(0, headerSize));
  }

  close(): void {
    closeSync(this.#file);
  }

  /** Where the committed records end. */
  #end(): number {
    const end = headerSize + bytesUsed(this.#bytes(0, headerSize));
    if (end < this.#next) throw new JournalDamaged('it claims less than it held before');
    return end;
  }

  #attempt<Result>(read: () => Result): Result | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof JournalDamaged)) throw error;
      this.#damage ??= error.message;
      return undefined;
    }
  }

  #bytes(from: number, to: number): Buffer {
    const bytes = Buffer.alloc(to - from);
    return bytes.subarray(0, readSync(this.#file, bytes, 0, bytes.length, from));
  }
}
