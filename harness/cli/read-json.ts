import { fileBytes } from '../plan/file-bytes.js';
import type { UsageError } from '../plan/usage-error.js';

/** As editors on Windows put it before UTF-8, and JSON does not know it. */
const byteOrderMark = /^\uFEFF/;

/** A run record has some megabytes, and a longer one could not be held as one text by every Node. */
const largestJson = 256 * 1024 * 1024;

/** @throws what `refused` makes of the error, which is a SyntaxError where the file can be read and is not JSON. */
export function readJson(file: string, refused: (error: unknown) => UsageError): unknown {
  try {
    return JSON.parse(fileBytes(file, largestJson).toString('utf8').replace(byteOrderMark, ''));
  } catch (error) {
    throw refused(error);
  }
}
