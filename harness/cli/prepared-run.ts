/** The judging of one helper: everything that can be refused without starting anything, and then the run. */

import type { Message } from '../language/message.js';
import { certify } from '../certify/certify.js';
import { containmentOf, type SandboxMode } from '../certify/containment.js';
import { hostPlaces } from '../certify/host-places.js';
import type { TellProgress } from '../certify/tell-progress.js';
import { select } from '../plan/selection.js';
import { refuseIdleShards } from '../plan/shard.js';
import { inspectSubject, type SubjectFile } from '../plan/subject.js';
import { UsageError } from '../plan/usage-error.js';
import { defaultLimits } from '../probe/limits.js';
import { defaultDepth } from '../record/exploration.js';
import type { RunRecord, Selection, Shard } from '../record/run-record.js';
import type { RecordedSequence } from '../record/sequence.js';
import { isBuiltIn } from '../sequence/built-in.js';
import { readBaseline, refuseUnusable, withBaseline, type NamedBaseline } from './baseline.js';
import type { CertificateFlags } from './certificate.js';
import type { NamedFile } from './clashes.js';
import type { Configuration } from './configuration-schema.js';
import { loadRules } from './load-rules.js';
import { parseReports, type ReportTarget } from './reports.js';
import { keepsSpare } from './spare-mode.js';
import { subjectOf, type SubjectOption } from './subject-option.js';

export const defaultTimeoutSeconds = 10;

export const defaultMaxDeaths = 25;

/** The same in every run, so that two runs of one helper come to the same. */
export const defaultSeed = 1;

/** What the command line says of this one call alone. */
export interface Call {
  readonly json: boolean;
  /** The HTML page is shown at the end. */
  readonly opens: boolean;
  /** The configuration file. */
  readonly config?: string;
  readonly shard?: Shard;
  /** The baseline is to be written anew. */
  readonly updatesBaseline: boolean;
  /** What was asked for of a certificate. */
  readonly certificate: CertificateFlags;
  /** As tolerances state their last day: 2027-01-31. */
  readonly today: string;
}

export interface PreparedRun {
  readonly call: Call;
  readonly configuration: Configuration;
  readonly helper: SubjectOption;
  readonly subject: SubjectFile;
  readonly selection: Selection;
  readonly selected: readonly string[];
  readonly sequences: readonly RecordedSequence[];
  readonly targets: readonly ReportTarget[];
  readonly baseline: NamedBaseline | undefined;
  readonly read: readonly NamedFile[];
}

/** The part of a selection that can leave nothing, as it would be stated on the command line. */
export function statedText({ only, skip, level }: Selection): string {
  return [
    ...only.map((pattern) => `--only ${pattern}`),
    ...skip.map((pattern) => `--skip ${pattern}`),
    ...(level === 'must' ? ['--level must'] : []),
  ].join(' ');
}

/** What is tried beyond the scripts, where it is asked for. */
function furtherOf({ random, seed, soak }: Configuration): Pick<Selection, 'random' | 'soak'> {
  if (seed !== undefined && random === undefined)
    throw new UsageError('--seed: no random sequences were asked for.', 'Say how many: --random N.');
  return {
    ...(random === undefined ? {} : { random: { count: random, seed: seed ?? defaultSeed } }),
    ...(soak === undefined ? {} : { soak }),
  };
}

/** @throws UsageError for whatever can be known to be wrong before a DLL is loaded. */
export async function prepareRun(configuration: Configuration, call: Call): Promise<PreparedRun> {
  const { shard } = call;
  const { tolerate = [], baseline: file } = configuration;
  const sequences = await sequencesOf(configuration);
  const ids = sequences.map(({ id }) => id);
  refuseUnusable(tolerate, 'tolerate', call.today, ids);
  if (call.updatesBaseline && (file === undefined || shard !== undefined)) throw refusedUpdate(file);
  const baseline = file === undefined ? undefined : readBaseline(file, call, ids);
  const selection: Selection = {
    only: configuration.only ?? [],
    skip: configuration.skip ?? [],
    level: configuration.level ?? 'should',
    strict: configuration.strict ?? false,
    tolerated: withBaseline(tolerate, baseline),
    // A walk goes by the books of the instrumented MAPI.
    depth: configuration.depth ?? (configuration.mapi === 'system' ? 0 : defaultDepth),
    ...furtherOf(configuration),
    ...(shard === undefined ? {} : { shard }),
  };
  const helper = subjectOf(configuration);
  if (selection.soak !== undefined && helper.activation.kind === 'capture') throw refusedSoak();
  const read = [...filesRead(call, helper.dll, file), ...ownFiles(sequences)];
  const targets = parseReports(configuration.report ?? [], read);
  const subject = inspectSubject(helper.dll, helper.activation);
  const selected = select(selection, sequences);
  if (shard !== undefined && selected.length > 0) refuseIdleShards(shard, selected.length);
  return { call, configuration, helper, subject, selection, selected, sequences, targets, baseline, read };
}

