/** What a step did, in few words: the writing on an edge of a machine. Parts, so that they can be told in another language. */
import { failed, hex32, hresultText } from '../catalogue/hresults.js';
import type { End, Letter, Observation } from '../record/exploration.js';
import { activeHelper, ofHelpers, type State } from './state.js';

/** The name alone, where there is one: there is no room for more. */
function codeName(hresult: number): string {
  return hresultText(hresult).replace(/ \(.*$/, '');
}

function hasSession(state: State): boolean {
  return state.sessions.some((_, age) => ofHelpers(state, age) > 0);
}

/** Which session came out of GetMapiSession. */
function given(before: State, { hresult, out, age, logons }: Observation): string {
  if (out === 'null') return 'NULL';
  if (out === 'other') return 'an object of its own';
  if (out !== 'session' || age === null || failed(hresult)) return 'the pointer untouched';
  if (age < logons) return 'a new session';
  const old = before.sessions[age - logons];
  if (old?.origin === 'offered') return "the client's session";
  if (old?.references === 0) return 'a session that is gone';
  const last = activeHelper(before).given;
  return last === null || last === age - logons ? 'the same session' : 'another session';
}

function counting(before: State, after: State, { hresult, out, age, references, logons }: Observation): string[] {
  if (out !== 'session' || age === null || failed(hresult)) return [];
  const added = references[age] ?? 0;
  const isKnown = age >= logons && activeHelper(before).given === age - logons;
  return [
    ...(isKnown && added !== 1 ? [`${String(added)} references added`] : []),
    ...(ofHelpers(after, age) > 0 ? [] : ['not kept']),
  ];
}

function handed(before: State, after: State): string[] {
  if (!hasSession(before)) return hasSession(after) ? ['a session is opened'] : [];
  return [hasSession(after) ? 'the session is kept' : 'the session is released'];
}

/** Of calls that have nothing to do with sessions. */
function aside(before: State, after: State): string[] {
  if (hasSession(before) === hasSession(after)) return [];
  return [hasSession(after) ? 'a session is opened' : 'the session is released'];
}

function wrongs(after: State, { overReleases, callsAfterRelease }: Observation): string[] {
  const isRobbed = after.sessions.some((_, age) => ofHelpers(after, age) < 0);
  return [
    ...(overReleases > 0 || isRobbed ? ['a release too many'] : []),
    ...(callsAfterRelease > 0 ? ['a call after the last Release'] : []),
  ];
}

/** `before` and `after` as the model has them. */
export function edgeText(letter: Letter, before: State, after: State, observation: Observation): string[] {
  const { kind, hresult, value, text } = observation;
  if (kind === 'skipped') return ['there is no helper'];
  if (kind === 'threw') return [`exception ${hex32(hresult)}`];
  const told = [codeName(hresult)];
  switch (letter) {
    case 'g':
      told.push(given(before, observation), ...counting(before, after, observation));
      break;
    case 'h':
      told.push(...handed(before, after));
      break;
    case 'i':
    case 's':
      told.push(`*pcch = ${String(value)}`, ...(text === 0 ? [] : ['the buffer is written']), ...aside(before, after));
      break;
    case 'p':
    case 'q':
    case 'n':
    case 'o':
    case '2':
      told.push(...aside(before, after));
  }
  return [...told, ...wrongs(after, observation)];
}

/** What is left when the client lets go of everything. */
export function endText({ sessions }: State, { kind, references, initialized, overReleases }: End): string[] {
  if (kind === 'threw') return ['an exception'];
  const left = sessions.some(({ origin }, age) => (references[age] ?? 0) > (origin === 'offered' ? 1 : 0));
  const isRobbed = sessions.some(({ origin }, age) => origin === 'offered' && (references[age] ?? 0) < 1);
  const told = [
    ...(left ? ['the session is left open'] : []),
    ...(overReleases > 0 || isRobbed ? ['a release too many'] : []),
    ...(initialized === 0 ? [] : ['MAPI is left initialised']),
  ];
  return told.length === 0 ? ['everything is let go'] : told;
}
