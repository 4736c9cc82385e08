import { expect } from 'chai';
import fc from 'fast-check';

import { languages } from '../../harness/language/language.js';
import { inEnglish, joined, listed, say } from '../../harness/language/message.js';
import { tellerOf } from '../../harness/language/teller.js';

describe('a message', () => {
  it('is said in the language that is asked for', async () => {
    const message = say('--dll {path}: it is a program, not a DLL.', { path: 'x' });
    expect(inEnglish(message)).to.equal('--dll x: it is a program, not a DLL.');
    expect((await tellerOf('es'))(message)).to.equal('--dll x: es un programa, no una DLL.');
  });

  it('has a form for one and a form for any other count, in both', async () => {
    const inSpanish = await tellerOf('es');
    const checks = (count: number): string[] =>
      [inEnglish, inSpanish].map((tell) => tell(say('{count} check|{count} checks', { count })));
    expect(checks(0)).to.deep.equal(['0 checks', '0 comprobaciones']);
    expect(checks(1)).to.deep.equal(['1 check', '1 comprobación']);
    expect(checks(2)).to.deep.equal(['2 checks', '2 comprobaciones']);
    expect(inSpanish(say('{count} passed', { count: 1 }))).to.equal('1 superada');
    expect(inEnglish(say('{count} passed', { count: 1 }))).to.equal('1 passed');
  });

  it('says what is within it in the same language', async () => {
    const reason = say('there is no such file');
    const message = say('--dll {path}: {reason}.', { path: 'x', reason });
    expect((await tellerOf('es'))(message)).to.equal('--dll x: ese archivo no existe.');
    expect((await tellerOf('es'))(joined([reason, reason], '; '))).to.equal(
      'ese archivo no existe; ese archivo no existe',
    );
    const tell = await tellerOf('es');
    expect(tell(say('Its checks are {ids}.', { ids: listed(['a', 'b', 'c']) }))).to.equal(
      'Sus comprobaciones son a y b y c.',
    );
    expect(listed([])).to.equal('');
  });

  it('leaves what comes from outside as it is, though it looks like a place for a value or like a message', async () => {
    for (const language of languages) {
      const tell = await tellerOf(language);
      fc.assert(
        fc.property(
          fc.oneof(fc.string(), fc.constantFrom('{path}', '{reason}', '|', '$&', 'there is no such file')),
          (path) => {
            const told = tell(say('--dll {path}: {reason}.', { path, reason: '' }));
            expect(told).to.equal(`--dll ${path}: .`);
          },
        ),
      );
    }
  });
});
