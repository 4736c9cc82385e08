import { expect } from 'chai';
import fc from 'fast-check';

import { terminalText } from '../../reports/terminal-text.js';

describe('terminalText', () => {
  it('shows escape sequences instead of obeying them', () => {
    expect(terminalText('a\u001b[31mb\u202ec\nd')).to.equal('a\\u{1b}[31mb\\u{202e}c\\u{a}d');
  });

  it('shows noncharacters of every plane', () => {
    expect(terminalText('\ufdd0 \ufffe \u{1fffe}')).to.equal('\\u{fdd0} \\u{fffe} \\u{1fffe}');
  });

  it('leaves nothing that a CI agent takes for a command', () => {
    expect(terminalText('##vso[task.x]a ##[add-mask] ## [b]')).to.equal(
      String.raw`#\u{23}vso[task.x]a #\u{23}[add-mask] ## [b]`,
    );
  });

  it('lets no control character or lone surrogate through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(terminalText(text)).not.to.match(
          /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u,
        );
      }),
    );
  });

  it('leaves names of every script as they are', () => {
    expect(terminalText('Perfil Núñez 日本語 😀')).to.equal('Perfil Núñez 日本語 😀');
  });
});
