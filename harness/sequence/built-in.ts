/** The name of the sequences that come with olkconform; a file of that name is `./built-in`. */
export const builtIn = 'built-in';

export function isBuiltIn(text: string): boolean {
  return text === builtIn || text.startsWith(`${builtIn}/`);
}
