import { unitsIn } from '../../harness/record/buffer-text.js';

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

/** The text that a buffer holds up to its first zero; null when it holds no zero. */
export function textIn(image: string): string | null {
  const units = unitsIn(image);
  const end = units.indexOf('\0');
  return end < 0 ? null : units.slice(0, end);
}
