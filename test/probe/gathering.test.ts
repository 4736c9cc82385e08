import { expect } from 'chai';

import { Gathering } from '../../harness/probe/gathering.js';
import type { JournalRecord } from '../../harness/record/transcript.js';
import type { Script } from '../../harness/script/step.js';
import { accessViolation as fault } from '../engine/transcripts.js';

const first = 5;

const scripts = ['a', 'b', 'c'].map((name): Script => ({
  name,
  profile: 'p',
  hazardous: false,
  apartment: 'sta',
  steps: [{ do: 'observe' }],
}));

function result(script: number): JournalRecord {
  const provider = { initializes: 0, uninitializes: 0, logons: 0, failedLogons: 0, sessions: [] };
  return { record: 'result', script, step: 0, outcome: { kind: 'returned' }, provider, events: [], micros: 1 };
}

const begin = (script: number): JournalRecord[] => [
  { record: 'script', script },
  { record: 'step', script, step: 0 },
];

const life = (script: number): JournalRecord[] => [...begin(script), result(script), { record: 'end', script }];

describe('Gathering', () => {
  const of = (records: readonly JournalRecord[]): Gathering => {
    const gathering = new Gathering(scripts, first);
    gathering.take(records);
    return gathering;
  };
  const told = (gathering: Gathering, end: Parameters<Gathering['whole']>[0]): string[] =>
    gathering.whole(end).map(({ script, steps }) => `${script.name} ${String(steps[0]?.outcome.kind)}`);

  it('brings each transcript once, when its script has ended', () => {
    const gathering = new Gathering(scripts, first);
    const records: JournalRecord[] = [{ record: 'load' }, ...life(first - 1), ...begin(first)];
    expect(gathering.take(records)).to.deep.equal([]);
    records.push(...life(first).slice(2), ...life(first + 1));
    expect(gathering.take(records).map(({ script }) => script.name)).to.deep.equal(['a', 'b']);
    expect(gathering.isWhole).to.equal(false);
    records.push(...life(first + 2));
    expect(gathering.take(records).map(({ script }) => script.name)).to.deep.equal(['c']);
    expect(gathering.isWhole).to.equal(true);
    expect(told(gathering, undefined)).to.deep.equal(['a returned', 'b returned', 'c returned']);
  });

  it('ends with the script in which the process died', () => {
    expect(told(of([...life(first), ...begin(first + 1)]), fault)).to.deep.equal(['a returned', 'b died']);
  });

  it('leaves a death behind a script to the next one', () => {
    expect(told(of(life(first)), fault)).to.deep.equal(['a returned']);
  });

  it('holds one transcript at least, also of a child that had not begun any', () => {
    expect(told(of([]), fault)).to.deep.equal(['a unreached']);
  });

  it('leaves a script open for which the run had no time left', () => {
    const [transcript] = of(begin(first)).whole({ by: 'interrupt', why: 'interrupted' });
    expect(transcript?.steps[0]?.outcome).to.include({ kind: 'unreached', givenUp: true });
  });
});
