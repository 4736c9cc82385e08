/** JSON that can be written in one way only, and that cannot harm who reads it. */
import { NotVerified } from './not-verified.js';

/** What a certificate holds is some ten levels deep. Without a limit, deep enough nesting ends the stack. */
const deepest = 64;

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = Buffer.from('"\\{}[]');

/** Whether brackets nest deeper than a certificate's do. Strings are skipped. */
function isTooDeep(bytes: Buffer): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (inString) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if (byte === openBrace || byte === openBracket) depth += 1;
    else if (byte === closeBrace || byte === closeBracket) depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** @throws NotVerified when it is not UTF-8, not JSON, or nested too deep. */
function parsed(bytes: Buffer, what: string): { readonly text: string; readonly value: unknown } {
  if (isTooDeep(bytes)) throw new NotVerified(`${what} is nested more than ${String(deepest)} levels deep`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return { text, value };
  } catch (error) {
    throw new NotVerified(`${what} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function requireSame(text: string, canonical: string, what: string): void {
  if (text === canonical) return;
  let at = 0;
  while (text[at] === canonical[at]) at += 1;
  throw new NotVerified(`${what} is not written as olkconform writes it, from character ${String(at + 1)} on`);
}

/**
 * Reads JSON that must be exactly what `write` makes of its value: no other white space, order, escapes, spelling of a
 * number, duplicated member, or byte behind the end.
 * @param read checks the value's form, and throws NotVerified
 */
export function parseCanonical<T>(
  bytes: Buffer,
  what: string,
  { read, write }: { readonly read: (value: unknown) => T; readonly write: (value: T) => string },
): T {
  const { text, value } = parsed(bytes, what);
  const result = read(value);
  requireSame(text, write(result), what);
  return result;
}
