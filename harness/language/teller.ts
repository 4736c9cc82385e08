import type { Language } from './language.js';
import { inEnglish, tellerBy, type Tell } from './message.js';

/** Spanish is loaded when it is spoken: a run in English does not pay for it. */
export async function tellerOf(language: Language): Promise<Tell> {
  if (language === 'en') return inEnglish;
  const { messages } = await import('./spanish/messages.js');
  const known = new Map<string, string>(Object.entries(messages));
  return tellerBy((text) => known.get(text) ?? text);
}
