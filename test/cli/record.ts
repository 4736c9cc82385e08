/** A run record by hand: what was asked for, and nothing that happened. */
import { everything } from '../../harness/plan/selection.js';
import { schemaVersion, type RunRecord } from '../../harness/record/run-record.js';

export function recordOf(...only: readonly string[]): RunRecord {
  return {
    schemaVersion,
    tool: { name: 'olkconform', version: '0.0.0', catalogue: '' },
    subject: {
      path: 'helper.dll',
      sha256: '',
      machine: 'x64',
      activation: { kind: 'factory', export: 'CreateHelper' },
      session: { declared: 'own', offered: false, observed: 'unknown' },
      apartment: 'sta',
      mapiRegistry: false,
      profile: { name: 'Outlook', isKnown: true, canBeTold: true },
    },
    environment: { platform: 'linux', arch: 'x64', node: '', host: '', sandbox: 'off' },
    startedAt: '2024-01-01T00:00:00.000Z',
    durationMs: 1,
    selection: { ...everything, only: [...only] },
    summary: { verdict: 'incomplete', pass: 0, fail: 0, warning: 0, notApplicable: 0, inconclusive: 0, planned: 0 },
    checks: [],
    faults: [],
    leftBehind: [],
    load: { kind: 'loaded', events: [], libraries: [] },
    transcripts: [],
    stopped: null,
  };
}
