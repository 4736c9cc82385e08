/** Several helpers in one command: one run, one record and one set of reports each. */
import { terminalText } from '../../reports/terminal-text.js';
import { say } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import { replacedOf, type NamedFile } from './clashes.js';
import { namePlace, type NamedConfiguration } from './configuration.js';
import { exitStatus, statusOfError, type ExitStatus } from './exit-status.js';
import { complain, print, remark } from './output.js';
import { progress } from './progress.js';
import { carryOut } from './carry-out.js';
import { prepareRun, type Call, type PreparedRun } from './prepared-run.js';
import { named } from './reports.js';

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

function writtenBy({ call, targets, baseline }: PreparedRun): NamedFile[] {
  const isWritten = call.updatesBaseline && baseline !== undefined;
  return [...targets.map(named), ...(isWritten ? [{ option: '--baseline', file: baseline.file }] : [])];
}

/** @throws UsageError where the one's run would write over what the other's reads, or writes as well. */
function refuseOverwriting(one: NamedRun, other: NamedRun): void {
  for (const written of writtenBy(one.prepared)) {
    const { file } = written;
    if (replacedOf(written, writtenBy(other.prepared)) !== undefined)
      throw new UsageError(
        say('the runs of {owner} and {name} both write {file}.', { owner: one.name, name: other.name, file }),
        say('Put {place} into the name of the file: it becomes the name of the helper.', { place: namePlace }),
      );
    if (replacedOf(written, other.prepared.read) !== undefined)
      throw new UsageError(
        say('the run of {name} would write over {file}, which that of {owner} reads.', {
          name: one.name,
          owner: other.name,
          file,
        }),
        'Name another file.',
      );
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
  for (const one of runs) for (const other of runs) if (other !== one) refuseOverwriting(one, other);
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
