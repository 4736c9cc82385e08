/** Several helpers in one command: one run, one record and one set of reports each. */
import { resolve } from 'node:path';

import { terminalText } from '../../reports/terminal-text.js';
import { say } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import { namePlace, type NamedConfiguration } from './configuration.js';
import { exitStatus, statusOfError, type ExitStatus } from './exit-status.js';
import { complain, print, remark } from './output.js';
import { progress } from './progress.js';
import { carryOut } from './carry-out.js';
import { prepareRun, type Call, type PreparedRun } from './prepared-run.js';

interface NamedRun {
  readonly name: string;
  readonly prepared: PreparedRun;
}

/** From the best to the worst: a failure outranks whatever could not be judged, and nothing outranks a broken harness. */
const byGravity: readonly ExitStatus[] = [
  exitStatus.conformant,
  exitStatus.incomplete,
  exitStatus.nothingSelected,
  exitStatus.usage,
  exitStatus.nonconformant,
  exitStatus.harnessFault,
  exitStatus.interrupted,
];

export function worst(statuses: readonly ExitStatus[]): ExitStatus {
  return byGravity.findLast((status) => statuses.includes(status)) ?? exitStatus.nothingSelected;
}

/** What one helper's run would write over another's. */
function refuseSharedFiles(runs: readonly NamedRun[], writesBaseline: boolean): void {
  const owners = new Map<string, string>();
  for (const { name, prepared } of runs) {
    const baseline = writesBaseline ? prepared.configuration.baseline : undefined;
    const files = [...prepared.targets.map(({ file }) => file), ...(baseline === undefined ? [] : [baseline])];
    for (const file of files) {
      const owner = owners.get(resolve(file));
      if (owner !== undefined)
        throw new UsageError(
          say('the runs of {owner} and {name} both write {file}.', { owner, name, file }),
          say('Put {place} into the name of the file: it becomes the name of the helper.', { place: namePlace }),
        );
    }
    for (const file of files) owners.set(resolve(file), name);
  }
}

/** All are prepared before the first is started; then one that cannot be run does not keep the others from being judged. */
export async function runAll(
  helpers: readonly NamedConfiguration[],
  call: Call,
  signal: AbortSignal,
): Promise<ExitStatus> {
  if (call.json)
    throw new UsageError(
      '--json prints one run record, and there are several helpers.',
      say('Give --helper, or --report json={place}.json.', { place: namePlace }),
    );
  if (Object.values(call.certificate).some((flag) => flag !== undefined))
    throw new UsageError('--certify: a certificate is about one helper.', 'Choose one with --helper NAME.');
  const runs: NamedRun[] = [];
  for (const { name = '', configuration } of helpers)
    runs.push({ name, prepared: await prepareRun(configuration, call) });
  refuseSharedFiles(runs, call.updatesBaseline);
  const statuses: ExitStatus[] = [];
  for (const [at, { name, prepared }] of runs.entries()) {
    print(`${at === 0 ? '' : '\n'}${terminalText(name)}\n`);
    let status: ExitStatus;
    try {
      status = await carryOut(prepared, signal, progress.within(`${name} (${String(at + 1)}/${String(runs.length)})`));
    } catch (error) {
      complain(error);
      status = statusOfError(error);
    }
    remark(say('{name}: exit status {status}', { name, status }));
    statuses.push(status);
    if (signal.aborted) return exitStatus.interrupted;
  }
  return worst(statuses);
}
