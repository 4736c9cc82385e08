import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { fixturesFolder } from '../../harness/certify/host-places.js';
import { inEnglish } from '../../harness/language/message.js';
import { missingFor } from '../../harness/plan/dependencies.js';
import { Image } from '../../harness/plan/image.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const helper = join(fixturesFolder, 'own-session.dll');
const provider = join(fixturesFolder, 'mapi32', 'mapi32.dll');

/** The file with a text in it exchanged for another of the same length. */
function changed(file: string, from: string, to: string): Buffer {
  expect(to).to.have.length(from.length);
  const bytes = readFileSync(file);
  const at = bytes.indexOf(`${from}\0`);
  expect(at, from).to.be.greaterThan(0);
  bytes.write(to, at, 'latin1');
  return bytes;
}

function withoutImports(bytes: Buffer): Buffer {
  bytes.fill(0, bytes.readUInt32LE(0x3c) + 24 + 112 + 8, bytes.readUInt32LE(0x3c) + 24 + 112 + 16);
  return bytes;
}

/** The file, importing from one DLL only. */
function importingOnly(file: string, dll: string, as: string): Buffer {
  const bytes = changed(file, dll, as);
  const image = new Image(bytes);
  const { address } = image.directory(1);
  const section = image.sections.find((each) => address >= each.address && address < each.address + each.size);
  const table = (section?.offset ?? 0) + address - (section?.address ?? 0);
  let entry = table;
  while (image.name(bytes.readUInt32LE(entry + 12)) !== as) entry += 20;
  bytes.copy(bytes, table, entry, entry + 20);
  bytes.fill(0, table + 20, table + 40);
  return bytes;
}

describe('missingFor', () => {
  const folder = temporaryFolder();
  const told = (): string[] => missingFor(join(folder(), 'helper.dll'), [join(folder(), 'system')]).map(inEnglish);

  beforeEach(() => {
    mkdirSync(join(folder(), 'system'));
    writeFileSync(join(folder(), 'helper.dll'), importingOnly(helper, 'MAPI32.dll', 'm-apis.dll'));
  });

  it('names the DLL that is missing, and who needs it', () => {
    expect(told()).to.deep.equal(['helper.dll needs m-apis.dll, which was not found']);
  });

  it('finds it beside the helper and in the system, whatever the case of its name', () => {
    const alone = importingOnly(provider, 'msvcrt.dll', 'm-apis.dll');
    writeFileSync(join(folder(), 'system', 'M-APIs.DLL'), alone);
    expect(told(), 'in the system').to.deep.equal([]);
    writeFileSync(join(folder(), 'm-APIS.dll'), withoutImports(alone));
    expect(told(), 'beside it').to.deep.equal([]);
  });

  it('looks on for what a DLL beside the helper needs', () => {
    writeFileSync(join(folder(), 'm-apis.dll'), importingOnly(provider, 'KERNEL32.dll', 'sub-apis.dll'));
    expect(told()).to.include('m-apis.dll needs sub-apis.dll, which was not found');
  });

  it('names the function that a DLL does not have, and the machine that it is for', () => {
    const bytes = withoutImports(changed(provider, 'MAPILogonEx', 'MAPILogonEy'));
    writeFileSync(join(folder(), 'm-apis.dll'), bytes);
    expect(told()).to.deep.equal([
      'helper.dll imports MAPILogonEx from m-apis.dll, which does not have it (a newer Windows may)',
    ]);
    const x86 = withoutImports(readFileSync(provider));
    x86.writeUInt16LE(0x014c, x86.readUInt32LE(0x3c) + 4);
    writeFileSync(join(folder(), 'm-apis.dll'), x86);
    expect(told()).to.deep.equal(['helper.dll needs m-apis.dll, which is built for x86']);
  });

  it('comes to an end where two DLLs need each other', () => {
    writeFileSync(join(folder(), 'm-apis.dll'), importingOnly(provider, 'msvcrt.dll', 'm-apis.dll'));
    expect(told()[0]).to.match(/^m-apis\.dll imports \w+ from m-apis\.dll, which does not have it/);
  });
});
