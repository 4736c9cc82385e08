import type { Filled, Message } from '../language/message.js';

/** Something in a sequence that its author can put right; the path leads to it. */
export class SequenceProblem extends Error {
  readonly what: Filled;
  readonly whatToDo: Message;
  readonly path: readonly PropertyKey[];
  /** It is about the path's last key, not about what stands behind it. */
  readonly isKey: boolean;

  constructor(what: Filled, whatToDo: Message, path: readonly PropertyKey[], isKey = false) {
    super();
    this.what = what;
    this.whatToDo = whatToDo;
    this.path = path;
    this.isKey = isKey;
  }
}
