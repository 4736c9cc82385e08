/** What a file says, as it is run, judged and recorded. */
import { say } from '../language/message.js';
import { nearest, withGuess } from '../plan/nearest.js';
import type { Expectation, RecordedSequence } from '../record/sequence.js';
import { spell } from '../script/spelling.js';
import { documentedAnswer } from './documented-answers.js';
import { expectationOf } from './expectation-of.js';
import { sequenceForm, type SequenceForm } from './form.js';
import { formProblem } from './form-problem.js';
import type { PlacedStep } from './placed-step.js';
import { SequenceProblem } from './problem.js';
import { refuseForeignThreads } from './threads.js';
import type { LoneStep, StepForm } from './step-forms.js';
import { refuseTooMany, refuseTooManyForms } from './step-count.js';
import { stepsOf } from './steps-of.js';

type Path = readonly PropertyKey[];

function placed(form: StepForm | LoneStep, session: SequenceForm['session'], path: Path): PlacedStep[] {
  const whole: StepForm = typeof form === 'string' ? { do: form } : form;
  const made = stepsOf(whole, session);
  const { expect } = whole;
  return made.map((step, at) => ({ step, path, expect: at === made.length - 1 ? expect : undefined }));
}

function expanded({ steps, session }: SequenceForm): PlacedStep[] {
  const all: PlacedStep[] = [];
  for (const [at, form] of steps.entries()) {
    const path = ['steps', at];
    if (typeof form === 'object' && 'repeat' in form) {
      const block = form.steps.flatMap((each, inner) => placed(each, session, [...path, 'steps', inner]));
      refuseTooMany(all.length + block.length * form.repeat, [...path, 'repeat']);
      for (let time = 0; time < form.repeat; time += 1) all.push(...block);
    } else all.push(...placed(form, session, path));
    refuseTooMany(all.length, path);
  }
  return all;
}

/** What is not there cannot be called: it is a slip of the pen, and no finding. */
function refuseUnknownObjects(steps: readonly PlacedStep[]): void {
  const known = new Set<string>();
  const refuseUnknown = (name: string, path: Path): void => {
    if (known.has(name)) return;
    throw new SequenceProblem(
      withGuess(say('no step before gives {name}.', { name }), nearest(name, [...known])),
      'A step gives an object with as, and open gives helper.',
      path,
    );
  };
  for (const { step, path, expect } of steps) {
    if ('on' in step) refuseUnknown(step.on, [...path, 'on']);
    if ('as' in step && step.as !== undefined) known.add(step.as);
    if (typeof expect !== 'object' || Array.isArray(expect)) continue;
    const { same, different, references } = expect;
    const sessions = typeof references === 'object' ? Object.keys(references) : [];
    for (const name of [same, different, ...sessions]) if (name !== undefined) refuseUnknown(name, [...path, 'expect']);
  }
}

/** @throws SequenceProblem where the documents say nothing. */
function documentedSteps(steps: readonly PlacedStep[], isWhole: boolean): Set<number> {
  const { meanings } = spell(steps.map(({ step }) => step));
  const documented = new Set<number>();
  for (const [at, { step, path, expect }] of steps.entries()) {
    const isAsked =
      typeof expect === 'object' && !Array.isArray(expect) ? expect.documented === true : expect === 'documented';
    // A step that says what it expects itself is held to that.
    if (!isAsked && (!isWhole || expect !== undefined)) continue;
    const kind = meanings[at]?.kind;
    const isKnown = documentedAnswer(step) !== undefined || (kind !== 'outside' && kind !== 'neutral');
    if (isKnown) documented.add(at);
    else if (isAsked || kind === 'outside')
      throw new SequenceProblem(
        say('of {step}, as it stands here, the documents say nothing.', { step: step.do }),
        say(
          'Say what you expect of this step, or of each step alone; docs/write-a-sequence.md tells where documented can stand.',
        ),
        isAsked ? [...path, 'expect'] : path,
      );
  }
  return documented;
}

function expectationsOf(steps: readonly PlacedStep[], documented: ReadonlySet<number>): Expectation[] {
  return steps.flatMap(({ step, path, expect }, at): Expectation[] => {
    const wanted = expect === undefined ? {} : expectationOf(expect, step, [...path, 'expect']);
    const both = documented.has(at) ? { ...wanted, documented: true as const } : wanted;
    return Object.keys(both).length === 0 ? [] : [{ step: at, ...both }];
  });
}

/** Half of a pair of UTF-16 units is no text, and neither the child nor a report could be told it. */
function refuseHalfCharacters(value: unknown, path: Path): void {
  if (typeof value === 'string' && /\p{Cs}/u.test(value))
    throw new SequenceProblem(
      say('half of a surrogate pair: it is no character.'),
      'Write the character itself.',
      path,
    );
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value))
    refuseHalfCharacters(each, [...path, Array.isArray(value) ? Number(key) : key]);
}

/**
 * @throws SequenceProblem for a value that is no sequence.
 */
export function sequenceOf(value: unknown, id: string, file: string): RecordedSequence {
  refuseTooManyForms(value);
  const parsed = sequenceForm.safeParse(value);
  if (!parsed.success) {
    const { what, whatToDo, path, isKey } = formProblem(parsed.error, value);
    throw new SequenceProblem(what, whatToDo, path, isKey);
  }
  const form = parsed.data;
  refuseHalfCharacters(form, []);
  const steps = expanded(form);
  refuseUnknownObjects(steps);
  refuseForeignThreads(steps, form.apartment);
  const documented = documentedSteps(steps, form.expect !== undefined);
  const expectations = expectationsOf(steps, documented);
  const drafts = steps.map(({ step }) => step);
  return {
    id,
    file,
    title: form.name,
    ...(form.about === undefined ? {} : { about: form.about }),
    level: form.level ?? 'must',
    ...(form.for === undefined ? {} : { appliesTo: form.for }),
    ...(form.profile === undefined ? {} : { profile: form.profile }),
    ...(form.apartment === undefined ? {} : { apartment: form.apartment }),
    hazardous: form.hazardous ?? false,
    steps: drafts,
    expectations,
    endIsDocumented: form.expect !== undefined && spell(drafts).isLetGo,
  };
}
