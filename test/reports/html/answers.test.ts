import { expect } from 'chai';

import type { RunRecord, Transcript } from '../../../harness/record/run-record.js';
import type { Outcome } from '../../../harness/record/transcript.js';
import type { Step } from '../../../harness/script/step.js';
import { answersIn, helperHresult } from '../../../reports/html/answers.js';
import { isDocumented, situationsFor, type SituationName } from '../../../reports/html/situations.js';
import { transcript } from '../../engine/transcripts.js';
import { sampleRecord } from '../sample-record.js';

const on = 'helper';
const create: Step = { do: 'create', as: 'unknown', session: 'withheld' };
const get: Step = { do: 'getMapiSession', on, out: 'memory', as: 'session' };
const handsOff: Step = { do: 'handsOffSession', on };
const answered = (hresult: number): Outcome => ({ kind: 'returned', hresult });
const given: Outcome = { kind: 'returned', hresult: 0, out: { pointer: 'p1', session: 1 } };
const identity = (pcch: number | 'null', buffer: 'slack' | 'null' = 'slack'): Step => ({
  do: 'getIdentity',
  on,
  pcch,
  buffer,
});

const recordOf = (...transcripts: Transcript[]): RunRecord => ({ ...sampleRecord(), transcripts });

/** Each situation with the answers counted there: `S_OK ×2`. */
function seen(record: RunRecord): Partial<Record<SituationName, string[]>> {
  return Object.fromEntries(
    [...answersIn(record)].map(([name, counted]) => [
      name,
      counted.map(({ answer, times }) => {
        const text = answer.kind === 'hresult' ? helperHresult(answer.hresult) : answer.kind;
        return `${text} ×${String(times)}`;
      }),
    ]),
  );
}

describe('the documented table', () => {
  it('puts each call of GetIdentity where it belongs', () => {
    // The script's profile is Outlook: 8 characters with its terminating zero.
    const asked = transcript(
      [create, given],
      [identity(7), answered(0x8007000e)],
      [identity(8), answered(0)],
      [identity(256), answered(0)],
      [identity(0, 'null'), answered(0x8007000e)],
      [identity(256, 'null'), { kind: 'threw', code: 0xe06d7363 }],
      [identity('null'), answered(0x80070057)],
      [
        { do: 'getIdentity', on, pcch: 'reported', buffer: 'slack' },
        { kind: 'returned', hresult: 0, pcch: { before: 8, after: 8 } },
      ],
    );
    expect(seen(recordOf(asked))).to.deep.equal({
      identityTooSmall: ['E_OUTOFMEMORY ×1'],
      identityFits: ['S_OK ×3'],
      identitySizeQuery: ['E_OUTOFMEMORY ×1'],
      identityNoBuffer: ['threw ×1'],
      identityNullPcch: ['E_INVALIDARG ×1'],
    });
    const record = recordOf(asked);
    const profile = { ...record.subject.profile, isKnown: false };
    expect(seen({ ...record, subject: { ...record.subject, profile } })).not.to.have.any.keys(
      'identityFits',
      'identityTooSmall',
    );
  });

  it('tells what a method answers first, again, and when MAPI refuses', () => {
    const life = transcript(
      [create, given],
      [handsOff, answered(0)],
      [create, given],
      [get, given],
      [get, given],
      [handsOff, answered(0)],
      [handsOff, answered(0x8000ffff)],
      [get, answered(0x80004005)],
      [{ do: 'configureProvider', failLogon: 0x80040111 }, { kind: 'returned' }],
      [get, answered(0x80040111)],
      [handsOff, answered(1)],
      [
        { do: 'getMapiSession', on, out: 'null' },
        { kind: 'unreached', why: 'by hand' },
      ],
    );
    expect(seen(recordOf(life))).to.deep.equal({
      handsOffBefore: ['S_OK ×1'],
      sessionFirst: ['S_OK ×1'],
      sessionAgain: ['S_OK ×1'],
      handsOffAfterGet: ['S_OK ×1'],
      handsOffAgain: ['E_UNEXPECTED ×1'],
      sessionAfterHandsOff: ['E_FAIL ×1'],
      sessionMapiFails: ['MAPI_E_LOGON_FAILED ×1'],
    });
  });

  it('asks of HandsOffSession what belongs to whose session it is', () => {
    const allowed = (observed: 'own' | 'borrowed' | 'unknown', hresult: number): boolean => {
      const row = situationsFor(observed).find(({ name }) => name === 'handsOffAfterGet');
      return row !== undefined && isDocumented(row.documented, hresult);
    };
    expect([allowed('own', 0), allowed('own', 0x80004001)]).to.deep.equal([true, false]);
    expect([allowed('borrowed', 0), allowed('borrowed', 0x80004001)]).to.deep.equal([false, true]);
    expect([allowed('unknown', 0), allowed('unknown', 0x80004001)]).to.deep.equal([true, true]);
  });
});
