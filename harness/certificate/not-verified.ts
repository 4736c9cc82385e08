/** A certificate that does not hold. The message says what is wrong, and may quote what the certificate says. */
export class NotVerified extends Error {
  override readonly name = 'NotVerified';
}
