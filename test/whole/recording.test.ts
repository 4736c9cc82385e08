import { join } from 'node:path';
import { expect } from 'chai';

import { noContainment } from '../../harness/certify/containment.js';
import { dllOf, findExample } from '../../harness/certify/examples.js';
import { fixturesFolder, hostPlaces } from '../../harness/certify/host-places.js';
import { recordSession } from '../../harness/certify/record-session.js';
import type { Recording } from '../../harness/certify/recorded-script.js';
import { inspectSubject } from '../../harness/plan/subject.js';
import { UsageError } from '../../harness/plan/usage-error.js';
import { defaultLimits } from '../../harness/probe/limits.js';
import { Probe } from '../../harness/probe/probe.js';
import type { Transcript } from '../../harness/record/run-record.js';
import type { ProviderEvent } from '../../harness/record/transcript.js';
import {
  getIdentity,
  getMapiSession,
  handsOffSession,
  open,
  placeholder1,
  query,
  release,
  script,
} from '../../harness/script/build.js';
import { bindScript, type Binding } from '../../harness/script/draft.js';
import type { Script } from '../../harness/script/step.js';
import { olkconform } from '../cli/olkconform.js';

const entry = 'ShowAccounts';
const signal = new AbortController().signal;
const noSymbols = (): null => null;

const bindingOf = (session: Binding['session']): Binding => ({
  session,
  profile: 'a recorded profile',
  profileCanBeTold: true,
  apartment: 'sta',
});

/** More than an ordinary life: sizes, NULL, two sessions, a reference more, another interface, a second hand-off. */
const longer = script(
  'a longer life',
  open(),
  getIdentity(0, 'null'),
  getIdentity('reported'),
  getIdentity(3),
  getMapiSession('first'),
  getMapiSession('second'),
  { do: 'addRef', on: 'helper' },
  release('first'),
  placeholder1('null'),
  query('helper', '00000003-0000-0000-c000-000000000046', 'other'),
  handsOffSession(),
  release('second'),
  { do: 'getMapiSession', on: 'helper', out: 'null' },
  getMapiSession('third'),
  handsOffSession(),
  release('third'),
  release('helper'),
  release('helper'),
  release('unknown'),
);

async function recorded(example: string, session: Binding['session'], drive?: Script): Promise<Recording> {
  const dll = dllOf(findExample(example));
  const { recording, cutOff } = await recordSession({
    subject: inspectSubject(dll, { kind: 'capture', export: entry }),
    entry,
    manager: 'harness',
    binding: bindingOf(session),
    ...(drive === undefined ? {} : { drive }),
    places: await hostPlaces(),
    containment: noContainment,
    timeoutMs: 10_000,
    signal,
  });
  expect(cutOff).to.equal(undefined);
  return recording;
}

/** Without a recording. */
async function replayed(example: string, again: Script): Promise<Transcript> {
  const probe = new Probe({
    places: await hostPlaces(),
    dll: dllOf(findExample(example)),
    activation: { kind: 'capture', export: entry },
    mapiRegistry: false,
    heapGuard: false,
    timeoutMs: 10_000,
    maxDeaths: 1,
    limits: defaultLimits,
    symbolAt: noSymbols,
  });
  try {
    const [transcript] = await probe.run([again]);
    if (transcript === undefined) throw new Error('no transcript');
    return transcript;
  } finally {
    await probe.close();
  }
}

/** What a call of the helper answered, and what it did with MAPI; `answer` of an event is a count of references. */
interface Answered {
  readonly answer: number;
  readonly size: number | null | undefined;
  readonly identity: string | undefined;
  readonly session: number | null | undefined;
  readonly events: readonly ProviderEvent[];
}

function answersIn({ calls, events }: Recording): Answered[] {
  return calls.map(({ answer, pcch, identity, out, events: [first, end] }) => ({
    answer,
    size: pcch === undefined ? undefined : (pcch?.after ?? null),
    identity: identity === '' || identity === null ? undefined : identity,
    session: out === null ? undefined : out?.session,
    events: events.slice(first, end),
  }));
}

