/**
 * What a rule writes: a script in which the run's own choices (which session the helper is offered, which profile) are
 * still open. `bindScript` closes them, so that one rule serves a helper with a session of its own and a borrowed one.
 */
import type { Apartment, CreateDraft, Script, Step } from './step.js';

type CreateStep = Extract<Step, { do: 'create' }>;

/** A step as drafts hold it: `create` need not say yet what session is offered. */
export type StepDraft = Exclude<Step, CreateStep> | CreateDraft;

export interface ScriptDraft {
  readonly name: string;
  /** A profile name of the script's own; absent: the run's. */
  readonly profile?: string;
  readonly hazardous: boolean;
  /** Absent: the run's. */
  readonly apartment?: Script['apartment'];
  readonly steps: readonly StepDraft[];
}

/** What a run decides for all its scripts. */
export interface Binding {
  readonly session: Exclude<CreateStep['session'], 'second'>;
  readonly profile: string;
  /** False when the helper cannot be told a profile name: a script's own name then gives way to the run's. */
  readonly profileCanBeTold: boolean;
  readonly apartment: Apartment;
}

/** What is asked of the DLL and not of a helper: there is nothing to hand over then. */
const stepsOfTheDll: ReadonlySet<Step['do']> = new Set([
  'getClassObject',
  'createInstance',
  'canUnloadNow',
  'reload',
  'registerServer',
]);

function apartmentOf({ apartment, steps }: ScriptDraft, ofTheRun: Apartment): Script['apartment'] {
  if (apartment !== undefined) return apartment;
  const stays = steps.some((step) => stepsOfTheDll.has(step.do)) || !steps.some((step) => step.do === 'create');
  return ofTheRun === 'second-sta' && stays ? 'sta' : ofTheRun;
}

export function bindScript(draft: ScriptDraft, binding: Binding): Script {
  return {
    name: draft.name,
    profile: binding.profileCanBeTold ? (draft.profile ?? binding.profile) : binding.profile,
    hazardous: draft.hazardous,
    apartment: apartmentOf(draft, binding.apartment),
    steps: draft.steps.map((step) =>
      step.do === 'create' ? { ...step, session: step.session ?? binding.session } : step,
    ),
  };
}

/** A script is never changed, and its key is asked for by every rule that looks at its transcript. */
const keys = new WeakMap<Script, string>();

/** Equal for two scripts that do the same, whatever they are called and in whatever order their fields were written. */
export function scriptKey(script: Script): string {
  const known = keys.get(script);
  if (known !== undefined) return known;
  const { name: _name, ...what } = script;
  const key = JSON.stringify(what, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  keys.set(script, key);
  return key;
}
