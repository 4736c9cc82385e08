import { expect } from 'chai';

import type { RecordedCall } from '../../harness/record/recording.js';
import { recordingText } from '../../reports/recording.js';

const call = (method: RecordedCall['method'], more: Partial<RecordedCall> = {}): RecordedCall => ({
  method,
  on: 'p1',
  thread: 1,
  at: 12.25,
  micros: 1,
  events: [0, 0],
  answer: 0,
  ...more,
});

const units = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');

/** The call and the answer. */
const told = (recorded: RecordedCall): string[] => recordingText([recorded]).trimEnd().split(/ {2,}/).slice(-2);

describe('the calls of a recording', () => {
  it('are lines of number, thread, time, object, call and answer, in columns', () => {
    const text = recordingText([
      call('AddRef', { answer: 3 }),
      call('HandsOffSession', { thread: 12, at: 1000, answer: 0x80004001 }),
    ]);
    expect(text).to.equal(
      '1   1    12.3  p1  AddRef()           3\n2  12  1000.0  p1  HandsOffSession()  E_NOTIMPL (0x80004001)\n',
    );
  });

  it('tell arguments and what came back', () => {
    const iid = '9240a6cb-af41-11d2-8c3b-00104b2a6676';
    const pcch = { before: 4, after: 9 };
    expect(told(call('QueryInterface', { iid, out: { pointer: 'p2', session: null } }))).to.deep.equal([
      'QueryInterface(IOlkAccountHelper, &out)',
      'S_OK (0x00000000), p2',
    ]);
    expect(told(call('GetMapiSession', { out: { pointer: 'p3', session: 7 } }))[1]).to.equal(
      'S_OK (0x00000000), p3, session 7',
    );
    expect(told(call('GetMapiSession', { out: null }))[0]).to.equal('GetMapiSession(NULL)');
    expect(told(call('GetIdentity', { pcch, identity: null }))).to.deep.equal([
      'GetIdentity(NULL, &4)',
      'S_OK (0x00000000), *pcch 9',
    ]);
    expect(told(call('GetIdentity', { pcch: null, identity: '', threw: 0xe06d7363 }))).to.deep.equal([
      'GetIdentity(buffer, NULL)',
      'exception 0xE06D7363',
    ]);
    expect(told(call('Placeholder1', { out: { pointer: 'p4', session: null } }))).to.deep.equal([
      'Placeholder1(&out)',
      'S_OK (0x00000000)',
    ]);
  });

  it('have names that obey nobody', () => {
    const identity = units('\u001b[2J\ud800');
    expect(told(call('GetIdentity', { pcch: null, identity }))[1]).to.equal('S_OK (0x00000000), "\\u{1b}[2J\\u{d800}"');
  });
});
