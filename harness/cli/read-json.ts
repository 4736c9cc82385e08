import { readFileSync } from 'node:fs';

import type { UsageError } from '../plan/usage-error.js';

/** As editors on Windows put it before UTF-8, and JSON does not know it. */
const byteOrderMark = /^\uFEFF/;

/** @throws what `refused` makes of the error, which is a SyntaxError where the file can be read and is not JSON. */
export function readJson(file: string, refused: (error: unknown) => UsageError): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(byteOrderMark, ''));
  } catch (error) {
    throw refused(error);
  }
}
