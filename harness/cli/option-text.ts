import type { Argument, Option } from 'commander';

import { tell } from './spoken.js';

/** What an option or an argument is for, and what it may be; commander would say the latter in English. */
export function optionText({ description, argChoices, defaultValue }: Option | Argument): string {
  const more = [
    ...(argChoices === undefined ? [] : [`${tell('choices:')} ${argChoices.join(', ')}`]),
    ...(typeof defaultValue === 'string' ? [`${tell('default:')} ${defaultValue}`] : []),
  ];
  return more.length === 0 ? description : `${description} (${more.join('; ')})`;
}
