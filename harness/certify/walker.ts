import type { Walks } from '../probe/walks.js';
import type { Transcript } from '../record/run-record.js';
import type { Script } from '../script/step.js';

/** What tries sequences and lives, and does again as scripts what it found: a probe. */
export interface Walker extends Walks {
  run(scripts: readonly Script[]): Promise<Transcript[]>;
}
