/** JSON that can be written in one way only, and that cannot harm who reads it. */
import { say, type Value } from '../language/message.js';
import { NotVerified } from './not-verified.js';
import { reasonOf } from '../record/reason.js';

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
function parsed(bytes: Buffer, what: Value): { readonly text: string; readonly value: unknown } {
  if (isTooDeep(bytes))
    throw new NotVerified(say('{what} is nested more than {deepest} levels deep', { what, deepest }));
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return { text, value };
  } catch (error) {
    const reason = reasonOf(error);
    throw new NotVerified(say('{what} is not JSON: {reason}', { what, reason }));
  }
}

function requireSame(text: string, canonical: string, what: Value): void {
  if (text === canonical) return;
  let at = 0;
  while (text[at] === canonical[at]) at += 1;
  throw new NotVerified(
    say('{what} is not written as olkconform writes it, from character {character} on', { what, character: at + 1 }),
  );
}

/**
 * Reads JSON that must be exactly what `write` makes of its value: no other white space, order, escapes, spelling of a
 * number, duplicated member, or byte behind the end.
 * @param read checks the value's form, and throws NotVerified
 */
export function parseCanonical<T>(
  bytes: Buffer,
  what: Value,
  { read, write }: { readonly read: (value: unknown) => T; readonly write: (value: T) => string },
): T {
  const { text, value } = parsed(bytes, what);
  const result = read(value);
  requireSame(text, write(result), what);
  return result;
}
