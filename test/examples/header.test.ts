import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';

import { readPortableExecutable } from '../../harness/plan/portable-executable.js';
import { thisHost } from '../../harness/setup/places.mjs';
import { findProgram } from '../../harness/setup/program.mjs';
import { root, runProgram } from '../cli/olkconform.js';

const inC = `
#define OLKCONFORM_DECLARE_HELPER
#include <olkconform.h>
static HRESULT make(LPCWSTR p, IUnknown *s, IUnknown **h) { (void)p; (void)s; (void)h; return E_FAIL; }
static HRESULT use(LPCWSTR p, IUnknown *s) { (void)p; (void)s; return S_OK; }
OLKCONFORM_FACTORY_FROM(From, make);
OLKCONFORM_ENTRY(Entry, use);
`;

const inCpp = `${inC}
template <typename First, typename Second>
struct Helper final : IOlkAccountHelper {
    Helper(LPCWSTR, IUnknown *) {}
    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID, void **) override { return E_NOTIMPL; }
    ULONG STDMETHODCALLTYPE AddRef() override { return 1; }
    ULONG STDMETHODCALLTYPE Release() override { return 1; }
    HRESULT STDMETHODCALLTYPE Placeholder1(void *) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE GetIdentity(LPWSTR, DWORD *) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE GetMapiSession(LPUNKNOWN *) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE HandsOffSession() override { return E_NOTIMPL; }
};
struct Other : IUnknown {
    virtual HRESULT STDMETHODCALLTYPE Placeholder1(void *) = 0;
};
struct Renamed final : Other {
    Renamed(LPCWSTR, IUnknown *) {}
    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID, void **) override { return E_NOTIMPL; }
    ULONG STDMETHODCALLTYPE AddRef() override { return 1; }
    ULONG STDMETHODCALLTYPE Release() override { return 1; }
    HRESULT STDMETHODCALLTYPE Placeholder1(void *) override { return E_NOTIMPL; }
};
OLKCONFORM_FACTORY_AS(As, Other, Renamed);
OLKCONFORM_FACTORY(Born, Helper<int, int>);
OLKCONFORM_FACTORY_OF_ZERO(Zero, Helper<int, char>);
`;

const strict = ['-Wall', '-Wextra', '-Wpedantic', '-Werror', '-shared'];

const uses = [
  { file: 'use.c', text: inC, compiler: 'gcc', args: ['-std=c99'], exported: ['Entry', 'From'] },
  {
    file: 'use.cpp',
    text: inCpp,
    compiler: 'g++',
    args: ['-std=c++11'],
    exported: ['As', 'Born', 'Entry', 'From', 'Zero'],
  },
  {
    file: 'use.cpp',
    text: inCpp,
    compiler: 'g++',
    args: ['-std=c++17', '-fno-exceptions'],
    exported: ['As', 'Born', 'Entry', 'From', 'Zero'],
  },
];

describe('include/olkconform.h', () => {
  let folder = '';

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'olkconform-header-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  async function exportsOf(compiler: string, { file, text, args }: (typeof uses)[number]): Promise<readonly string[]> {
    writeFileSync(join(folder, file), text);
    const words = [...args, ...strict, `-I${join(root, 'include')}`, '-o', 'use.dll', file];
    const { status, stderr } = await runProgram(compiler, words, { cwd: folder });
    expect(stderr).to.equal('');
    expect(status).to.equal(0);
    return readPortableExecutable(readFileSync(join(folder, 'use.dll'))).exports;
  }

  it('says what to write for a class whose interface has another name', async () => {
    const text = inCpp.replace('OLKCONFORM_FACTORY_AS(As, Other, Renamed)', 'OLKCONFORM_FACTORY(As, Renamed)');
    writeFileSync(join(folder, 'other.cpp'), text);
    const words = ['-std=c++11', '-fsyntax-only', `-I${join(root, 'include')}`, 'other.cpp'];
    const { status, stderr } = await runProgram('x86_64-w64-mingw32-g++', words, { cwd: folder });
    expect(status).not.to.equal(0);
    expect(stderr).to.contain(
      'Renamed does not derive from IOlkAccountHelper: OLKCONFORM_FACTORY_AS(As, YourInterface, Renamed)',
    );
  });

  for (const use of uses) {
    it(`compiles without a warning and exports plain names: ${[use.compiler, ...use.args].join(' ')}`, async () => {
      const x86 = `i686-w64-mingw32-${use.compiler}`;
      const compilers = [
        `x86_64-w64-mingw32-${use.compiler}`,
        ...(findProgram(x86, thisHost()) === undefined ? [] : [x86]),
      ];
      for (const compiler of compilers) expect(await exportsOf(compiler, use)).to.have.members(use.exported);
    });
  }
});
