import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives every test of a suite an empty folder of its own. */
export function temporaryFolder(): () => string {
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'olkconform-test-')));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return () => folder;
}

/** The promise's rejection, which is expected to come. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  const nothing = Symbol('no rejection');
  const reason = await promise.then(
    () => nothing,
    (error: unknown) => error,
  );
  if (reason === nothing) throw new Error('It was expected to fail, and did not.');
  return reason;
}
