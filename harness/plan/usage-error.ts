/** Something that the user can put right: wrong usage, configuration or input. Printed without a stack; exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** What to do about it, as a sentence. */
  readonly advice: string;

  constructor(message: string, advice: string) {
    super(message);
    this.advice = advice;
  }
}
