/** A step and its answer in one line, as a person would note it: `GetIdentity(…, *pcch = 3) → E_OUTOFMEMORY (…)`. */
import { guidText } from '../catalogue/guids.js';
import { hex32, hresultText } from '../catalogue/hresults.js';
import type { Transcript } from '../record/run-record.js';
import { sessionsAfter, type CountedSession, type Outcome, type Returned } from '../record/transcript.js';
import type { Step } from '../script/step.js';

type GetIdentityStep = Extract<Step, { do: 'getIdentity' }>;

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function pcchText({ pcch }: GetIdentityStep): string {
  if (pcch === 'null') return 'pcch NULL';
  return pcch === 'reported' ? '*pcch = the size reported before' : `*pcch = ${String(pcch)}`;
}

/** Scripts keep the IUnknown that a helper is created as under the name `unknown`. */
function pointerText(name: string): string {
  return name === 'unknown' ? 'IUnknown' : name;
}

/** What a step does, in words; without what came back. */
export function callText(step: Step): string {
  switch (step.do) {
    case 'create':
      return `create the helper, ${step.session === 'offered' ? 'a session offered' : 'no session offered'}`;
    case 'query':
      return `${pointerText(step.on)}: QueryInterface(${guidText(step.iid)}${step.out === 'null' ? ', NULL' : ''})`;
    case 'addRef':
      return `${pointerText(step.on)}: AddRef()`;
    case 'release':
      return `${pointerText(step.on)}: Release()`;
    case 'placeholder1':
      return `Placeholder1(${step.argument === 'null' ? 'NULL' : 'pointer'})`;
    case 'getIdentity':
      return `GetIdentity(${step.buffer === 'null' ? 'NULL' : 'buffer'}, ${pcchText(step)})`;
    case 'getMapiSession':
      return `GetMapiSession(${step.out === 'null' ? 'NULL' : (step.as ?? 'pointer')})`;
    case 'handsOffSession':
      return 'HandsOffSession()';
    case 'callSlot':
      return `vtable slot ${String(step.slot)}(buffer of 128 characters, *pcch = 128)`;
    case 'configureProvider':
      return `MAPI is made to ${refusals(step).join(' and ') || 'behave again'}`;
    case 'observe':
      return 'look at the counters';
    case 'hammer':
      return `${pointerText(step.on)}: ${String(step.rounds)} times AddRef() and Release() on each of ${String(step.threads)} threads`;
    case 'getClassObject':
      return `DllGetClassObject(${step.clsid === 'activation' ? 'the class' : guidText(step.clsid)}, ${guidText(step.iid)})`;
    case 'createInstance':
      return `${step.on}: CreateInstance(${step.outer === 'null' ? 'NULL' : 'an outer object'}, ${guidText(step.iid)})`;
    case 'canUnloadNow':
      return 'DllCanUnloadNow()';
    case 'reload':
      return `unload and load the DLL, ${counted(step.times, 'time')}`;
    case 'registerServer':
      return step.undo ? 'DllUnregisterServer()' : 'DllRegisterServer()';
    case 'observeApartment':
      return 'CoGetApartmentType()';
  }
}

function refusals(step: Extract<Step, { do: 'configureProvider' }>): string[] {
  const { failInitialize = 0, failLogon = 0, refuseSessionInterface = false, failAllocation = 0 } = step;
  return [
    ...(failInitialize === 0 ? [] : [`fail MAPIInitialize with ${hresultText(failInitialize)}`]),
    ...(failLogon === 0 ? [] : [`fail MAPILogonEx with ${hresultText(failLogon)}`]),
    ...(refuseSessionInterface ? ['refuse IID_IMAPISession'] : []),
    ...(failAllocation === 0 ? [] : [`have no memory when it is asked for the ${ordinal(failAllocation)} time`]),
  ];
}

function ordinal(number: number): string {
  return ['first', 'second', 'third'][number - 1] ?? `${String(number)}th`;
}

