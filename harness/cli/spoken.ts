/** The language that is spoken with the one who runs this: decided once, before anything is said. */
import { isLanguage, languageOf, type Language } from '../language/language.js';
import { inEnglish, type Message, type Tell } from '../language/message.js';
import { tellerOf } from '../language/teller.js';

let language: Language = 'en';
let teller: Tell = inEnglish;

/** What `--lang` says, wherever it stands: help and complaints come before the command line is understood. */
function asked(args: readonly string[]): Language | undefined {
  const values = args.flatMap((arg, at) => {
    if (arg === '--lang') return args[at + 1] ?? [];
    return arg.startsWith('--lang=') ? arg.slice('--lang='.length) : [];
  });
  return values.findLast(isLanguage);
}

export async function speakAsAsked(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  language = languageOf(asked(args), env);
  teller = await tellerOf(language);
}

export function spokenLanguage(): Language {
  return language;
}

/** A message in the language that is spoken. */
export function tell(message: Message): string {
  return teller(message);
}
