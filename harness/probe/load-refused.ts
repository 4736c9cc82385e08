/** LoadLibrary refused the DLL; `error` is the Win32 error code. */
export class LoadRefused extends Error {
  override readonly name = 'LoadRefused';
  readonly error: number;

  constructor(error: number) {
    super(`LoadLibrary failed with error ${String(error)}`);
    this.error = error;
  }
}
