/** GetIdentity with a buffer that is large enough (`i`), and with one of a single character (`s`). */
import { hresults, hresultText } from '../catalogue/hresults.js';
import type { Observation } from '../record/exploration.js';
import { asItMustBe, firstFault, mustAnswer, violated, type Answered } from './answers.js';
import { textHash } from './text-hash.js';
import type { State } from './state.js';

const fits = 'GetIdentity with a buffer that is large enough';
const tooSmall = 'GetIdentity with a buffer of one character';

/** Without the profile's name all that can be asked is that the answer stays the same. */
function always(letter: 'i' | 's', { hresult, value, text }: Observation): Answered {
  const left = letter === 's' && hresult === hresults.E_OUTOFMEMORY && text !== 0;
  if (left)
    return violated('get-identity/too-small-buffer-untouched', tooSmall, 'the buffer untouched', 'it was written to');
  const answer = `${hresultText(hresult)}, *pcch = ${String(value)}`;
  return {
    violations: [],
    open: { question: letter === 'i' ? fits : tooSmall, answer, statement: 'get-identity/repeatable' },
  };
}

function givesName(observation: Observation, profile: string): Answered {
  const size = profile.length + 1;
  return firstFault(
    mustAnswer(observation, 'S_OK', 'get-identity/exact-name', fits),
    observation.text === textHash(profile)
      ? asItMustBe
      : violated('get-identity/exact-name', fits, "the profile's name", 'another text'),
    observation.value === size
      ? asItMustBe
      : violated('get-identity/length-includes-terminator', `${fits}: *pcch`, String(size), String(observation.value)),
  );
}

function tellsSize(observation: Observation, profile: string): Answered {
  const size = profile.length + 1;
  return firstFault(
    mustAnswer(observation, 'E_OUTOFMEMORY', 'get-identity/too-small-code', tooSmall),
    observation.text === 0
      ? asItMustBe
      : violated('get-identity/too-small-buffer-untouched', tooSmall, 'the buffer untouched', 'it was written to'),
    observation.value === size
      ? asItMustBe
      : violated('get-identity/too-small-size', `${tooSmall}: *pcch`, String(size), String(observation.value)),
  );
}

export function judgeIdentity(letter: 'i' | 's', { world }: State, observation: Observation): Answered {
  const { profile } = world.facts;
  // Of an empty name the documents say nothing.
  if (profile === undefined || profile === '') return always(letter, observation);
  return letter === 'i' ? givesName(observation, profile) : tellsSize(observation, profile);
}
