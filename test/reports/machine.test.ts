import { expect } from 'chai';

import { simulate, type Factory } from '../../harness/model/simulate.js';
import type { RunRecord } from '../../harness/record/run-record.js';
import { consoleReport } from '../../reports/console.js';
import { inEnglish } from '../../harness/language/message.js';
import { sentenceTranslator } from '../../harness/language/sentence.js';
import { tellerOf } from '../../harness/language/teller.js';
import { htmlReport } from '../../reports/html/page.js';
import { machineGraphs } from '../../reports/machine-graphs.js';
import { machinesOf, type Machines } from '../../reports/machine.js';
import { recordOf } from '../cli/record.js';
import { borrowed, guilty, own, type Kind } from '../model/odd-helpers.js';

function recordFor(kind: Kind, make: Factory): RunRecord {
  const record = recordOf();
  const session = kind === 'own' ? 'withheld' : 'offered';
  const { name } = record.subject.profile;
  return {
    ...record,
    subject: { ...record.subject, session: { declared: kind, offered: kind === 'borrowed', observed: kind } },
    explorations: [simulate(make, { depth: 3, failLogons: 0, session, profile: name })],
  };
}

function machinesFor(kind: Kind, make: Factory): Machines {
  const machines = machinesOf(recordFor(kind, make));
  if (machines === undefined) throw new Error('no machine was learned');
  return machines;
}

const keeps = guilty['that keeps its session']?.[1] ?? own;

describe('the machine in reports', () => {
  it('is small: a right helper has two states, or one, and nothing is drawn that changes nothing', () => {
    expect(machineGraphs.text(machinesFor('own', own))).to.equal(
      [
        'this helper',
        '  state 1: at first',
        '    GetMapiSession: S_OK, a new session → state 2',
        '    HandsOffSession: S_OK',
        '  state 2: session given',
        '    GetMapiSession: S_OK, the same session',
        '    HandsOffSession: S_OK, the session is released → state 1',
        '',
        'the documents’ helper',
        '  state 1: at first',
        '    GetMapiSession: S_OK, a new session → state 2',
        '    HandsOffSession: S_OK',
        '  state 2: session given',
        '    GetMapiSession: S_OK, the same session',
        '    HandsOffSession: S_OK, the session is released → state 1',
        '',
      ].join('\n'),
    );
    expect(machinesFor('borrowed', borrowed).learned.boxes).to.have.length(1);
  });

  it('marks the edge that differs, in every form', () => {
    const machines = machinesFor('own', keeps);
    const wrong = '✗ HandsOffSession: S_OK, the session is kept (hands-off-session/own-releases)';
    expect(machineGraphs.text(machines)).to.contain(wrong);
    expect(machineGraphs.mermaid(machines)).to.match(
      /^flowchart TB\n[^]*"[^"\n]*✗ HandsOffSession[^"\n]*"[^]*classDef/,
    );
    expect(machineGraphs.dot(machines)).to.match(
      /^digraph machines \{\n[^]*✗ HandsOffSession[^\n]*color=red\];\n[^]*\}\n$/,
    );
  });

  it('is in the page: drawn, as text, and what differs as a table', async () => {
    const record = recordFor('own', keeps);
    const page = htmlReport(record);
    expect(page.match(/<svg class="machine"[^>]* role="img" aria-label="/g)).to.have.length(2);
    expect(page).to.match(/<text class="wrong"[^>]*>✗ HandsOffSession: S_OK, the session is kept/);
    expect(page).to.match(/<li>✗ HandsOffSession: S_OK, the session is kept/);
    // Two machines of this width have room side by side; the id is on a line of its own.
    expect(page).to.match(/<text class="wrong"[^>]*>\(hands-off-session\/own-releases\)</);
    for (const [, width] of page.matchAll(/<svg class="machine"[^>]* width="(\d+)"/g))
      expect(Number(width)).to.be.below(490);
    expect(page).to.contain('819 sequences of calls were tried, all of up to 3 calls');
    const translated = await sentenceTranslator('es');
    const spanish = htmlReport(record, { language: 'es', tell: await tellerOf('es'), translated, recorded: record });
    expect(spanish).to.match(/✗ HandsOffSession: S_OK, la sesión se conserva/);
    expect(spanish).to.contain('se probaron 819 secuencias de llamadas');
    expect(htmlReport(recordFor('own', own))).to.contain('Both are the same.');
  });

  it('is left out where nothing was tried, and where nobody knows whose session it is', () => {
    const record = recordFor('own', own);
    const { explorations: _none, ...untried } = record;
    expect(machinesOf(untried)).to.equal(undefined);
    expect(htmlReport(untried)).not.to.contain('id="machine"');
    const { session } = record.subject;
    const unknown = {
      ...record,
      subject: { ...record.subject, session: { ...session, observed: 'unknown' as const } },
    };
    expect(machinesOf(unknown)).to.equal(undefined);
    expect(htmlReport(unknown)).to.contain('819 sequences of calls were tried');
  });

  it('and the number of sequences on the console, where there were any', () => {
    const record = recordFor('own', own);
    expect(consoleReport(record, inEnglish, false)).to.contain('819 sequences of calls were tried');
    const explorations = (record.explorations ?? []).map((each) => ({ ...each, sequences: 0, depth: 0 }));
    expect(consoleReport({ ...record, explorations }, inEnglish, false)).not.to.contain('were tried');
  });
});
