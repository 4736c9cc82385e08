/** The words in which rules write their scripts. */
import { iid } from '../catalogue/guids.js';
import type { ScriptDraft, StepDraft } from './draft.js';
import type { Step } from './step.js';

type GetIdentityStep = Extract<Step, { do: 'getIdentity' }>;

/** Gives a step a label by which the rule finds its answer in the transcript. */
export function as<S extends StepDraft>(label: string, step: S): S {
  return { ...step, label };
}

/** Creates the helper and asks it for IOlkAccountHelper, under the name `helper`. */
export function open(): StepDraft[] {
  return [
    { do: 'create', as: 'unknown' },
    { do: 'query', on: 'unknown', iid: iid.IOlkAccountHelper, out: 'memory', as: 'helper' },
  ];
}

/** Lets go of the two references that `open` took. */
export function close(): StepDraft[] {
  return [release('helper'), release('unknown')];
}

export function query(on: string, interfaceId: string, name?: string): StepDraft {
  return { do: 'query', on, iid: interfaceId, out: 'memory', ...(name === undefined ? {} : { as: name }) };
}

export function release(on: string): StepDraft {
  return { do: 'release', on };
}

export function addRef(on: string): StepDraft {
  return { do: 'addRef', on };
}

/** Nothing but a place in the transcript to look at the counters. */
export function observe(): StepDraft {
  return { do: 'observe' };
}

export function observeApartment(): StepDraft {
  return { do: 'observeApartment' };
}

export function getClassObject(clsid: string, interfaceId: string, name: string): StepDraft {
  return { do: 'getClassObject', clsid, iid: interfaceId, as: name };
}

export function placeholder1(argument: 'memory' | 'null'): StepDraft {
  return { do: 'placeholder1', on: 'helper', argument };
}

export function getIdentity(pcch: GetIdentityStep['pcch'], buffer: GetIdentityStep['buffer'] = 'slack'): StepDraft {
  return { do: 'getIdentity', on: 'helper', pcch, buffer };
}

/** GetMapiSession; what it gives is kept under `name`. */
export function getMapiSession(name = 'session'): StepDraft {
  return { do: 'getMapiSession', on: 'helper', out: 'memory', as: name };
}

export function handsOffSession(): StepDraft {
  return { do: 'handsOffSession', on: 'helper' };
}

export function script(name: string, ...steps: (StepDraft | StepDraft[])[]): ScriptDraft {
  return { name, hazardous: false, steps: steps.flat() };
}

/** A script with a profile name of its own. */
export function withProfile(profile: string, draft: ScriptDraft): ScriptDraft {
  return { ...draft, profile };
}

/** Marks a script that a correct caller would never run: it is run after all others. */
export function hazardous(draft: ScriptDraft): ScriptDraft {
  return { ...draft, hazardous: true };
}
