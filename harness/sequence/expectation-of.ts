/** What a file expects of a step, as a record keeps it. */
import { say } from '../language/message.js';
import type { Expectation } from '../record/sequence.js';
import type { StepDraft } from '../script/draft.js';
import { SequenceProblem } from './problem.js';
import { hresultOf } from './steps-of.js';
import type { ExpectationForm, HresultForm } from './step-forms.js';

type Expected = Exclude<keyof Expectation, 'step'>;
type Wanted = Omit<Expectation, 'step'>;

const pointers: readonly Expected[] = ['hresult', 'out', 'same', 'different'];
const anything: readonly Expected[] = ['documented', 'references', 'referencesInAll'];

/** What can be seen of each step. */
const visible: Readonly<Record<StepDraft['do'], readonly Expected[]>> = {
  create: pointers,
  query: pointers,
  addRef: ['count'],
  release: ['count'],
  placeholder1: ['hresult'],
  getIdentity: ['hresult', 'identity', 'size'],
  getMapiSession: pointers,
  handsOffSession: ['hresult'],
  callSlot: ['hresult'],
  configureProvider: [],
  observe: [],
  hammer: [],
  getClassObject: pointers,
  createInstance: pointers,
  canUnloadNow: ['hresult'],
  reload: [],
  registerServer: ['hresult'],
  observeApartment: [],
};

/** The name under which a file has it. */
const nameInFile = (name: string): string => (name === 'referencesInAll' ? 'references' : name);

function listOf(forms: HresultForm | readonly HresultForm[]): number[] {
  return (typeof forms === 'object' ? forms : [forms]).map(hresultOf);
}

function wantedOf(form: ExpectationForm): Wanted {
  if (form === 'documented') return { documented: true };
  if (typeof form !== 'object' || Array.isArray(form)) return { hresult: listOf(form) };
  const { hresult, out, references, ...others } = form;
  const counted = typeof references === 'object' ? Object.entries(references) : [];
  return {
    ...others,
    ...(hresult === undefined ? {} : { hresult: listOf(hresult) }),
    ...(out === undefined ? {} : { out: out ?? 'null' }),
    ...(typeof references === 'number' ? { referencesInAll: references } : {}),
    ...(counted.length === 0 ? {} : { references: counted.map(([session, count]) => ({ session, count })) }),
  };
}

/** @throws SequenceProblem for what cannot be seen of such a step. */
export function expectationOf(form: ExpectationForm, step: StepDraft, path: readonly PropertyKey[]): Wanted {
  const wanted = wantedOf(form);
  const seen: readonly string[] = [...anything, ...visible[step.do]];
  const unseen = Object.keys(wanted).find((name) => !seen.includes(name));
  if (unseen === undefined) return wanted;
  throw new SequenceProblem(
    say('{name} is nothing that can be expected of {step}.', { name: nameInFile(unseen), step: step.do }),
    say('What can be: {names}', { names: [...new Set(seen.map(nameInFile))].join(', ') }),
    path,
  );
}
