import { inEnglish, type Message } from '../language/message.js';

/** A certificate that does not hold. The problem says what is wrong, and may quote what the certificate says. */
export class NotVerified extends Error {
  override readonly name = 'NotVerified';
  readonly problem: Message;

  constructor(problem: Message) {
    super(inEnglish(problem));
    this.problem = problem;
  }
}
