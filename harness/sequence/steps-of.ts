/** A step of a file, with what it leaves out, as the steps of a script that it stands for. */
import { hresults } from '../catalogue/hresults.js';
import { iid } from '../catalogue/guids.js';
import type { StepDraft } from '../script/draft.js';
import { unknownOf, usualObject, usualSession, usualSize } from '../script/step-defaults.js';
import type { CreateDraft } from '../script/step.js';
import type { HresultForm, StepForm } from './step-forms.js';

type Common = Pick<StepDraft, 'label' | 'thread'>;

export function hresultOf(form: HresultForm): number {
  return typeof form === 'number' ? form : hresults[form];
}

function interfaceIdOf(text: string): string {
  return new Map<string, string>(Object.entries(iid)).get(text) ?? text;
}

const outOf = (out: 'memory' | null | undefined): 'memory' | 'null' => (out === null ? 'null' : 'memory');

function given<Name extends string, Value>(name: Name, value: Value | undefined): Partial<Record<Name, Value>> {
  const made: Partial<Record<Name, Value>> = {};
  if (value !== undefined) made[name] = value;
  return made;
}

function creation(as: string, session: CreateDraft['session'], common: Common): CreateDraft {
  return { do: 'create', as, ...(session === undefined ? {} : { session }), ...common };
}

/** `session`: what the file says of every `create` that does not say it itself. */
export function stepsOf(form: StepForm, session: CreateDraft['session']): [StepDraft, ...StepDraft[]] {
  const { label, thread } = form;
  const common: Common = { ...(label === undefined ? {} : { label }), ...(thread === undefined ? {} : { thread }) };
  const onThread: Common = thread === undefined ? {} : { thread };
  switch (form.do) {
    case 'open': {
      const name = form.as ?? usualObject;
      const unknown = unknownOf(name);
      return [
        creation(unknown, form.session ?? session, common),
        { do: 'query', on: unknown, iid: iid.IOlkAccountHelper, out: 'memory', as: name, ...onThread },
      ];
    }
    case 'close': {
      const name = form.on ?? usualObject;
      return [
        { do: 'release', on: name, ...onThread },
        { do: 'release', on: unknownOf(name), ...common },
      ];
    }
    case 'create':
      return [creation(form.as ?? unknownOf(usualObject), form.session ?? session, common)];
    case 'query':
      return [
        {
          do: 'query',
          on: form.on ?? usualObject,
          iid: interfaceIdOf(form.iid ?? 'IUnknown'),
          out: outOf(form.out),
          ...given('as', form.as),
          ...common,
        },
      ];
    case 'placeholder1':
      return [{ do: form.do, on: form.on ?? usualObject, argument: outOf(form.argument), ...common }];
    case 'getIdentity': {
      const { pcch = usualSize, buffer = 'slack' } = form;
      return [{ do: form.do, on: form.on ?? usualObject, pcch: pcch ?? 'null', buffer: buffer ?? 'null', ...common }];
    }
    case 'getMapiSession': {
      const { as: name = form.out === null ? null : usualSession } = form;
      return [
        { do: form.do, on: form.on ?? usualObject, out: outOf(form.out), ...given('as', name ?? undefined), ...common },
      ];
    }
    case 'addRef':
    case 'release':
    case 'handsOffSession':
      return [{ do: form.do, on: form.on ?? usualObject, ...common }];
    case 'callSlot':
      return [{ do: form.do, on: form.on ?? usualObject, slot: form.slot, ...common }];
    case 'hammer':
      return [{ do: form.do, on: form.on ?? usualObject, threads: form.threads, rounds: form.rounds, ...common }];
    case 'configureProvider':
      return [
        {
          do: form.do,
          ...(form.failInitialize === undefined ? {} : { failInitialize: hresultOf(form.failInitialize) }),
          ...(form.failLogon === undefined ? {} : { failLogon: hresultOf(form.failLogon) }),
          ...given('refuseSessionInterface', form.refuseSessionInterface),
          ...given('failAllocation', form.failAllocation),
          ...common,
        },
      ];
    case 'observe':
    case 'observeApartment':
    case 'canUnloadNow':
      return [{ do: form.do, ...common }];
    case 'getClassObject':
      return [{ do: form.do, clsid: form.clsid ?? 'activation', iid: interfaceIdOf(form.iid), as: form.as, ...common }];
    case 'createInstance':
      return [
        {
          do: form.do,
          on: form.on,
          outer: form.outer ?? 'null',
          iid: interfaceIdOf(form.iid),
          as: form.as,
          ...common,
        },
      ];
    case 'reload':
      return [{ do: form.do, times: form.times, ...common }];
    case 'registerServer':
      return [{ do: form.do, undo: form.undo, ...common }];
  }
}
