/**
 * The run record: the one result model. It accounts for every check that was planned, holds the transcripts on which
 * the verdicts stand, and is all that a report or `olkconform judge` needs.
 */
import * as z from 'zod/mini';

import { apartments, scriptSchema } from '../script/step.js';
import { explorationSchema, sequenceSchema, twists } from './exploration.js';
import { recordedSequenceSchema } from './sequence.js';
import { soakSchema } from './soak.js';
import { faultSchema, loadSchema, stepTranscriptSchema } from './transcript.js';
import { trialsSchema } from './trials.js';

export const schemaVersion = 1;

export const verdicts = ['pass', 'fail', 'warning', 'not-applicable', 'inconclusive'] as const;

export const transcriptSchema = z
  .strictObject({ script: scriptSchema, steps: z.array(stepTranscriptSchema) })
  .check(
    z.refine(
      ({ script, steps }) => steps.length === script.steps.length,
      'as many step transcripts as the script has steps',
    ),
  );

const activation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('factory'), export: z.string() }),
  z.strictObject({ kind: z.literal('class'), clsid: z.string(), prepare: z.nullable(z.string()) }),
  /** The class as the DLL registers it: DllRegisterServer into a redirected registry, then CoCreateInstance. */
  z.strictObject({ kind: z.literal('registered'), clsid: z.string(), prepare: z.nullable(z.string()) }),
  /** The vendor's own code, an export, makes the helper and passes it to the harness's account manager. */
  z.strictObject({ kind: z.literal('capture'), export: z.string() }),
]);

/** Whose session a helper is declared to hand out; `auto`: it is found out by counting. */
export const declaredSessions = ['own', 'borrowed', 'auto'] as const;

const subjectSchema = z.strictObject({
  /** As the user gave it. */
  path: z.string(),
  sha256: z.string(),
  /** The PE header's machine: `x64`. */
  machine: z.string(),
  activation,
  session: z.strictObject({
    declared: z.enum(declaredSessions),
    /** What the factory was given: decided by the survey when `auto` was declared. */
    offered: z.boolean(),
    /** What the provider saw. */
    observed: z.enum(['own', 'borrowed', 'unknown']),
  }),
  apartment: z.enum(apartments),
  /** The registry named the instrumented MAPI as the mail client until MAPI was called. */
  mapiRegistry: z.boolean(),
  /** Whose MAPI it was judged against: `system`, the machine's own; absent: the instrumented one. */
  mapi: z.optional(z.literal('system')),
  /** What the DLL took from the heap was guarded; absent: it was not. */
  heapGuard: z.optional(z.boolean()),
  profile: z.strictObject({ name: z.string(), isKnown: z.boolean(), canBeTold: z.boolean() }),
});

const environmentSchema = z.strictObject({
  platform: z.string(),
  arch: z.string(),
  node: z.string(),
  /** The Windows Node that held the DLL. */
  host: z.string(),
  /** `bubblewrap`, `off`, or `unavailable: ` and why. */
  sandbox: z.string(),
  /** The mail client whose MAPI the machine's own is; absent: the helper was judged against the instrumented one. */
  mailClient: z.optional(z.string()),
});

export const toleranceSchema = z.strictObject({
  id: z.string(),
  /** Why the vendor lives with it: never empty. */
  reason: z.string().check(z.minLength(1)),
  /** Where it is dealt with. */
  url: z.optional(z.string().check(z.regex(/^https?:\/\/[^\s]+$/, 'an address that begins with http:// or https://'))),
  /** The last day on which it is tolerated. */
  until: z.optional(z.iso.date('a day as in 2027-01-31')),
});

/** There are never more shards than checks. */
const shardNumber = z.int().check(z.minimum(1), z.maximum(1000));
const shardSchema = z.strictObject({ index: shardNumber, count: shardNumber });

const selectionSchema = z.strictObject({
  only: z.array(z.string()),
  skip: z.array(z.string()),
  level: z.enum(['must', 'should']),
  /** True: what is only recommended (SHOULD) fails the run as well. */
  strict: z.boolean(),
  tolerated: z.array(toleranceSchema),
  /** All sequences of calls are tried up to this length; absent or 0: none. */
  depth: z.optional(z.int().check(z.minimum(0))),
  /** So many sequences of calls are made at random, from that seed, and tried; absent: none. */
  random: z.optional(z.strictObject({ count: z.int().check(z.minimum(1)), seed: z.int() })),
  /** So many helpers live one after the other, to see whether anything grows; absent: none. */
  soak: z.optional(z.int().check(z.minimum(1))),
  /** The part of the checks that this run was about; absent: all of them. */
  shard: z.optional(shardSchema),
});

