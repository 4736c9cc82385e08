/** The user asked to stop: exit status 130. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
