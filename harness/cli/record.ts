/** `olkconform record`: what is called of a client's helper, as a sequence that can be run again. */
import { type Command, Option } from 'commander';

import { containmentOf, sandboxModes } from '../certify/containment.js';
import { hostPlaces } from '../certify/host-places.js';
import { say } from '../language/message.js';
import { inspectSubject } from '../plan/subject.js';
import { UsageError } from '../plan/usage-error.js';
import { declaredSessions } from '../record/run-record.js';
import type { RecordedSequence } from '../record/sequence.js';
import type { Binding } from '../script/draft.js';
import type { Script } from '../script/step.js';
import { refuseClash } from './clashes.js';
import { configurationsOf } from './configuration.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { print, remark } from './output.js';
import { defaultTimeoutSeconds } from './prepared-run.js';
import { tell } from './spoken.js';
import { subjectOf, type SubjectOption } from './subject-option.js';
import { requireWritable, whyNotWritten, writeWhole } from './whole-file.js';

interface RecordFlags {
  readonly out: string;
  readonly manager?: 'harness' | 'installed';
  readonly sequence?: string;
  readonly json?: true;
  /** What `run` has as well. */
  readonly [shared: string]: unknown;
}

/** @throws UsageError where the client's own code is not what is to be called. */
function clientOf({ activation, dll, session, apartment }: SubjectOption): SubjectOption & { readonly entry: string } {
  if (activation.kind === 'capture')
    return { activation, dll, session, apartment, mapiRegistry: false, entry: activation.export };
  throw new UsageError(
    'record: no entry was named.',
    "Give --capture NAME: the client's own code, which passes its helper to the account manager.",
  );
}

/** @throws UsageError when the file does not hold one sequence that any helper may be driven by. */
async function sequenceIn(file: string): Promise<RecordedSequence> {
  const { loadSequences } = await import('../sequence/load.js');
  const [sequence, ...others] = await loadSequences([file]);
  const [first] = sequence?.steps ?? [];
  if (sequence === undefined || others.length > 0 || first?.do !== 'create')
    throw new UsageError(
      say('--sequence {path}: a recording is driven by one sequence, which begins by creating the helper.', {
        path: file,
      }),
      'Name one file.',
    );
  return sequence;
}

async function driveOf(sequence: RecordedSequence, binding: Binding): Promise<Script> {
  const [{ draftOf }, { bindScript }] = await Promise.all([
    import('../sequence/rule-of.js'),
    import('../script/draft.js'),
  ]);
  return bindScript(draftOf(sequence), binding);
}

/** @throws UsageError when it cannot be written. */
function writeRecording(file: string, text: string): void {
  try {
    writeWhole(file, text);
  } catch (error) {
    throw new UsageError(
      say('{option}: {file} cannot be written: {reason}', { option: '--out', file, reason: whyNotWritten(error) }),
      'Name a file that can be written, in a folder with room for it.',
    );
  }
}

async function record(flags: RecordFlags, signal: AbortSignal): Promise<ExitStatus> {
  const { out, manager = 'harness', sequence, json, ...shared } = flags;
  const configuration = configurationsOf(shared, undefined)[0]?.configuration ?? {};
  const { dll, activation, session, apartment, entry } = clientOf(subjectOf(configuration));
  const subject = inspectSubject(dll, activation);
  requireWritable('--out', out);
  const driving = sequence === undefined ? undefined : await sequenceIn(sequence);
  const read = driving === undefined ? [] : [{ option: '--sequence', file: driving.file }];
  refuseClash({ option: '--out', file: out }, [{ option: '--dll', file: dll }, ...read]);
  if (manager === 'installed' && sequence !== undefined)
    throw new UsageError('--sequence: the installed account manager drives the helper itself.', 'Leave it out.');
  const [{ recordSession }, { asYaml }, { recordingText }, { defaultProfile }] = await Promise.all([
    import('../certify/record-session.js'),
    import('../script/as-yaml.js'),
    import('../../reports/recording.js'),
    import('../certify/certify.js'),
  ]);
  const binding: Binding = {
    session: manager === 'harness' && session !== 'own' ? 'offered' : 'withheld',
    profile: configuration.profile ?? defaultProfile,
    profileCanBeTold: true,
    apartment,
  };
  const places = await hostPlaces(remark);
  const { recording, cutOff } = await recordSession({
    subject,
    entry,
    manager,
    binding,
    ...(driving === undefined ? {} : { drive: await driveOf(driving, binding) }),
    places,
    containment: await containmentOf(configuration.sandbox ?? 'auto', dll, places),
    timeoutMs: (configuration.timeout ?? defaultTimeoutSeconds) * 1000,
    signal,
  });
  const { calls, events, script, inexpressible } = recording;
  writeRecording(out, asYaml(script, true));
  print(json === true ? `${JSON.stringify({ calls, events, script }, null, 2)}\n` : recordingText(calls));
  remark(say('{file} is written: olkconform run --sequence judges it.', { file: out }));
  const threads = new Set(calls.map(({ thread }) => thread)).size;
  if (threads > 1)
    remark(say('the calls came from {threads} threads; the sequence makes them on one, as they began.', { threads }));
  if (inexpressible.length > 0)
    remark(
      say(
        '{count} call of MAPI by the caller itself is not in the sequence.|{count} calls of MAPI by the caller itself are not in the sequence.',
        {
          count: inexpressible.length,
        },
      ),
    );
  if (cutOff !== undefined) remark(say('the recording ends early: {why}', { why: cutOff }));
  return cutOff === undefined ? exitStatus.conformant : exitStatus.incomplete;
}

export function recordCommand(program: Command, signal: AbortSignal, finish: (status: ExitStatus) => void): void {
  program
    .command('record')
    .description(tell("record what is called of a client's helper, as a sequence for olkconform run --sequence"))
    .option('--dll <FILE>', tell('the DLL that holds the client'))
    .option(
      '--capture <NAME>',
      tell("the client's own code: HRESULT __stdcall NAME(LPCWSTR profile, IUnknown *session)"),
    )
    .option('--example <NAME>', tell('record a built-in client (olkconform list --examples)'))
    .requiredOption('--out <FILE>', tell('the sequence file to write'))
    .addOption(
      new Option(
        '--manager <WHOSE>',
        tell(
          "harness: the harness's own account manager, and a sequence drives the helper (default); installed: Outlook's, with the machine's own MAPI",
        ),
      ).choices(['harness', 'installed']),
    )
    .option('--sequence <FILE>', tell('how the helper is driven (default: an ordinary life)'))
    .addOption(new Option('--session <WHOSE>', tell('whose MAPI session it hands out')).choices(declaredSessions))
    .option('--profile <NAME>', tell('the profile name that the client is told'))
    .addOption(new Option('--apartment <KIND>', tell('where the client runs')).choices(['sta', 'mta']))
    .option(
      '--timeout <SECONDS>',
      tell(say('deadline for the whole recording (default: {seconds})', { seconds: defaultTimeoutSeconds })),
    )
    .addOption(new Option('--sandbox <MODE>', tell('hold the client with bubblewrap (Linux)')).choices(sandboxModes))
    .option('--json', tell('print the calls as JSON'))
    .action(async (flags: RecordFlags) => {
      finish(await record(flags, signal));
    });
}
