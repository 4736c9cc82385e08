/** Which thread may call which object. */
import { say } from '../language/message.js';
import type { Script } from '../script/step.js';
import type { PlacedStep } from './placed-step.js';
import { SequenceProblem } from './problem.js';

/**
 * On two threads of single-threaded apartments an object is called where it was made: everything else is a client's
 * mistake. In the multithreaded apartment any thread may call.
 */
export function refuseForeignThreads(steps: readonly PlacedStep[], apartment: Script['apartment'] | undefined): void {
  const homes = new Map<string, 'second' | undefined>();
  for (const { step, path } of steps) {
    const { thread } = step;
    if (thread !== undefined && apartment !== 'sta' && apartment !== 'mta')
      throw new SequenceProblem(
        say('a second thread, and no apartment is named that could have one.'),
        'Put apartment: sta or apartment: mta at the head of the sequence.',
        [...path, 'thread'],
      );
    if (apartment !== 'sta') continue;
    if ('on' in step && homes.has(step.on) && homes.get(step.on) !== thread)
      throw new SequenceProblem(
        say('{name} was made on the other thread.', { name: step.on }),
        'In apartment: sta an object is called on the thread that made it; with apartment: mta any thread may call it.',
        path,
      );
    if ('as' in step && step.as !== undefined) homes.set(step.as, thread);
  }
}
