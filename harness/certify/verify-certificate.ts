/** Whether a certificate holds: its signature and hashes, and that the rules at hand judge its transcripts alike. */
import { isDeepStrictEqual } from 'node:util';
import type { KeyObject } from 'node:crypto';

import { openBundle, type OpenedBundle } from '../certificate/bundle.js';
import { whyNotCertifiable } from '../certificate/certifiable.js';
import { NotVerified } from '../certificate/not-verified.js';
import { joined, say, type Filled, type Value } from '../language/message.js';
import type { RunRecord, Verdict } from '../record/run-record.js';
import type { Rule } from '../rule/rule.js';
import { toolIdentity } from './identity.js';
import { rejudge } from './rejudge.js';
import { reasonOf } from '../record/reason.js';

export interface VerifyOptions {
  readonly publicKey: KeyObject;
  readonly loadRules: () => Promise<readonly Rule[]>;
  /** The hash of the files that judge now. */
  readonly harness: () => string;
  /** The hash of the DLL at hand; undefined: none was given. */
  readonly dll: string | undefined;
  /** The pages that this olkconform makes of a record, of which a certificate has one. Empty: it makes none. */
  readonly pages: (record: RunRecord) => Promise<readonly string[]>;
}

export interface Verified extends OpenedBundle {
  /** By whom it was made, compared with who verifies. */
  readonly maker: 'same' | 'other build' | 'other version';
}

/** More are no help. */
const toldDifferences = 5;

function makerOf({ record: { tool }, harness }: OpenedBundle, own: string): Verified['maker'] {
  if (harness === own) return 'same';
  const { version, catalogue } = toolIdentity();
  return tool.version === version && tool.catalogue === catalogue ? 'other build' : 'other version';
}

function identityText({ version, catalogue }: RunRecord['tool']): Filled {
  return say('olkconform {version} (catalogue {catalogue})', { version, catalogue: catalogue.slice(0, 12) });
}

function verdictText(verdict: Verdict | undefined): Filled {
  return say(verdict ?? 'not there');
}

/** Where two judgements of the same transcripts part: check by check, and in what they come to. */
function differences(recorded: RunRecord, judged: RunRecord): Filled[] {
  const before = new Map(recorded.checks.map(({ id, verdict }) => [id, verdict]));
  const now = new Map(judged.checks.map(({ id, verdict }) => [id, verdict]));
  const ids = [...new Set([...before.keys(), ...now.keys()])].filter((id) => before.get(id) !== now.get(id));
  return [
    ...ids.map((id) =>
      say('{id} is {before} in it, and judged again {now}', {
        id,
        before: verdictText(before.get(id)),
        now: verdictText(now.get(id)),
      }),
    ),
    ...(before.size === recorded.checks.length ? [] : [say('it lists a check twice')]),
    ...(ids.length > 0 || isDeepStrictEqual(recorded.summary, judged.summary)
      ? []
      : [say('its summary is not that of its checks')]),
    ...(recorded.subject.session.observed === judged.subject.session.observed
      ? []
      : [
          say('its session is said to be {stated}, and is {observed}', {
            stated: say(recorded.subject.session.observed),
            observed: say(judged.subject.session.observed),
          }),
        ]),
  ];
}

function told(all: readonly Filled[]): Value {
  const left = all.length - toldDifferences;
  return joined([...all.slice(0, toldDifferences), ...(left > 0 ? [say('and {left} more', { left })] : [])], '; ');
}

async function judgedAgain(record: RunRecord, rules: readonly Rule[]): Promise<RunRecord> {
  try {
    return await rejudge(record, rules);
  } catch (error) {
    // The transcripts may be anything that has their form, and rules are written for those of a run.
    const reason = reasonOf(error);
    throw new NotVerified(say('its transcripts cannot be judged: {reason}', { reason }));
  }
}

/** @throws NotVerified for the first thing that is wrong. */
export async function verifyCertificate(bytes: Buffer, options: VerifyOptions): Promise<Verified> {
  const opened = openBundle(bytes, options.publicKey);
  const { record, harness, files } = opened;
  const { sha256 } = record.subject;
  if (options.dll !== undefined && options.dll !== sha256)
    throw new NotVerified(
      say('it is about another DLL: sha256 {sha256}, and the one given has {given}', { sha256, given: options.dll }),
    );
  const [reason] = whyNotCertifiable(record);
  if (reason !== undefined) throw new NotVerified(say('there is no certificate for such a run: {reason}', { reason }));
  const judged = await judgedAgain(record, await options.loadRules());
  const maker = makerOf(opened, options.harness());
  const found = differences(record, judged);
  if (found.length > 0 && maker === 'other version') {
    throw new NotVerified(
      say(
        'it was made by {maker}, and the rules of this one, {own}, judge otherwise: {differences}. Verify it with the one that made it',
        { maker: identityText(record.tool), own: identityText(judged.tool), differences: told(found) },
      ),
    );
  }
  if (found.length > 0) {
    throw new NotVerified(
      say('its verdicts do not follow from its transcripts: {differences}', { differences: told(found) }),
    );
  }
  // What is said in words is only comparable where the very same files say it.
  if (maker === 'same' && !isDeepStrictEqual(record.checks, judged.checks))
    throw new NotVerified('what it says about its checks does not follow from its transcripts');
  const page = files.get('report.html');
  const pages = maker === 'same' && page !== undefined ? await options.pages(record) : [];
  if (pages.length > 0 && !pages.some((each) => page?.equals(Buffer.from(each)) === true))
    throw new NotVerified('report.html does not show its run record');
  return { record, harness, statement: opened.statement, files, maker };
}
