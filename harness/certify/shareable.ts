/** Text that may be shown to strangers, as in an issue: without the names of the user and of the home folder. */
import { win32 } from 'node:path';

/** Whose text it is. */
export interface Owner {
  readonly home: string;
  readonly user: string;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

/** A path as it may be written: with either slash, and with drives and names in either case where Windows wrote it. */
function pathPattern(path: string): RegExp {
  const parts = path.split(/[\\/]+/).map(escaped);
  return new RegExp(`(?:Z:)?${parts.join(String.raw`[\\/]+`)}(?=[\\\\/:;"'\\s]|$)`, 'gi');
}

/** Where systems keep homes: there the folder's name is a user's, whoever that is. */
const homes = /(?:\b[a-z]:)?[\\/]+(?:home|Users|Documents and Settings)[\\/]+[^\\/:;"'\r\n]+/gi;

/** The home folder as `~`, and the user's name, as a whole word in what is left, as `USER`. */
export function shareable(text: string, { home, user }: Owner): string {
  const isRoot = home === '' || win32.parse(home).root === home;
  const short = (isRoot ? text : text.replaceAll(pathPattern(home.replace(/[\\/]+$/, '')), '~')).replaceAll(homes, '~');
  if (user === '') return short;
  return short.replaceAll(new RegExp(String.raw`(?<![\p{L}\p{N}_])${escaped(user)}(?![\p{L}\p{N}_])`, 'giu'), 'USER');
}
