import { say } from '../language/message.js';
import { SequenceProblem } from './problem.js';

/** The journal of a child holds some ten thousand steps, and the catalogue's own scripts are there as well. */
export const mostSteps = 1000;

/** @throws SequenceProblem where there are more. */
export function refuseTooMany(count: number, path: readonly PropertyKey[]): void {
  if (count <= mostSteps) return;
  throw new SequenceProblem(
    say('these are more than {most} steps.', { most: mostSteps }),
    'Repeat less, or make several sequences of it.',
    path,
  );
}

function stepsIn(value: unknown): readonly unknown[] {
  const steps: unknown = typeof value === 'object' && value !== null && 'steps' in value ? value.steps : undefined;
  return Array.isArray(steps) ? steps : [];
}

/**
 * Of what stands there, before anybody looks at what it says: that takes long with very many.
 * @throws SequenceProblem where there are more.
 */
export function refuseTooManyForms(value: unknown): void {
  const steps = stepsIn(value);
  let count = steps.length;
  refuseTooMany(count, ['steps']);
  for (const [at, step] of steps.entries()) {
    // A block stands for what is in it.
    count += Math.max(0, stepsIn(step).length - 1);
    refuseTooMany(count, ['steps', at, 'steps']);
  }
}
