/** What stands in the buffer that GetIdentity was given, as a text. */
import type { Returned } from './transcript.js';

/** The characters of a buffer, whatever they are; a transcript holds them as four hex digits each. */
export function unitsIn(image: string): string {
  return String.fromCharCode(...Array.from(image.matchAll(/.{4}/g), ([unit]) => Number.parseInt(unit, 16)));
}

/** The text that a buffer holds up to its first zero, all of it where it holds none; null: it was not touched. */
export function bufferText({ buffer }: Pick<Returned, 'buffer'>): string | null {
  if (buffer === undefined || buffer === null || buffer.changed === null) return null;
  const [text = ''] = unitsIn(buffer.image).split('\0', 1);
  return text;
}
