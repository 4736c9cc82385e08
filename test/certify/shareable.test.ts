import { expect } from 'chai';
import fc from 'fast-check';

import { shareable } from '../../harness/certify/shareable.js';

const ann = { home: '/home/ann', user: 'ann' };
const windows = { home: String.raw`C:\Users\Ann`, user: 'Ann' };

describe('text for strangers', () => {
  const cases: [owner: { home: string; user: string }, text: string, shown: string][] = [
    [ann, '/home/ann/.cache/olkconform', '~/.cache/olkconform'],
    [ann, '/home/ann', '~'],
    [ann, String.raw`Z:\home\ann\x.dll`, String.raw`~\x.dll`],
    [ann, '/home/anna/x and /home/bob/y', '~/x and ~/y'],
    [ann, '/tmp/ann/x, channel', '/tmp/USER/x, channel'],
    [windows, String.raw`c:\users\ANN\AppData, C:/Users/Ann/x`, '~\\AppData, ~/x'],
    [windows, String.raw`D:\Users\Bob Lee\x`, String.raw`~\x`],
    [{ home: '/', user: '' }, '/usr/bin/bwrap', '/usr/bin/bwrap'],
    [{ home: '', user: 'a.b' }, '/srv/a.b/axb', '/srv/USER/axb'],
    [{ home: '/data/home dir', user: '' }, '/data/home dir/x', '~/x'],
  ];
  for (const [owner, text, shown] of cases) {
    it(`${text} is ${shown}`, () => {
      expect(shareable(text, owner)).to.equal(shown);
    });
  }

  it('never has the home folder, whatever that is called', () => {
    const name = fc
      .stringMatching(/^[\w.+()$^ -]{1,12}$/)
      .filter((each) => each.trim() === each && !/^\.+$/.test(each));
    fc.assert(
      fc.property(name, name, (folder, user) => {
        const home = `/data/${folder}/${user}`;
        expect(shareable(`at ${home}/x`, { home, user })).not.to.contain(home);
      }),
    );
  });
});
