/** Runs that come to an end before their time, by Ctrl-C or because their time is spent: in order, and with a record. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';

import { runRecordSchema, type RunRecord } from '../../harness/record/run-record.js';
import { placesOf } from '../../harness/setup/places.mjs';
import { olkconform, root, type CommandResult } from '../cli/olkconform.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { filesIn, isWines, leftAfter, processesOf } from './left-behind.js';

const hanging = ['--example', 'mutant/abi-endless-loop', '--timeout', '100'];

const verdictsOf = ({ checks }: RunRecord): string[] => checks.map(({ id, verdict }) => `${id} ${verdict}`);

const recordIn = (file: string): RunRecord => runRecordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

function expectAccountedFor({ summary, checks }: RunRecord): void {
  expect(checks).to.have.length(71);
  expect(summary.planned).to.equal(71);
  expect(summary.verdict).not.to.equal('conformant');
  expect(summary.inconclusive).to.be.greaterThan(0);
}

function beginningOf(file: string): Buffer {
  const bytes = Buffer.alloc(16 * 1024);
  const opened = openSync(file, 'r');
  try {
    return bytes.subarray(0, readSync(opened, bytes));
  } finally {
    closeSync(opened);
  }
}

/** The journal of that controller, which has no name but this, tells of a script that has begun. */
function hasBegun(pid: number): boolean {
  const descriptors = `/proc/${String(pid)}/fd`;
  return readdirSync(descriptors).some((descriptor) => {
    const file = join(descriptors, descriptor);
    try {
      return readlinkSync(file).includes('olkconform-') && beginningOf(file).includes('"record":"script"');
    } catch {
      // It was closed meanwhile.
      return false;
    }
  });
}

describe('a run that is stopped', () => {
  const folder = temporaryFolder();

  /** As a terminal does it: the signal goes to all that run in its foreground. */
  async function interrupted(args: readonly string[], signals: readonly NodeJS.Signals[]): Promise<CommandResult> {
    const marker = `OLKCONFORM_TEST=${folder()}`;
    const env = { ...process.env, TMPDIR: folder(), OLKCONFORM_TEST: folder() };
    const controller = spawn(process.execPath, [placesOf(root).commandLine, ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const texts = { stdout: '', stderr: '' };
    controller.stdout.on('data', (chunk: Buffer) => {
      texts.stdout += chunk.toString();
    });
    controller.stderr.on('data', (chunk: Buffer) => {
      texts.stderr += chunk.toString();
    });
    const ended = once(controller, 'close');
    const { pid = 0 } = controller;
    while (!hasBegun(pid)) await pause(20);
    for (const signal of signals) process.kill(-pid, signal);
    await ended;
    const own = (): string[] => processesOf(marker).filter((process) => !isWines(process));
    expect(await leftAfter(5_000, own), 'processes').to.deep.equal([]);
    expect(filesIn(folder()), 'files').to.deep.equal([]);
    return { ...texts, status: controller.exitCode };
  }

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`by ${signal} has its record and its reports, and exit status 130`, async () => {
      const { status, stdout, stderr } = await interrupted(['run', '--json', ...hanging], [signal]);
      expect(stderr).to.equal('');
      expect(status).to.equal(130);
      const record = runRecordSchema.parse(JSON.parse(stdout));
      expectAccountedFor(record);
      expect(record.stopped).to.equal('interrupt');
      expect(record.faults, 'nobody is to blame').to.deep.equal([]);
      expect(record.summary.fail).to.equal(0);
    });
  }

  it('by a second signal ends at once', async () => {
    expect((await interrupted(['run', ...hanging], ['SIGINT', 'SIGTERM'])).status).to.equal(130);
  });

  it('is no claim when it was the selftest', async () => {
    const { status, stdout, stderr } = await interrupted(['selftest', '--only', 'mutant/abi-endless-loop'], ['SIGINT']);
    expect(stdout).to.equal('');
    expect(stderr).to.equal('olkconform: interrupted\n');
    expect(status).to.equal(130);
  });

  it('by the end of its time has judged what was run until then, and is judged the same again', async () => {
    const file = join(folder(), 'record.json');
    const limits = ['--total-timeout', '4', '--report', `json=${file}`];
    const { status, stdout } = await olkconform(['run', ...hanging, ...limits]);
    expect(stdout).to.contain('The time of the whole run was spent');
    expect(stdout).to.contain('the 4 s of the whole run were spent');
    expect(status).to.equal(3);
    const record = recordIn(file);
    expectAccountedFor(record);
    expect(record.stopped).to.equal('total-timeout');
    const judged = await olkconform(['judge', file, '--json']);
    expect(verdictsOf(runRecordSchema.parse(JSON.parse(judged.stdout)))).to.deep.equal(verdictsOf(record));
    expect(judged.status).to.equal(3);
  });

  it('by a death too many leaves open what was not run any more', async () => {
    const { status, stdout } = await olkconform([
      'run',
      '--json',
      '--example',
      'mutant/hands-off-before-get-crash',
      '--max-deaths',
      '1',
    ]);
    const record = runRecordSchema.parse(JSON.parse(stdout));
    expectAccountedFor(record);
    expect(record.faults).to.have.length(1);
    expect(record.checks.map(({ reason }) => reason)).to.include('too many processes had died before');
    expect(status).to.equal(1);
  });
});
