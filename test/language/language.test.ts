import { expect } from 'chai';

import { languageOf } from '../../harness/language/language.js';

describe('languageOf', () => {
  it('is what was asked for, whatever the environment says', () => {
    expect(languageOf('en', { LC_ALL: 'es_ES.UTF-8' })).to.equal('en');
    expect(languageOf('es', { LC_ALL: 'C' })).to.equal('es');
  });

  it('is Spanish for every Spanish locale, and English for any other', () => {
    for (const LANG of ['es', 'es_MX.UTF-8', 'es_ES@euro', 'ES_es', 'es-AR']) {
      expect(languageOf(undefined, { LANG }), LANG).to.equal('es');
    }
    for (const LANG of ['', 'C', 'C.UTF-8', 'en_GB', 'est', 'pt_BR', 'de_DE']) {
      expect(languageOf(undefined, { LANG }), LANG).to.equal('en');
    }
    expect(languageOf(undefined, {})).to.equal('en');
  });

  it('goes by LC_ALL before LC_MESSAGES before LANG, where they say anything', () => {
    expect(languageOf(undefined, { LC_ALL: 'C', LC_MESSAGES: 'es', LANG: 'es' })).to.equal('en');
    expect(languageOf(undefined, { LC_ALL: '', LC_MESSAGES: 'es', LANG: 'en' })).to.equal('es');
    expect(languageOf(undefined, { LC_MESSAGES: 'en', LANG: 'es' })).to.equal('en');
  });
});
