/** `olkconform record`: the vendor's own code runs once, and whatever is called of its helper is recorded. */
import { tmpdir } from 'node:os';

import { hresultText } from '../catalogue/hresults.js';
import { say } from '../language/message.js';
import { surveyScript } from '../plan/plan.js';
import type { SubjectFile } from '../plan/subject.js';
import { UsageError } from '../plan/usage-error.js';
import { Interrupted } from '../probe/interrupted.js';
import { defaultLimits } from '../probe/limits.js';
import { LoadRefused } from '../probe/load-refused.js';
import type { HostPlaces } from '../probe/launch.js';
import { Probe } from '../probe/probe.js';
import type { RecordedActivation } from '../probe/recorded-activation.js';
import type { Transcript } from '../record/run-record.js';
import type { Binding } from '../script/draft.js';
import type { Script } from '../script/step.js';
import type { Containment } from './containment.js';
import { systemFolders } from './host-places.js';
import { recordingOf, type Recording } from './recorded-script.js';
import { refusedLoad } from './refusals.js';
import { requireRoom } from './room.js';
import { symbolsOf } from './symbols-of.js';

export interface RecordOptions {
  readonly subject: SubjectFile;
  /** The vendor's own code. */
  readonly entry: string;
  readonly manager: RecordedActivation['record'];
  readonly binding: Binding;
  /** How the helper is driven in front of the harness's account manager; left out: an ordinary life. */
  readonly drive?: Script;
  readonly places: HostPlaces;
  readonly containment: Containment;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface RecordedSession {
  readonly recording: Recording;
  /** Why there is no more of it; undefined: it is whole. */
  readonly cutOff: string | undefined;
}

/** The installed account manager drives the helper itself. */
function driveOf({ manager, drive, binding }: RecordOptions): Script {
  const life = surveyScript(binding);
  if (manager === 'harness') return drive ?? life;
  const steps: Script['steps'] = [{ do: 'create', as: 'unknown', session: binding.session }, { do: 'observe' }];
  return { ...life, steps };
}

/** @throws Interrupted when the user asked to stop: what was recorded by then is not what the client does. */
function refuseInterrupted({ steps }: Transcript, signal: AbortSignal): void {
  const isGivenUp = steps.some(({ outcome }) => outcome.kind === 'unreached' && outcome.givenUp === true);
  if (isGivenUp && signal.aborted) throw new Interrupted('interrupted');
}

/** @throws UsageError when there is nothing to record. */
function refuseNothing(transcript: Transcript, { manager, entry }: RecordOptions): void {
  const outcome = transcript.steps[0]?.outcome;
  if (outcome?.kind === 'unreached')
    throw new UsageError(
      say('record: {why}.', { why: outcome.why }),
      'Record on a machine with Outlook, or leave --manager out.',
    );
  if (outcome?.kind !== 'returned') return;
  const hasArrived = manager === 'harness' ? outcome.out?.pointer.startsWith('p') : (outcome.recorded ?? []).length > 0;
  if (hasArrived === true) return;
  throw new UsageError(
    say('--capture {entry}: it answered {answer}, and nothing was called of a helper.', {
      entry,
      answer: hresultText(outcome.hresult ?? 0),
    }),
    'It has to create CLSID_OlkAccountManager and pass its helper to Init: see docs/expose-your-helper.md.',
  );
}

function whyCutOff({ steps }: Transcript): string | undefined {
  for (const { outcome } of steps) {
    if (outcome.kind === 'died') return outcome.fault.story;
    if (outcome.kind === 'unreached' && outcome.givenUp === true) return outcome.why;
  }
  return undefined;
}

/** @throws UsageError when the DLL does not load, or when no helper arrives; Interrupted when the user asked to stop. */
export async function recordSession(options: RecordOptions): Promise<RecordedSession> {
  const { subject, entry, manager, places, containment, timeoutMs, signal } = options;
  if (containment.sandbox === undefined) requireRoom(tmpdir());
  const probe = new Probe({
    places,
    dll: subject.path,
    activation: { kind: 'capture', export: entry, record: manager },
    mapiRegistry: false,
    heapGuard: false,
    timeoutMs,
    maxDeaths: 1,
    limits: defaultLimits,
    ...(containment.sandbox === undefined ? {} : { sandbox: containment.sandbox }),
    symbolAt: symbolsOf(subject.path),
    signal,
  });
  try {
    const [transcript] = await probe.run([driveOf(options)], { isLast: true });
    if (transcript === undefined) throw new Error('the probe brought no transcript back');
    refuseInterrupted(transcript, signal);
    refuseNothing(transcript, options);
    return { recording: recordingOf(transcript, manager), cutOff: whyCutOff(transcript) };
  } catch (error) {
    if (error instanceof LoadRefused) throw refusedLoad(subject, error.error, systemFolders(places));
    throw error;
  } finally {
    await probe.close();
  }
}
