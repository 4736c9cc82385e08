const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

/** FNV-1a, 32 bits, over the bytes of the text in UTF-16 (little-endian): as observations have it. */
export function textHash(text: string): number {
  let hash = offsetBasis;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    for (const byte of [unit & 0xff, unit >>> 8]) hash = Math.imul(hash ^ byte, prime) >>> 0;
  }
  return hash;
}
