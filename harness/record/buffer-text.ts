import type { Returned } from './transcript.js';

/** The text that a buffer holds up to its first zero, all of it where it holds none; null: it was not touched. */
export function bufferText({ buffer }: Pick<Returned, 'buffer'>): string | null {
  if (buffer === undefined || buffer === null || buffer.changed === null) return null;
  const units = Array.from(buffer.image.matchAll(/.{4}/g), ([unit]) => unit);
  const end = units.indexOf('0000');
  return units
    .slice(0, end < 0 ? units.length : end)
    .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
    .join('');
}
