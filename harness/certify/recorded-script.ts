/** What was recorded of a helper, as a script that does the same again. */
import { iid } from '../catalogue/guids.js';
import type { Transcript } from '../record/run-record.js';
import type { RecordedCall } from '../record/recording.js';
import type { ProviderEvent } from '../record/transcript.js';
import type { Script, Step } from '../script/step.js';

export interface Recording {
  /** In the order in which they began, without those of the harness's own account manager, which replaying makes again. */
  readonly calls: readonly RecordedCall[];
  /** All calls that MAPI received: those between the two places that a recorded call names are of its making. */
  readonly events: readonly ProviderEvent[];
  readonly script: Script;
  /** What the caller did with MAPI itself and no step of a script can do. */
  readonly inexpressible: readonly ProviderEvent[];
}

const namesByInterface: Readonly<Record<string, string>> = {
  [iid.IUnknown]: 'unknown',
  [iid.IOlkAccountHelper]: 'helper',
};

/** A session is known by its number in MAPI; what is given of it later is the same object. */
const sessionName = (session: number): string => `session${String(session)}`;

class Steps {
  readonly all: Step[] = [];
  readonly inexpressible: ProviderEvent[] = [];
  /** A proxy's pointer to the name that it was given last. */
  readonly #objects = new Map<string, string>();
  readonly #sessions = new Set<number>();
  readonly #created: string;
  #others = 0;

  /** `created`: what the pointer is called that the client passed on. */
  constructor(created: string) {
    this.#created = created;
  }

  add(call: RecordedCall): void {
    const on = this.#objects.get(call.on) ?? this.#created;
    switch (call.method) {
      case 'QueryInterface':
        this.all.push({ do: 'query', on, iid: call.iid ?? iid.IUnknown, ...this.#out(call) });
        break;
      case 'AddRef':
        this.all.push({ do: 'addRef', on });
        break;
      case 'Release':
        this.all.push({ do: 'release', on });
        break;
      case 'Placeholder1':
        this.all.push({ do: 'placeholder1', on, argument: call.out === null ? 'null' : 'memory' });
        break;
      case 'GetIdentity': {
        const buffer = call.identity === null ? 'null' : 'slack';
        this.all.push({ do: 'getIdentity', on, pcch: call.pcch?.before ?? 'null', buffer });
        break;
      }
      case 'GetMapiSession':
        this.all.push({ do: 'getMapiSession', on, ...this.#out(call) });
        break;
      case 'HandsOffSession':
        this.all.push({ do: 'handsOffSession', on });
        break;
    }
  }

  /** What the caller did between two calls of the helper. */
  addCallersOwn(event: ProviderEvent): void {
    const { kind, session } = event;
    if (session !== null && this.#sessions.has(session) && (kind === 'release' || kind === 'addRef'))
      this.all.push({ do: kind, on: sessionName(session) });
    else this.inexpressible.push(event);
  }

  #out({ out, iid: asked }: RecordedCall): { readonly out: 'memory' | 'null'; readonly as?: string } {
    if (out === null || out === undefined) return { out: 'null' };
    if (!out.pointer.startsWith('p')) return { out: 'memory' };
    if (out.session !== null) {
      this.#sessions.add(out.session);
      return { out: 'memory', as: sessionName(out.session) };
    }
    // Nobody has counted it: the machine's own MAPI, or an object of the helper's around a session.
    if (asked === undefined) return { out: 'memory', as: `session${out.pointer.toUpperCase()}` };
    const known = namesByInterface[asked];
    if (known === undefined) return { out: 'memory', as: `other${String(++this.#others)}` };
    this.#objects.set(out.pointer, known);
    return { out: 'memory', as: known };
  }
}

/**
 * Threads are told in the recording and not in the script, which has one: calls come in the order in which they began.
 * @param manager whose account manager the helper was passed to
 */
export function recordingOf(transcript: Transcript, manager: 'harness' | 'installed'): Recording {
  const { script } = transcript;
  const recordedIn = transcript.steps.map(({ outcome }) =>
    outcome.kind === 'returned' ? (outcome.recorded ?? []) : [],
  );
  const own = manager === 'harness' ? 1 : 0;
  const calls = recordedIn.slice(own).flat();
  const events = transcript.steps.flatMap((step) => step.events);
  const created = manager === 'harness' ? 'unknown' : 'client';
  const steps = new Steps(created);
  let seen = transcript.steps.slice(0, own).flatMap((step) => step.events).length;
  for (const call of calls) {
    for (const event of events.slice(seen, call.events[0])) steps.addCallersOwn(event);
    seen = Math.max(seen, call.events[1]);
    steps.add(call);
  }
  for (const event of events.slice(seen)) steps.addCallersOwn(event);
  // The client's own reference, which it lets go of by itself.
  const end: Step[] = manager === 'harness' ? [] : [{ do: 'release', on: created }];
  const [create] = script.steps;
  if (create?.do !== 'create') throw new Error('a recording begins by creating the helper');
  const passesNull = calls.some(
    ({ method, out, pcch }) => (out === null && method !== 'Placeholder1') || pcch === null,
  );
  return {
    calls,
    events,
    script: {
      name: 'a recorded session',
      profile: script.profile,
      hazardous: passesNull,
      apartment: script.apartment,
      steps: [{ ...create, as: created }, ...steps.all, ...end, { do: 'observe' }],
    },
    inexpressible: steps.inexpressible,
  };
}