const summarySchema = z.strictObject({
  /** `incomplete`: nothing failed, and not everything could be judged. */
  verdict: z.enum(['conformant', 'nonconformant', 'incomplete']),
  pass: z.int(),
  fail: z.int(),
  warning: z.int(),
  notApplicable: z.int(),
  inconclusive: z.int(),
  planned: z.int(),
});

const checkSchema = z.strictObject({
  id: z.string(),
  level: z.enum(['must', 'should']),
  verdict: z.enum(verdicts),
  title: z.string(),
  requirement: z.string(),
  source: z.strictObject({
    repository: z.string(),
    commit: z.nullable(z.string()),
    page: z.string(),
    heading: z.string(),
  }),
  /** Why the verdict is not a pass; null for a pass. */
  reason: z.nullable(z.string()),
  expected: z.nullable(z.string()),
  actual: z.nullable(z.string()),
  /** What was done and what came back, up to the step that decided. Empty for a pass. */
  steps: z.array(z.string()),
  howToFix: z.string(),
  /** It failed, and the run was told to live with that: the verdict is a warning instead. Absent: it was not. */
  tolerated: z.optional(toleranceSchema),
});

/** A sequence of an exploration that was done once more, as a script, to be told step by step. */
const replaySchema = z.strictObject({
  sequence: sequenceSchema,
  /** So many logons failed at first when it was tried. */
  failLogons: z.int().check(z.minimum(0)),
  /** What was otherwise than usually; absent: nothing was. */
  twist: z.optional(z.enum(twists)),
  transcript: transcriptSchema,
});

const stopped = z.nullable(z.enum(['interrupt', 'total-timeout']));

export const runRecordSchema = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  tool: z.strictObject({ name: z.literal('olkconform'), version: z.string(), catalogue: z.string() }),
  subject: subjectSchema,
  environment: environmentSchema,
  /** ISO 8601, UTC. */
  startedAt: z.iso.datetime(),
  durationMs: z.number().check(z.minimum(0)),
  selection: selectionSchema,
  summary: summarySchema,
  checks: z.array(checkSchema),
  /** How each child process that died came to its end, in order. */
  faults: z.array(faultSchema),
  /** The programs that the helper had started and that were still running when its process ended: they were ended too. */
  leftBehind: z.array(z.string()),
  load: loadSchema,
  transcripts: z.array(transcriptSchema),
  /** What trying all sequences brought, in each world that they were tried in; absent: they were not tried. */
  explorations: z.optional(z.array(explorationSchema).check(z.maxLength(16))),
  /** What sequences that were made at random brought; absent: none were tried. */
  trials: z.optional(trialsSchema),
  /** What many lives brought; absent: there were none. */
  soak: z.optional(soakSchema),
  /** The sequences that found fault with the helper. */
  replays: z.optional(z.array(replaySchema).check(z.maxLength(100))),
  /** The sequences that were judged beside the catalogue; absent: none. */
  sequences: z.optional(z.array(recordedSequenceSchema)),
  /** What ended the run before its time; null: nothing did. A run that was stopped is never conformant. */
  stopped,
});

export type Replay = z.infer<typeof replaySchema>;
export type Verdict = (typeof verdicts)[number];
export type Activation = z.infer<typeof activation>;
export type Transcript = z.infer<typeof transcriptSchema>;
export type Subject = z.infer<typeof subjectSchema>;
export type Environment = z.infer<typeof environmentSchema>;
export type Selection = z.infer<typeof selectionSchema>;
export type Tolerance = z.infer<typeof toleranceSchema>;
export type Shard = z.infer<typeof shardSchema>;
export type Stopped = z.infer<typeof stopped>;
export type Summary = z.infer<typeof summarySchema>;
export type Check = z.infer<typeof checkSchema>;
export type RunRecord = z.infer<typeof runRecordSchema>;
