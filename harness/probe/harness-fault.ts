/** The harness itself, not the vendor's DLL and not the user, is at fault: exit status 70. */
export class HarnessFault extends Error {
  override readonly name = 'HarnessFault';
}
