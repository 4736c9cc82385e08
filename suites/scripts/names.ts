/** Profile names of every kind that a helper must return unchanged; MAPI allows 64 characters, terminator included. */
export const names = {
  ascii: 'Outlook',
  oneCharacter: 'P',
  accents: 'Perfil de Núñez, æøå',
  notInAnsi: 'Профиль 日本語 ελληνικά',
  surrogatePairs: 'Profile 😀 𝔘𝔫𝔦',
  spacesAndSigns: ' leading, trailing & <signs> "quoted" ',
  longest: 'A profile whose name is just as long as MAPI will let a name be',
} as const;

/** How many characters (UTF-16 code units) a name needs in a buffer, its terminating zero included. */
export function sizeOf(name: string): number {
  return name.length + 1;
}

/** The UTF-16 code units of a text, four hex digits each, as a transcript holds a buffer. */
export function utf16Image(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');
}

/** The text that a buffer holds up to its first zero; null when it holds no zero. */
export function textIn(image: string): string | null {
  const units = Array.from(image.matchAll(/.{4}/g), ([unit]) => unit);
  const end = units.indexOf('0000');
  return end < 0 ? null : String.fromCharCode(...units.slice(0, end).map((unit) => Number.parseInt(unit, 16)));
}
