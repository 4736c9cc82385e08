/**
 * A script as C++, to be pasted into a test or beside a debugger: plain calls over the factory, one a line, numbered as
 * they are in the record. What only the harness can do (make MAPI fail, unload the DLL) is told in a comment.
 */
import { iid } from '../catalogue/guids.js';
import type { Script, Step } from './step.js';

type Named<Do extends Step['do']> = Extract<Step, { do: Do }>;

/** Remarks by the number of the step, from 0: they stand right before its call. */
export type Remarks = ReadonlyMap<number, string>;

const helperMethods: ReadonlySet<Step['do']> = new Set([
  'placeholder1',
  'getIdentity',
  'getMapiSession',
  'handsOffSession',
]);

/** Never a keyword, whatever the script calls it. */
function variable(name: string): string {
  return `p${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

/** Nothing in it can end the literal, or the line. */
function literal(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const shown = units.map((unit) => {
    const character = String.fromCharCode(unit);
    if (/[\w .,:;!@#$%&()/+=-]/.test(character)) return character;
    // In pieces, because a hexadecimal escape has no end of its own.
    return `\\x${unit.toString(16).padStart(4, '0')}" L"`;
  });
  return `L"${shown.join('')}"`;
}

/** One line of a comment, which nothing can go on from: a backslash at its end would take the next line with it. */
function comment(text: string): string {
  const oneLine = text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll('\\', '/');
  return `// ${oneLine}`;
}

function guidLiteral(guid: string): string {
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = guid.split('-');
  const bytes = (`${fourth}${fifth}`.match(/../g) ?? []).map((byte) => `0x${byte}`);
  return `{0x${first}, 0x${second}, 0x${third}, {${bytes.join(', ')}}}`;
}

const knownIids = new Map<string, string>(Object.entries(iid).map(([name, guid]) => [guid, name]));

function iidVariable(guid: string): string {
  return `iidOf${knownIids.get(guid) ?? guid.replaceAll('-', '')}`;
}

function createLine({ as, session }: Named<'create'>, profile: string): string {
  return `hr = create(${literal(profile)}, ${session === 'offered' ? 'session' : 'nullptr'}, &${variable(as)});`;
}

function queryLine({ on, iid: asked, out, as }: Named<'query'>): string {
  const target = as === undefined ? 'answered' : variable(as);
  const pointer = out === 'null' ? 'nullptr' : `reinterpret_cast<void **>(&${target})`;
  return `hr = ${variable(on)}->QueryInterface(${iidVariable(asked)}, ${pointer});`;
}

function identityLines({ on, pcch, buffer }: Named<'getIdentity'>): string[] {
  const size = pcch === 'null' ? 'nullptr' : '&size';
  const name = buffer === 'null' ? 'nullptr' : 'name';
  // Reported: the size stays as the helper left it.
  const set = typeof pcch === 'number' ? [`size = ${String(pcch)};`] : [];
  return [...set, `hr = ${variable(on)}->GetIdentity(${name}, ${size});`];
}

function sessionLine({ on, out, as }: Named<'getMapiSession'>): string {
  const pointer = out === 'null' ? 'nullptr' : `&${as === undefined ? 'answered' : variable(as)}`;
  return `hr = ${variable(on)}->GetMapiSession(${pointer});`;
}

/** Of what may never have been given: the helper's own pointers are there, or nothing can be called at all. */
function countLine({ do: call, on }: Named<'addRef' | 'release'>, mayBeMissing: ReadonlySet<string>): string {
  const line = `${variable(on)}->${call === 'addRef' ? 'AddRef' : 'Release'}();`;
  return mayBeMissing.has(on) ? `if (${variable(on)} != nullptr) ${line}` : line;
}

function linesOf(step: Step, script: Script, mayBeMissing: ReadonlySet<string>): string[] {
  switch (step.do) {
    case 'create':
      return [createLine(step, script.profile)];
    case 'query':
      return [queryLine(step)];
    case 'addRef':
    case 'release':
      return [countLine(step, mayBeMissing)];
    case 'placeholder1':
      return [`hr = ${variable(step.on)}->Placeholder1(${step.argument === 'null' ? 'nullptr' : '&answered'});`];
    case 'getIdentity':
      return identityLines(step);
    case 'getMapiSession':
      return [sessionLine(step)];
    case 'handsOffSession':
      return [`hr = ${variable(step.on)}->HandsOffSession();`];
    default: {
      const { label: _label, ...what } = step;
      return [comment(`only olkconform can do this: ${JSON.stringify(what)}`)];
    }
  }
}

/** The objects that the script names, and whether the helper's methods are called on them. */
function declarations(script: Script): string[] {
  const names = new Set(
    script.steps.flatMap((step) => ['as' in step ? step.as : undefined, 'on' in step ? step.on : undefined]),
  );
  const helpers = new Set(script.steps.flatMap((step) => (helperMethods.has(step.do) && 'on' in step ? step.on : [])));
  return [...names].flatMap((name) =>
    name === undefined ? [] : `${helpers.has(name) ? 'IOlkAccountHelper' : 'IUnknown'} *${variable(name)} = nullptr;`,
  );
}

/** Room for the largest buffer that the script hands over; what a helper may report is not known. */
function roomOf(script: Script): number {
  const sizes = script.steps.flatMap((step) =>
    step.do === 'getIdentity' && typeof step.pcch === 'number' ? step.pcch : [],
  );
  return Math.max(4096, ...sizes);
}

const head = `#include <windows.h>
#include <unknwn.h>

struct IOlkAccountHelper : IUnknown {
    virtual HRESULT STDMETHODCALLTYPE Placeholder1(void *) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetIdentity(LPWSTR identity, DWORD *pcch) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetMapiSession(LPUNKNOWN *session) = 0;
    virtual HRESULT STDMETHODCALLTYPE HandsOffSession() = 0;
};

using CreateHelper = HRESULT(STDMETHODCALLTYPE *)(LPCWSTR profile, IUnknown *session, IUnknown **helper);
`;

/** A function that does what the script does. Where a step is remarked on, look there: that is where it went wrong. */
export function asCpp(script: Script, remarks: Remarks = new Map()): string {
  const asked = new Set(script.steps.flatMap((step) => (step.do === 'query' ? step.iid : [])));
  const mayBeMissing = new Set(
    script.steps.flatMap((step) => (step.do === 'getMapiSession' && step.as !== undefined ? step.as : [])),
  );
  const body = script.steps.flatMap((step, at) => {
    const remark = remarks.get(at);
    const [first = '', ...others] = linesOf(step, script, mayBeMissing);
    const numbered =
      others.length === 0 ? [`${first}  // ${String(at + 1)}`] : [first, `${others.join(' ')}  // ${String(at + 1)}`];
    return [...(remark === undefined ? [] : [comment(remark)]), ...numbered];
  });
  const inside = [
    ...[...asked].map((each) => `const IID ${iidVariable(each)} = ${guidLiteral(each)};`),
    ...declarations(script),
    'IUnknown *answered = nullptr;',
    `static WCHAR name[${String(roomOf(script))}];`,
    'DWORD size = 0;',
    'HRESULT hr = S_OK;',
    '',
    ...body,
    // What a script has no use for is declared all the same.
    '(void)name;',
    '(void)size;',
    '(void)answered;',
    'return hr;',
  ];
  return `${comment(script.name)}
// \`create\` is the factory of the helper, \`session\` what it is offered (NULL for a helper that makes its own).
${head}
HRESULT replay(CreateHelper create, [[maybe_unused]] IUnknown *session) {
${inside.map((line) => (line === '' ? '' : `    ${line}`)).join('\n')}
}
`;
}
