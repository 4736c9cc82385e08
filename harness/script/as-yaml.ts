/**
 * A script as a sequence file: `olkconform run --sequence` reads the same script from it. What it is to be judged by is
 * for a person to add; `documented` may stand there from the start.
 */
import { iid } from '../catalogue/guids.js';
import { hresults } from '../catalogue/hresults.js';
import { loneSteps, unknownOf, usualObject, usualSize } from './step-defaults.js';
import type { Script, Step } from './step.js';

type Scalar = string | number | boolean | null;
type Fields = readonly (readonly [name: string, value: Scalar | undefined])[];

/** What YAML reads as something else than text. */
const notText = /^(null|true|false|yes|no|on|off|y|n|~)$/i;

/** Letters that need no quotes; what is not printable, or half a character, is escaped. */
function text(value: string): string {
  if (/^[A-Za-z][A-Za-z0-9 _'-]*$/.test(value) && !value.endsWith(' ') && !notText.test(value)) return value;
  return JSON.stringify(value).replaceAll(
    /[\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060-\u206F\uFEFF\uFFF9-\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const scalar = (value: Scalar): string => (typeof value === 'string' ? text(value) : String(value));

const names = new Map<string, string>(Object.entries(iid).map(([name, id]) => [id, name]));
const interfaceName = (id: string): string => names.get(id) ?? id;

function hresult(value: number | undefined): Scalar | undefined {
  if (value === undefined || value === 0) return value;
  return Object.entries(hresults).findLast(([, code]) => code === value)?.[0] ?? value;
}

/** NULL is null in a file. */
const orNull = <Value extends Scalar>(value: Value): Value | null => (value === 'null' ? null : value);

const unless = <Value extends Scalar>(usual: Scalar, value: Value): Value | undefined =>
  value === usual ? undefined : value;

const onUnlessUsual = (on: string): readonly [string, Scalar | undefined] => ['on', unless(usualObject, on)];

/** What a file says of the step, without what it may leave out. */
function fieldsOf(step: Step, session: string | undefined): Fields {
  switch (step.do) {
    case 'create':
      return [
        ['as', unless(unknownOf(usualObject), step.as)],
        ['session', step.session === session ? undefined : step.session],
      ];
    case 'query':
      return [
        onUnlessUsual(step.on),
        ['iid', unless('IUnknown', interfaceName(step.iid))],
        ['out', unless('memory', orNull(step.out))],
        ['as', step.as],
      ];
    case 'release':
      return [['on', step.on]];
    case 'addRef':
    case 'handsOffSession':
      return [onUnlessUsual(step.on)];
    case 'placeholder1':
      return [onUnlessUsual(step.on), ['argument', unless('memory', orNull(step.argument))]];
    case 'getIdentity':
      return [
        onUnlessUsual(step.on),
        ['pcch', unless(usualSize, orNull(step.pcch))],
        ['buffer', unless('slack', orNull(step.buffer))],
      ];
    case 'getMapiSession':
      return [
        onUnlessUsual(step.on),
        ['out', unless('memory', orNull(step.out))],
        ['as', step.as ?? (step.out === 'null' ? undefined : null)],
      ];
    case 'callSlot':
      return [onUnlessUsual(step.on), ['slot', step.slot]];
    case 'configureProvider':
      return [
        ['failInitialize', hresult(step.failInitialize)],
        ['failLogon', hresult(step.failLogon)],
        ['refuseSessionInterface', step.refuseSessionInterface],
        ['failAllocation', step.failAllocation],
      ];
    case 'hammer':
      return [onUnlessUsual(step.on), ['threads', step.threads], ['rounds', step.rounds]];
    case 'getClassObject':
      return [
        ['clsid', unless('activation', step.clsid)],
        ['iid', interfaceName(step.iid)],
        ['as', step.as],
      ];
    case 'createInstance':
      return [
        ['on', step.on],
        ['outer', unless('null', step.outer)],
        ['iid', interfaceName(step.iid)],
        ['as', step.as],
      ];
    case 'reload':
      return [['times', step.times]];
    case 'registerServer':
      return [['undo', step.undo]];
    case 'observe':
    case 'observeApartment':
    case 'canUnloadNow':
      return [];
  }
}

function line(name: string, fields: Fields): string {
  const said = fields.flatMap(([field, value]) => (value === undefined ? [] : [`${field}: ${scalar(value)}`]));
  if (said.length === 0 && loneSteps.some((lone) => lone === name)) return `  - ${name}`;
  return `  - { ${[`do: ${name}`, ...said].join(', ')} }`;
}

const isPlain = ({ label, thread }: Step): boolean => label === undefined && thread === undefined;

/** `open` and `close` stand for two steps each, where nothing more is said of these. */
function pairOf(step: Step, next: Step | undefined, session: string | undefined): string | undefined {
  if (next === undefined || !isPlain(step) || !isPlain(next)) return undefined;
  if (step.do === 'create' && next.do === 'query' && next.on === step.as) {
    const { as: helper = '' } = next;
    const isOpened = next.iid === iid.IOlkAccountHelper && next.out === 'memory' && unknownOf(helper) === step.as;
    const offered = step.session === session ? undefined : step.session;
    return isOpened
      ? line('open', [
          ['as', unless(usualObject, helper)],
          ['session', offered],
        ])
      : undefined;
  }
  const isClosed = step.do === 'release' && next.do === 'release' && unknownOf(step.on) === next.on;
  return isClosed ? line('close', [onUnlessUsual(step.on)]) : undefined;
}

/** `isDocumented`: the file says that each step must be as the documents have it. */
export function asYaml(script: Script, isDocumented = false): string {
  const { steps } = script;
  const session = steps.find((step) => step.do === 'create')?.session;
  const lines: string[] = [];
  for (let at = 0; at < steps.length; at += 1) {
    const step = steps[at];
    if (step === undefined) break;
    const pair = pairOf(step, steps[at + 1], session);
    if (pair !== undefined) at += 1;
    const { label, thread } = step;
    lines.push(pair ?? line(step.do, [...fieldsOf(step, session), ['label', label], ['thread', thread]]));
  }
  return [
    `name: ${text(script.name)}`,
    `profile: ${text(script.profile)}`,
    `apartment: ${script.apartment}`,
    ...(session === undefined ? [] : [`session: ${session}`]),
    ...(script.hazardous ? ['hazardous: true'] : []),
    ...(isDocumented ? ['expect: documented'] : []),
    'steps:',
    ...lines,
    '',
  ].join('\n');
}
