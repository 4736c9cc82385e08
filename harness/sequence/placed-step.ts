import type { StepDraft } from '../script/draft.js';
import type { ExpectationForm } from './step-forms.js';

/** A step with its place in the file. */
export interface PlacedStep {
  readonly step: StepDraft;
  readonly path: readonly PropertyKey[];
  readonly expect: ExpectationForm | undefined;
}
