import { expect } from 'chai';

import { isSamePath, isUnfitName } from '../../harness/cli/windows-names.js';

describe('names on Windows', () => {
  it('of devices are no files, with an extension or without', () => {
    for (const name of [
      'NUL',
      'nul',
      'nul.json',
      'CON',
      'aux.tar.gz',
      'COM1',
      'lpt9.txt',
      'COM¹',
      'NUL .txt',
      'CONOUT$',
    ])
      expect(isUnfitName(name, 'win32'), name).to.equal(true);
    for (const name of ['null.json', 'console.txt', 'COM.json', 'COM10.json', 'my-nul', 'a.nul'])
      expect(isUnfitName(name, 'win32'), name).to.equal(false);
  });

  it('hold no colon, no wildcard, and end in no dot or space', () => {
    for (const name of ['a:b', 'out.json:stream', 'a*', 'a?', 'a|b', 'a"', 'a.', 'a ', 'a\u0001'])
      expect(isUnfitName(name, 'win32'), name).to.equal(true);
    for (const name of ['out.json', '.hidden', 'größe 1.html', 'OUTPUT~1.JSO'])
      expect(isUnfitName(name, 'win32'), name).to.equal(false);
  });

  it('are whatever they like elsewhere', () => {
    for (const name of ['NUL', 'a:b', 'a.']) expect(isUnfitName(name, 'linux'), name).to.equal(false);
  });

  it('are the same in any case there, and only there', () => {
    expect(isSamePath(String.raw`C:\Out\A.json`, String.raw`c:\out\a.JSON`, 'win32')).to.equal(true);
    expect(isSamePath(String.raw`C:\Out\A.json`, String.raw`C:\Out\B.json`, 'win32')).to.equal(false);
    expect(isSamePath('/out/A.json', '/out/a.json', 'linux')).to.equal(false);
    expect(isSamePath('/out/a.json', '/out/a.json', 'linux')).to.equal(true);
    expect(isSamePath(undefined, '/out/a.json', 'win32')).to.equal(false);
  });
});
