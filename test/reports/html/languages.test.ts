import { expect } from 'chai';

import { english } from '../../../reports/html/english.js';
import { spanish } from '../../../reports/html/spanish.js';

/** The texts of a language, by where they stand; what makes a text of a number makes one of 7. */
function textsIn(words: object, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries<unknown>({ ...words })) {
    const place = `${path}.${name}`;
    if (typeof value === 'string') texts.set(place, value);
    else if (typeof value === 'object' && value !== null)
      for (const [at, text] of textsIn(value, place)) texts.set(at, text);
  }
  return texts;
}

/** What both languages write alike. */
const alike =
  /^\.(language$|helper\.sha256$|life\.helper$|machine\.calls\.[ghispq]$|answers\.situations\.\w*(Null|Pcch|NullOut)\w*$)/;

describe('the languages of the page', () => {
  it('have a text of their own in every place', () => {
    const spanishTexts = textsIn(spanish);
    for (const [place, text] of textsIn(english)) {
      expect(text, place).not.to.equal('');
      expect(spanishTexts.get(place), place).to.be.a('string').and.not.equal('');
      if (!alike.test(place) && place !== '.answers.or') expect(spanishTexts.get(place), place).not.to.equal(text);
    }
  });

  it('count as their readers do', () => {
    expect([1, 2].map(english.findings.earlierSteps)).to.deep.equal([
      '1 earlier step is not shown.',
      '2 earlier steps are not shown.',
    ]);
    expect([1, 2].map(spanish.findings.earlierSteps)).to.deep.equal([
      '1 paso anterior no se muestra.',
      '2 pasos anteriores no se muestran.',
    ]);
  });
});
