import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';

import { sentenceTranslator, translatorBy } from '../../harness/language/sentence.js';
import { sentences } from '../../harness/language/spanish/sentences.js';
import { packageRoot } from '../../harness/setup/places.mjs';
import { rules } from '../../suites/index.js';

const root = packageRoot(import.meta.url);

const sourcesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|cs)$/.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));

describe('sentences of a record', () => {
  it('are told in Spanish, with the sentences in them', async () => {
    const inSpanish = await sentenceTranslator('es');
    expect(inSpanish('GetIdentity(NULL, 0): *pcch on return: expected 8, got 3')).to.equal(
      'GetIdentity(NULL, 0): *pcch a la vuelta: se esperaba 8, se obtuvo 3',
    );
    expect(
      inSpanish('MAPIUninitialize calls when the logon fails, of as many MAPIInitialize: expected 1, got 0'),
    ).to.equal(
      'llamadas a MAPIUninitialize cuando falla el inicio de sesión, de otros tantos MAPIInitialize: se esperaba 1, se obtuvo 0',
    );
    expect(inSpanish('create the helper, no session offered → S_OK (0x00000000), out: a pointer')).to.equal(
      'crear el helper, sin sesión ofrecida → S_OK (0x00000000), sale: un puntero',
    );
    expect(inSpanish('this step was not reached: no earlier step has yielded an object `helper`')).to.equal(
      'no se llegó a este paso: ningún paso anterior dio un objeto `helper`',
    );
  });

  it('are taken apart where a clause ends', async () => {
    const inSpanish = await sentenceTranslator('es');
    expect(
      inSpanish(
        'this step was not reached: IUnknown::Release had ended one process after the other, and was not called again',
      ),
    ).to.equal(
      'no se llegó a este paso: IUnknown::Release había terminado un proceso tras otro, y no se volvió a llamar',
    );
    expect(
      inSpanish(
        'GetIdentity with 1 characters for a name that needs 8 wrote to the buffer, characters: expected 0, got 1',
      ),
    ).to.equal(
      'GetIdentity con 1 carácter para un nombre que necesita 8 escribió en el búfer, caracteres: se esperaba 0, se obtuvo 1',
    );
    expect(inSpanish('flags of MAPILogonEx: expected MAPI_EXTENDED (0x00000020) among them, got 0x00000002')).to.equal(
      'indicadores de MAPILogonEx: se esperaba MAPI_EXTENDED (0x00000020) entre ellos, se obtuvo 0x00000002',
    );
  });

  it('stay English in English, and where they are not known', async () => {
    const known = 'GetMapiSession never answered S_OK';
    expect((await sentenceTranslator('en'))(known)).to.equal(known);
    expect((await sentenceTranslator('es'))('a sentence of a later version')).to.equal('a sentence of a later version');
  });

  it('are there in Spanish for the name of every script', async () => {
    const inSpanish = await sentenceTranslator('es');
    for (const rule of rules) {
      for (const { name } of rule.scripts.values()) expect(inSpanish(name), name).not.to.equal(name);
    }
  });

  it('are ones that the rules, the engine, the probe or the bridge still say', () => {
    const sources = [
      'suites',
      'harness/rule',
      'harness/model',
      'harness/record',
      'harness/script',
      'harness/engine',
      'harness/probe',
      'harness/certify',
      'harness/host/bridge',
    ]
      .flatMap(sourcesIn)
      .join('\n');
    const chai = /^\{what\}: expected /;
    for (const sentence of Object.keys(sentences).filter((each) => !chai.test(each))) {
      // Some are put together of parts that stand in different places: one of them is looked for.
      const parts = sentence.split(/^1 |\{\w+\}|, |: |; | \(|\(|\)| (?:and|while|\d+|with|answered|for the|changed) /);
      const isSaid = parts.map((part) => part.trim()).some((part) => part.length > 1 && sources.includes(part));
      expect(isSaid, sentence).to.equal(true);
    }
  });

  it('do not take long, whatever the text was made to be', () => {
    const inSpanish = translatorBy(sentences);
    const hostile = [': expected ', ' to equal ', '; before that ', 'not reached: '].flatMap((part) => [
      part.repeat(50_000),
      part.repeat(3_900 / part.length),
    ]);
    const start = performance.now();
    for (const text of hostile) expect(inSpanish(text)).to.be.a('string');
    expect(performance.now() - start).to.be.lessThan(2_000);
  });

  it('keep the values that they hold', () => {
    const inSpanish = translatorBy(sentences);
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        expect(inSpanish(`it said last: ${value}`)).to.equal(`lo último que dijo: ${value}`);
      }),
    );
  });
});
