/** How a child's end reads for a person. */
import type { ExceptionStory, Fault } from '../record/transcript.js';
import { endsProcess, exceptionText } from './exception.js';
import type { Exit } from './host-child.js';

/** What the CLR prints before it takes the process down, for the end that comes without an exception that we hear of. */
const stories: readonly (readonly [RegExp, string])[] = [
  [/System\.AccessViolationException|0xC0000005/i, 'access violation'],
  [/Stack overflow|0xC00000FD/i, 'stack overflow'],
  [/System\.DivideByZeroException/, 'integer division by zero'],
  [/0xC000001D/i, 'illegal instruction'],
];

export function faultOfExit(
  { wasTold, status, signal }: Exit,
  stderr: string,
  exception: ExceptionStory | null,
): Fault {
  const seen = stories.find(([pattern]) => pattern.test(stderr))?.[1];
  const plain = signal === null ? `the process ended itself with exit status ${String(status)}` : `ended by ${signal}`;
  // What the CLR says on stderr may come too late to be read. Without it, an exception of C++ may have been survived, and
  // the process ended for a reason of its own.
  const ended = exception === null ? plain : `${plain}; before that ${exceptionText(exception)}`;
  const isCause = exception !== null && (seen !== undefined || (status !== 0 && endsProcess(exception)));
  const why = isCause ? exceptionText(exception) : (seen ?? ended);
  const story = `${why}${wasTold ? ', when it was told to exit' : ''}`;
  return { kind: wasTold ? 'exit' : 'ended', story, exitStatus: status, signal, exception, stderr };
}

/** The harness ended it; `what` says why. */
function faultOfKilled(kind: 'deadline' | 'excess' | 'damaged', what: string, stderr: string): Fault {
  const story = `${what}; the process was killed`;
  return { kind, story, exitStatus: null, signal: null, exception: null, stderr };
}

/** `window` is what the process shows meanwhile; null: nothing. */
export function faultOfDeadline(deadlineMs: number, stderr: string, window: string | null): Fault {
  const shown = window === null ? '' : `: it shows a window, ${window}`;
  return faultOfKilled('deadline', `no answer within ${String(deadlineMs / 1000)} s${shown}`, stderr);
}

/** `excess` says what it had too much of. */
export function faultOfExcess(excess: string, stderr: string): Fault {
  return faultOfKilled('excess', `the helper ${excess}`, stderr);
}

/** `damage` says what is wrong with the journal. */
export function faultOfDamage(damage: string, stderr: string): Fault {
  const what = `the helper wrote over the harness's memory (its journal is damaged: ${damage})`;
  return faultOfKilled('damaged', what, stderr);
}

/** A message came in the child's name that the harness did not send. */
export function faultOfForgery(stderr: string): Fault {
  return faultOfKilled('damaged', "the helper forged a message of the harness's own", stderr);
}