function outText(out: NonNullable<Returned['out']>): string {
  if (out.session !== null) return `session ${String(out.session)}`;
  return out.pointer.startsWith('p') ? 'a pointer' : out.pointer === 'null' ? 'NULL' : 'untouched';
}

function answerText(answer: Returned): string {
  const parts: string[] = [];
  if (answer.hresult !== undefined) parts.push(hresultText(answer.hresult));
  if (answer.count !== undefined) parts.push(`count ${String(answer.count)}`);
  if (answer.out !== undefined) parts.push(`out: ${outText(answer.out)}`);
  if (answer.pcch !== undefined && answer.pcch !== null) parts.push(`*pcch = ${String(answer.pcch.after)}`);
  if (answer.memoryChanged === true) parts.push('memory changed');
  if (answer.apartment !== undefined) parts.push(apartmentText(answer.apartment));
  if (answer.registry !== undefined) parts.push(`${String(answer.registry.length)} values in the registry`);
  if (answer.reload !== undefined) parts.push(reloadText(answer.reload));
  if (answer.clobbered !== undefined && answer.clobbered.length > 0) parts.push(`lost: ${answer.clobbered.join(', ')}`);
  for (const { method, answer: code } of answer.manager ?? []) parts.push(`called ${method} (${hresultText(code)})`);
  return parts.join(', ');
}

function apartmentText({ hresult, type, qualifier }: NonNullable<Returned['apartment']>): string {
  return hresult === 0
    ? `apartment type ${String(type)}, qualifier ${String(qualifier)}`
    : `no apartment: ${hresultText(hresult)}`;
}

function reloadText({ error, unloaded }: NonNullable<Returned['reload']>): string {
  return error !== 0 ? `error ${String(error)}` : unloaded ? 'loaded again' : 'it stayed loaded';
}

const longestWords = 200;

/** What a process said last on stderr, as when an assertion failed; not what the CLR has to say of every death. */
function lastWords(stderr: string): string {
  const lines = stderr.split(/\r?\n/).map((line) => line.trim());
  const own = lines.filter(
    (line) => line !== '' && !/^(at |Fatal error\.|Stack overflow|Repeat \d+ times|0x[0-9A-F]{8}$|-+$)/.test(line),
  );
  const last = own.at(-1);
  return last === undefined ? '' : `; it said last: ${last.slice(0, longestWords)}`;
}

function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'returned':
      return answerText(outcome);
    case 'threw':
      return `an exception left the call: ${hex32(outcome.code)}`;
    case 'died':
      return `the process ended: ${outcome.fault.story}${lastWords(outcome.fault.stderr)}`;
    case 'unreached':
      return `not reached: ${outcome.why}`;
  }
}

/** What a session's references are after the step, where it concerns one. */
function referencesText(transcript: Transcript, at: number): string {
  const sessionsAt = (place: number): readonly CountedSession[] | undefined => {
    const step = transcript.steps[place];
    return step === undefined ? undefined : sessionsAfter(step);
  };
  const before = sessionsAt(at - 1);
  const after = sessionsAt(at) ?? [];
  const changed = after.filter(({ id, references, overReleases }) => {
    const earlier = before?.find((session) => session.id === id);
    return earlier?.references !== references || earlier.overReleases !== overReleases;
  });
  return changed
    .map(({ id, references, overReleases }) => {
      const over = overReleases === 0 ? '' : `, released ${counted(overReleases, 'time')} too often`;
      return `; session ${String(id)} has ${counted(references, 'reference')}${over}`;
    })
    .join('');
}

/** The script's steps up to and including `last`, numbered from 1 as they are in the record. */
export function describeSteps(transcript: Transcript, last: number): string[] {
  return transcript.script.steps.slice(0, last + 1).map((step, at) => {
    const outcome = transcript.steps[at]?.outcome;
    const answer = outcome === undefined ? '' : outcomeText(outcome);
    return `${callText(step)}${answer === '' ? '' : ` → ${answer}`}${referencesText(transcript, at)}`;
  });
}
