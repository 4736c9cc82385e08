/** How a child's end reads for a person. */
import type { Fault } from '../record/transcript.js';
import type { Exit } from './host-child.js';

/** What the CLR prints before it takes the process down, and what it means. */
const stories: readonly (readonly [RegExp, string])[] = [
  [/System\.AccessViolationException|0xC0000005/i, 'access violation'],
  [/Stack overflow|0xC00000FD/i, 'stack overflow'],
  [/System\.DivideByZeroException/, 'integer division by zero'],
  [/0xC000001D/i, 'illegal instruction'],
];

export function faultOfExit({ wasTold, status, signal }: Exit, stderr: string): Fault {
  const seen = stories.find(([pattern]) => pattern.test(stderr))?.[1];
  const plain = signal === null ? `the process ended itself with exit status ${String(status)}` : `ended by ${signal}`;
  const story = `${seen ?? plain}${wasTold ? ', when it was told to exit' : ''}`;
  return { kind: 'ended', story, exitStatus: status, signal, stderr };
}

export function faultOfDeadline(deadlineMs: number, stderr: string): Fault {
  return {
    kind: 'deadline',
    story: `no answer within ${String(deadlineMs / 1000)} s; the process was killed`,
    exitStatus: null,
    signal: null,
    stderr,
  };
}

/** `damage` says what is wrong with the flight recorder. */
export function faultOfDamage(damage: string, stderr: string): Fault {
  return {
    kind: 'damaged',
    story: `the helper wrote over the harness's memory (the flight recorder is damaged: ${damage}); the process was killed`,
    exitStatus: null,
    signal: null,
    stderr,
  };
}
