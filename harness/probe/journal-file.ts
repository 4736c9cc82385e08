/** The journal on disk: made for one child, and read while the child is still writing. */
import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, existsSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ExceptionStory, JournalRecord } from '../record/transcript.js';
import { exceptionIn, type SymbolAt } from './exception.js';
import { journalInside } from './sandbox.js';
import { bytesUsed, headerSize, JournalDamaged, journalHeader, journalSize, readRecords } from './journal.js';
import { SealChain, sealSize } from './seal.js';
import { shownWindow } from './shown-window.js';
import { placeIn, type WalkPlace } from './walk-place.js';

interface OpenFile {
  readonly file: number;
  /** Where the child finds it. */
  readonly path: string;
  readonly leftover?: string;
}

/**
 * Makes the file, and takes its name away at once where the system lends it another: this process may be killed at any
 * moment, and then nobody would remove it. On Windows, which has no other name for it, it stays until `close`.
 */
function makeNameless(): OpenFile {
  const named = join(tmpdir(), `olkconform-${randomUUID()}`);
  const file = openSync(named, 'wx+', 0o600);
  const nameless = `/proc/${String(process.pid)}/fd/${String(file)}`;
  if (!existsSync(nameless)) return { file, path: named, leftover: named };
  rmSync(named);
  return { file, path: nameless };
}

/** It is in the sandbox's memory, and stays with us when the sandbox goes. No DLL has been there before us. */
function openInSandbox(root: string): OpenFile {
  return { file: openSync(join(root, journalInside), 'r+'), path: journalInside };
}

export class JournalFile {
  /** Where the child finds it, for as long as this process has it open. */
  readonly path: string;
  readonly #file: number;
  /** What `close` has to remove; undefined: there is nothing. */
  readonly #leftover: string | undefined;
  readonly #records: JournalRecord[] = [];
  readonly #seals: SealChain;
  /** Where the first record begins that was not read yet. */
  #next = headerSize;
  #damage: string | undefined;

  /** `root` is that of the sandbox which made the file for its child; undefined: there is none, and the file is made here. */
  constructor(root?: string) {
    const { file, path, leftover } = root === undefined ? makeNameless() : openInSandbox(root);
    this.#file = file;
    this.path = path;
    this.#leftover = leftover;
    const key = randomBytes(sealSize);
    this.#seals = new SealChain(key);
    writeSync(this.#file, journalHeader(key), 0, headerSize, 0);
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
      for (const record of readRecords(this.#bytes(this.#next, end), this.#seals)) this.#records.push(record);
    });
    this.#next = end;
    return this.#records;
  }

  /** The last exception that came up in the vendor's code since the step began in which the process ended. */
  exception(exitStatus: number | null, symbolAt?: SymbolAt): ExceptionStory | null {
    const header = this.#bytes(0, headerSize);
    return header.length < headerSize ? null : exceptionIn(header, exitStatus, symbolAt);
  }

  /** The window that the process shows while a call takes long, in words; null: none. */
  window(): string | null {
    const header = this.#bytes(0, headerSize);
    return header.length < headerSize ? null : shownWindow(header);
  }

  /** Where the walker is, or was when the process came to its end; undefined: the header is gone. */
  place(): WalkPlace | undefined {
    const header = this.#bytes(0, headerSize);
    return header.length < headerSize ? undefined : placeIn(header);
  }

  /** How much of it has been read, from 0 to 1. */
  get fullness(): number {
    return this.#next / journalSize;
  }

  close(): void {
    closeSync(this.#file);
    if (this.#leftover === undefined) return;
    try {
      rmSync(this.#leftover, { force: true });
    } catch {
      // On Windows a scanner may have it open: it stays in the folder for temporary files, and no verdict hangs on that.
    }
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
