import { SequenceProblem } from '../../harness/sequence/problem.js';
import { sequenceOf } from '../../harness/sequence/sequence-of.js';
import { parseYaml, placeIn, YamlProblem } from '../../harness/sequence/yaml-text.js';
import { inEnglish } from '../../harness/language/message.js';
import type { RecordedSequence } from '../../harness/record/sequence.js';

export function read(text: string): RecordedSequence {
  return sequenceOf(parseYaml(text).value, 'own-sequence/a', 'a.yaml');
}

/** `3:5 no step before gives …`, as the command line tells it; undefined: it is a sequence. */
export function problemOf(text: string): string | undefined {
  try {
    const { value, placeOf } = parseYaml(text);
    try {
      sequenceOf(value, 'own-sequence/a', 'a.yaml');
      return undefined;
    } catch (error) {
      if (!(error instanceof SequenceProblem)) throw error;
      const { line, column } = placeOf(error.path, error.isKey);
      return `${String(line)}:${String(column)} ${inEnglish(error.what)}`;
    }
  } catch (error) {
    if (!(error instanceof YamlProblem)) throw error;
    const { line, column } = placeIn(text, error.offset);
    return `${String(line)}:${String(column)} ${inEnglish(error.what)}`;
  }
}