/** Read only where there are any: YAML takes a while to load. */
async function sequencesOf({ sequence }: Configuration): Promise<readonly RecordedSequence[]> {
  if (sequence === undefined) return [];
  const { loadSequences } = await import('../sequence/load.js');
  return loadSequences(sequence);
}

/** Of a folder each file that was read in it. */
function ownFiles(sequences: readonly RecordedSequence[]): NamedFile[] {
  return sequences.flatMap(({ file }) => (isBuiltIn(file) ? [] : { option: `--sequence ${file}`, file }));
}

/** What the run stands on, and no report may be written over. */
function filesRead({ config, certificate: { sign } }: Call, dll: string, baseline: string | undefined): NamedFile[] {
  return [
    { option: '--dll', file: dll },
    ...(config === undefined ? [] : [{ option: '--config', file: config }]),
    ...(typeof sign === 'string' ? [{ option: '--sign', file: sign }] : []),
    ...(baseline === undefined ? [] : [{ option: '--baseline', file: baseline }]),
  ];
}

/** What a client and the harness's own account manager take for every helper is no leak of the helper's. */
function refusedSoak(): UsageError {
  return new UsageError(
    '--soak: a helper that the client hands over cannot be told from what the client takes.',
    'Export a factory from a test build, and soak that: --export NAME.',
  );
}

function refusedUpdate(file: string | undefined): UsageError {
  return file === undefined
    ? new UsageError('--update-baseline: no baseline was named.', 'Name the file to write: --baseline FILE.')
    : new UsageError('--update-baseline: a shard does not see the whole run.', 'Leave --shard out.');
}

/** A helper that nothing holds could read the key that signs: where there is to be a certificate, somebody has to say so. */
function sandboxOf({ sandbox, example }: Configuration, isToBeCertified: boolean): SandboxMode | 'for-certificate' {
  if (sandbox === 'auto' || sandbox === undefined) {
    if (example !== undefined && sandbox === undefined) return 'off';
    return isToBeCertified && process.platform === 'linux' ? 'for-certificate' : 'auto';
  }
  return sandbox;
}

/** How a prepared run is carried out. */
export interface Circumstances {
  readonly isToBeCertified: boolean;
  /** Told what the first use makes. */
  readonly tell?: (what: Message) => void;
  readonly progress?: TellProgress | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Something is selected; nothing is printed or written. */
export async function judgePrepared(prepared: PreparedRun, circumstances: Circumstances): Promise<RunRecord> {
  const { configuration, helper, subject, selection, selected, sequences } = prepared;
  const { dll, activation, session, apartment, mapiRegistry, mapi } = helper;
  const { isToBeCertified, tell, progress, signal } = circumstances;
  const places = await hostPlaces(tell);
  const sandbox = sandboxOf(configuration, isToBeCertified);
  return certify({
    subject,
    activation,
    mapiRegistry,
    mapi,
    heapGuard: configuration.heapGuard ?? false,
    session,
    apartment,
    profile: configuration.profile,
    selection,
    selected,
    sequences: sequences.filter(({ id }) => selected.includes(id)),
    loadRules,
    places,
    containment: await containmentOf(sandbox, dll, places),
    limits: { ...defaultLimits, megabytes: configuration.maxMemory ?? defaultLimits.megabytes },
    timeoutMs: (configuration.timeout ?? defaultTimeoutSeconds) * 1000,
    maxDeaths: configuration.maxDeaths ?? defaultMaxDeaths,
    ...(configuration.totalTimeout === undefined ? {} : { totalTimeoutMs: configuration.totalTimeout * 1000 }),
    depthIsAsked: configuration.depth !== undefined,
    keepsSpare: keepsSpare(configuration.spare ?? 'auto'),
    ...(progress === undefined ? {} : { progress }),
    ...(signal === undefined ? {} : { signal }),
  });
}
