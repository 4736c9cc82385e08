import { inEnglish, type Message } from '../language/message.js';

/** Something that the user can put right: wrong usage, configuration or input. Printed without a stack; exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly what: Message;
  /** What to do about it, as a sentence. */
  readonly whatToDo: Message;

  constructor(what: Message, whatToDo: Message) {
    super(inEnglish(what));
    this.what = what;
    this.whatToDo = whatToDo;
  }
}
