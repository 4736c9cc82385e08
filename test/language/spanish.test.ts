import { expect } from 'chai';

import { findStatement, statementIds } from '../../harness/catalogue/catalogue.js';
import { tellerBy } from '../../harness/language/message.js';
import { messages } from '../../harness/language/spanish/messages.js';
import { sentences } from '../../harness/language/spanish/sentences.js';
import { statementTexts } from '../../harness/language/statement-texts.js';
import { verdicts } from '../../harness/record/run-record.js';
import { rules } from '../../suites/index.js';

const namesIn = (text: string): string[] =>
  Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name ?? '').toSorted();

/** Nothing in it can be said in another way: values, options, names of interfaces, and words that are both languages'. */
const isSayable = (text: string): boolean =>
  !/^(IOlkAccountHelper(::\w+)?|IUnknown|helper|sha256|DLL)$/.test(text) &&
  /[a-z]{2}/i.test(text.replaceAll(/\{\w+\}|--\w+/g, ''));

describe('the Spanish catalogue', () => {
  const all: readonly [string, string][] = [...Object.entries<string>(messages), ...Object.entries(sentences)];

  it('has a text for every message that is not empty, and not the English one', () => {
    expect(all.length).to.be.greaterThan(400);
    for (const [english, spanish] of all) {
      expect(spanish.trim(), english).not.to.equal('');
      if (isSayable(english)) expect(spanish).not.to.equal(english);
    }
  });

  it('has the same values in both languages, each form of its own, and as many forms or one', () => {
    for (const [english, spanish] of all) {
      if (!english.includes('{count}')) {
        expect(namesIn(spanish), english).to.deep.equal(namesIn(english));
        continue;
      }
      const forms = [english, spanish].map((text) => text.split('|'));
      const names = namesIn(forms[0]?.[0] ?? '');
      for (const form of forms.flat()) expect(namesIn(form), english).to.deep.equal(names);
    }
  });

  it('leaves no place without its value, and nothing undefined', () => {
    const tell = tellerBy((text) => new Map<string, string>(Object.entries(messages)).get(text) ?? text);
    for (const text of Object.keys(messages)) {
      const values = Object.fromEntries(namesIn(text).map((name) => [name, name === 'count' ? 2 : 'value']));
      for (const each of [tell, tellerBy((same) => same)]) {
        expect(each({ text, values })).not.to.match(/\{\w+\}|undefined/);
      }
    }
  });

  it('has every verdict', () => {
    for (const verdict of verdicts) expect(messages).to.have.property(verdict);
  });
});

describe('the Spanish of the statements', () => {
  it('has title, requirement and how to fix of every one, none of them the English one', async () => {
    const textsOf = await statementTexts('es');
    for (const id of statementIds) {
      const texts = textsOf(id);
      const english = findStatement(id);
      const remedy = rules.find((rule) => rule.id === id)?.howToFix;
      expect(texts?.title, id).to.be.a('string').that.is.not.oneOf(['', english?.title]);
      expect(texts?.requirement, id)
        .to.match(/^\p{Lu}.+[.]$/u)
        .and.not.to.equal(english?.requirement);
      if (remedy === undefined)
        expect(texts?.excluded, id)
          .to.match(/^\p{Ll}.+[^.]$/u)
          .and.not.to.equal(english?.excluded);
      else expect(texts?.howToFix, id).to.be.a('string').that.is.not.oneOf(['', remedy]);
    }
  });

  it('has nothing for an id that there is not, and nothing in English', async () => {
    expect((await statementTexts('es'))('nonsense/none')).to.equal(undefined);
    expect((await statementTexts('en'))(statementIds[0] ?? '')).to.equal(undefined);
  });
});
