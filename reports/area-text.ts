import { areaTitle } from '../harness/catalogue/catalogue.js';
import type { Tell } from '../harness/language/message.js';

/** The heading of an id's area: the catalogue's, or what that is in Spanish. */
export function areaText(id: string, tell: Tell): string {
  return tell({ text: areaTitle(id), values: {} });
}
