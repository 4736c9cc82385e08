import { expect } from 'chai';
import { spawnSync } from 'node:child_process';

import { iid } from '../../harness/catalogue/guids.js';
import { asCpp } from '../../harness/script/as-cpp.js';
import {
  addRef,
  getIdentity,
  getMapiSession,
  observe,
  open,
  query,
  release,
  script,
} from '../../harness/script/build.js';
import { bindScript, type Binding } from '../../harness/script/draft.js';
import { sequenceScript } from '../../harness/script/spelled.js';

const binding: Binding = { session: 'offered', profile: 'Outlook', profileCanBeTold: true, apartment: 'sta' };

/** What is wrong with the code, in the compiler's words. */
function complaints(code: string): string {
  const options = [
    '-std=c++17',
    '-Wall',
    '-Wextra',
    '-Werror',
    '-DWIN32_LEAN_AND_MEAN',
    '-fsyntax-only',
    '-x',
    'c++',
    '-',
  ];
  const { stderr, error } = spawnSync('x86_64-w64-mingw32-g++', options, { input: code, encoding: 'utf8' });
  return error === undefined ? stderr : error.message;
}

describe('asCpp', function () {
  // The compiler reads Windows' headers each time.
  this.timeout(60_000);

  it('makes code of every letter that compiles without a warning', () => {
    const code = asCpp(sequenceScript('isgnohpq2gghonpi', binding, { logonsFailUntil: 0 }));
    expect(complaints(code)).to.equal('');
    expect(code).to.include('hr = create(L"Outlook", session, &pUnknown);');
    expect(code).to.match(/hr = pHelper->GetMapiSession\(&pSession2\); +\/\/ \d+\n/);
  });

  it('lets no name become code: hostile ones, keywords, ends of lines, trigraphs and half pairs', () => {
    const profile = 'a"; exit(1); //\\\n??/\u2028 Núñez \ud83d\ude00 \ud83d 0x"f';
    const name = 'one \\\n#error in a comment \\';
    const steps = [
      ...open(),
      getMapiSession('class'),
      addRef('class'),
      release('class'),
      query('helper', iid.IMarshal, 'new'),
    ];
    const code = asCpp(
      bindScript(
        script(name, steps, getIdentity(9_999), getIdentity('reported', 'null'), getIdentity('null'), observe()),
        {
          ...binding,
          profile,
        },
      ),
      new Map([[2, 'expected \\\nint main() {} \\']]),
    );
    expect(complaints(code)).to.equal('');
    expect(code).to.include('static WCHAR name[9999];').and.not.include('ñ');
  });

  it('says before a step what is remarked on it', () => {
    const code = asCpp(sequenceScript('gh', { ...binding, session: 'withheld' }), new Map([[3, 'here']]));
    expect(code).to.match(/\/\/ here\n +hr = pHelper->HandsOffSession\(\); +\/\/ 4\n/);
    expect(code).to.include('hr = create(L"Outlook", nullptr, &pUnknown);');
  });
});
