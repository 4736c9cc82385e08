/** The vendor's own code makes the helper, and what is called of it is recorded. */
export interface RecordedActivation {
  readonly kind: 'capture';
  readonly export: string;
  /**
   * The account manager that the helper is passed to. `harness`: the harness's own, so that a script drives the helper;
   * `installed`: the one that is registered on this machine, with the machine's own MAPI.
   */
  readonly record: 'harness' | 'installed';
}
