/** The sentences of run records, as templates, in Spanish. What is missing here is told in English. */
import { findings } from './sentences/findings.js';
import { model } from './sentences/model.js';
import { reasons } from './sentences/reasons.js';
import { scripts } from './sentences/scripts.js';
import { steps } from './sentences/steps.js';

export const sentences: Readonly<Record<string, string>> = { ...reasons, ...findings, ...model, ...steps, ...scripts };