function answersOf({ script: { steps }, steps: done }: Transcript): Answered[] {
  return steps.flatMap((step, index) => {
    const { outcome, events } = done[index] ?? {};
    const isOfTheHelper = 'on' in step && !step.on.startsWith('session');
    if (!isOfTheHelper) return [];
    if (outcome?.kind !== 'returned' || events === undefined)
      throw new Error(`step ${String(index)} did not come back`);
    const { hresult, count = 0, pcch, buffer, out } = outcome;
    const characters = (pcch?.after ?? 1) - 1;
    const isWritten = (buffer?.changed ?? null) !== null;
    const isPlaceholder = step.do === 'placeholder1';
    return {
      answer: hresult ?? count,
      size: pcch === undefined ? undefined : (pcch?.after ?? null),
      identity: hresult === 0 && isWritten ? buffer?.image.slice(0, 4 * characters) : undefined,
      session: isPlaceholder ? undefined : out?.session,
      events,
    };
  });
}

describe('olkconform record', () => {
  for (const { example, session } of [
    { example: 'client/own-session-client', session: 'withheld' },
    { example: 'client/borrowing-client', session: 'offered' },
  ] as const) {
    for (const drive of [undefined, bindScript(longer, bindingOf(session))]) {
      it(`${example}, ${drive?.name ?? 'an ordinary life'}: what was recorded replays to the same`, async () => {
        const recording = await recorded(example, session, drive);
        expect(recording.inexpressible).to.deep.equal([]);
        const transcript = await replayed(example, recording.script);
        expect(answersOf(transcript)).to.deep.equal(answersIn(recording));
        expect(transcript.steps.flatMap(({ events }) => events)).to.deep.equal(recording.events);
        expect(recording.calls.length).to.be.greaterThan(5);
        expect(recording.events.some(({ kind }) => kind === 'release')).to.equal(true);
      });
    }
  }

  it('records what an installed account manager calls, from whatever thread', async () => {
    const dll = join(fixturesFolder, 'recording', 'installed.dll');
    const { recording } = await recordSession({
      subject: inspectSubject(dll, { kind: 'capture', export: entry }),
      entry,
      manager: 'installed',
      binding: bindingOf('withheld'),
      places: await hostPlaces(),
      containment: noContainment,
      timeoutMs: 10_000,
      signal,
    });
    expect(recording.calls.map(({ method, thread }) => `${method} ${String(thread)}`)).to.deep.equal([
      'QueryInterface 1',
      'GetIdentity 1',
      'GetIdentity 1',
      'GetMapiSession 2',
      'HandsOffSession 1',
      'Release 1',
    ]);
    expect(recording.events).to.deep.equal([]);
  });

  it('says of a disk that is full that the recording cannot be written there', async () => {
    const { status, stdout, stderr } = await olkconform([
      'record',
      '--example',
      'client/borrowing-client',
      '--out',
      '/dev/full',
    ]);
    expect(stderr).to.match(
      /^olkconform: --out: \/dev\/full cannot be written: ENOSPC[^\n]*\n {2}Name a file [^\n]*\n$/,
    );
    expect([status, stdout]).to.deep.equal([2, '']);
  });

  it('says that no account manager is installed where there is none', async () => {
    const subject = inspectSubject(dllOf(findExample('client/borrowing-client')), { kind: 'capture', export: entry });
    const options = { subject, entry, manager: 'installed', binding: bindingOf('withheld') } as const;
    const recording = recordSession({
      ...options,
      places: await hostPlaces(),
      containment: noContainment,
      timeoutMs: 10_000,
      signal,
    });
    const refusal = await recording.then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refusal).to.be.instanceOf(UsageError);
    expect(String(refusal)).to.contain('no account manager is installed here');
  });
});
