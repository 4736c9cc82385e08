/** Why a file cannot be read, in words for those who named it. */
import { say, type Value } from '../language/message.js';
import { reasonOf } from '../record/reason.js';
import { UnfitFile } from './file-bytes.js';

export function whyUnreadable(error: unknown): Value {
  if (error instanceof UnfitFile) return error.reason;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return say('there is no such file');
  if (code === 'EACCES' || code === 'EPERM') return say('this user may not read it');
  if (code === 'ELOOP') return say('its symbolic links go round in a circle');
  if (code === 'ENAMETOOLONG') return say('the name is too long for this system');
  // What follows is a piece of the file, which need not be a text.
  if (error instanceof SyntaxError)
    return say('it is not JSON: {reason}', { reason: error.message.replace(/, .*$/s, '') });
  return reasonOf(error);
}
