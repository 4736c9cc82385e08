/**
 * What happened when a script was run: for each of its steps what came back, and what the instrumented MAPI provider
 * had counted right after it, or, of the machine's own MAPI, what its sessions told of themselves. The bridge writes these records one by one into the journal, so a transcript is whole up
 * to the last instruction even when the process did not live to tell.
 */
import * as z from 'zod/mini';

import { uint32 } from '../script/uint32.js';
import { outPointer } from './out-pointer.js';
import { recordedCallSchema } from './recording.js';
import { walkRecords } from './walk-record.js';

/** The buffer handed to GetIdentity, compared with the pattern it was filled with. Positions in characters. */
const bufferImage = z.strictObject({
  /** The buffer's UTF-16 code units within its capacity, four hex digits each, at most the first 2,048. */
  image: z.string().check(z.regex(/^([0-9a-f]{4})*$/)),
  /** First and last character within the capacity that no longer hold the pattern; null: none changed. */
  changed: z.nullable(z.tuple([z.int(), z.int()])),
  /** How many characters right before the buffer, and behind its capacity, no longer hold the pattern. */
  changedBefore: uint32,
  changedBehind: uint32,
});

/** What can be known of a session of any MAPI: its references are asked for. Numbers are totals since the script began. */
const countedSession = z.strictObject({
  /** 1, 2, 3 … in order of appearance in the script. */
  id: uint32,
  /** `offered`: made by the harness and handed to the factory; `logon`: made by MAPILogonEx. */
  origin: z.enum(['offered', 'logon']),
  /** References held now by anyone; an offered session starts with one, the client's own. */
  references: uint32,
  /** Releases that came when there was no reference left. */
  overReleases: uint32,
});

/** A session's life as the instrumented provider saw it. */
const sessionCounters = z.strictObject({
  ...countedSession.shape,
  /** Calls of any method but Release that came when there was no reference left. */
  callsAfterRelease: uint32,
  logoffs: uint32,
});

const providerCounters = z.strictObject({
  initializes: uint32,
  uninitializes: uint32,
  logons: uint32,
  failedLogons: uint32,
  sessions: z.array(sessionCounters),
});

/** One call that the provider received, in order. */
const providerEvent = z.strictObject({
  kind: z.enum(['initialize', 'uninitialize', 'logon', 'query', 'addRef', 'release', 'logoff', 'call']),
  session: z.nullable(uint32),
  /** What the provider answered: an HRESULT, or the new reference count for addRef and release. */
  answer: uint32,
  /** The flags argument, where the call has one; for `call` the vtable slot. */
  flags: uint32,
  /** The profile name given to MAPILogonEx, or the IID asked for. */
  text: z.string(),
});

/** A call that the vendor's own code made of the harness's IOlkAccountManager. */
const managerCall = z.strictObject({
  method: z.string(),
  /** The flags given to Init; 0 for other methods. */
  flags: uint32,
  /** What the account manager answered. */
  answer: uint32,
  /** For Init: what QueryInterface of the pointer for IID_IOlkAccountHelper answered. */
  helper: z.optional(uint32),
});

/** What came back from the helper. Fields that the step has no use for are absent. */
const returned = z.strictObject({
  kind: z.literal('returned'),
  hresult: z.optional(uint32),
  /** What AddRef and Release returned. */
  count: z.optional(uint32),
  out: z.optional(outPointer),
  /** `*pcch` before and after GetIdentity; null when pcch was NULL. */
  pcch: z.optional(z.nullable(z.strictObject({ before: uint32, after: uint32 }))),
  /** null when pwszIdentity was NULL. */
  buffer: z.optional(z.nullable(bufferImage)),
  /** What CoGetApartmentType told: its HRESULT, and type and qualifier where it succeeded (APTTYPE, APTTYPEQUALIFIER). */
  apartment: z.optional(z.strictObject({ hresult: uint32, type: z.int(), qualifier: z.int() })),
  /** What the redirected registry holds after the step, sorted; values as text. */
  registry: z.optional(z.array(z.strictObject({ key: z.string(), name: z.string(), value: z.string() }))),
  /** Reload: the Win32 error of the LoadLibrary that failed, 0 when none did; and whether FreeLibrary let go of the DLL. */
  reload: z.optional(z.strictObject({ error: uint32, unloaded: z.boolean() })),
  /** Registers that the x64 calling convention lets a callee not change, and that came back changed: `rdi`, `xmm6`, `rsp` … */
  clobbered: z.optional(z.array(z.string())),
  /** What the client did with the harness's account manager during the step (capture). */
  manager: z.optional(z.array(managerCall)),
  /** What went through a recording proxy during the step. */
  recorded: z.optional(z.array(recordedCallSchema)),
  /** True when memory that a step lent to the helper, and that it has no business with, was changed. */
  memoryChanged: z.optional(z.boolean()),
});

/** An exception left the method and was caught by the bridge; the process went on. */
const threw = z.strictObject({ kind: z.literal('threw'), code: uint32 });

/** The step was not run: an object it needs does not exist, or the process had ended before. */
const unreached = z.strictObject({
  kind: z.literal('unreached'),
  why: z.string(),
  /** The run was at an end, not the helper: what it would have answered is not known. */
  givenUp: z.optional(z.literal(true)),
});

/** The exception that the vendor's code raised last; texts are made of what the child told, and the vendor can forge it. */
const exceptionStory = z.strictObject({
  code: uint32,
  /** As ntstatus.h names it; the code in hex where it has no name. */
  name: z.string(),
  /** What an access violation tried, and at which address (hex). */
  access: z.nullable(z.enum(['read', 'write', 'execute'])),
  address: z.nullable(z.string()),
  /** The module of the instruction; null where it lies in none. */
  module: z.nullable(z.string()),
  /** Of the instruction from the module's base, in hex; its address where there is no module. */
  offset: z.string(),
  /** The function that this is in, and how far behind its beginning; null where the file has no name for it. */
  symbol: z.nullable(z.string()),
  /** With `--heap-guard`, what it means for a block on the heap; `distance` in bytes, by kind from its beginning or end. */
  heap: z.optional(
    z.strictObject({
      kind: z.enum(['behind', 'given-back', 'twice', 'inside', 'written-behind', 'written-before']),
      /** Of the block, in bytes. */
      size: uint32,
      distance: z.int(),
    }),
  ),
});

/** How a child process came to its end. */
export const faultSchema = z.strictObject({
  /**
   * `ended`: the process ended by itself; `deadline`: it was killed because the script had not ended in time; `damaged`:
   * it was killed because it had written over the journal; `excess`: because it had taken too much of the machine; `exit`: it ended with a status other than 0 when it was told to.
   */
  kind: z.enum(['ended', 'deadline', 'damaged', 'excess', 'exit']),
  /** In words, for a person: "access violation", "exit status 77", "no answer within 10 s". */
  story: z.string(),
  exitStatus: z.nullable(z.int()),
  signal: z.nullable(z.string()),
  exception: z.nullable(exceptionStory),
  /** The last lines that the process wrote to stderr. */
  stderr: z.string(),
  /** It was trying sequences of calls, or living many lives: what was walked tells where. */
  walking: z.optional(z.literal(true)),
});

/** The process came to its end in this step. */
const died = z.strictObject({ kind: z.literal('died'), fault: faultSchema });

/** What loading the DLL did, before anything was called. */
const loadFacts = z.strictObject({
  /** The calls that MAPI received while the DLL was loaded: from its DllMain. */
  events: z.array(providerEvent),
  /** DLLs that were loaded meanwhile and that no import asks for: DllMain called LoadLibrary. */
  libraries: z.array(z.string()),
});

/** How loading the DLL went: it came back, or it ended the process, or it was not waited for. */
export const loadSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('loaded'), ...loadFacts.shape }),
  z.strictObject({ kind: z.literal('died'), fault: faultSchema }),
  /** The run was at an end before. */
  z.strictObject({ kind: z.literal('unreached'), why: z.string() }),
]);

/** What the bridge itself can write; `died` is added by the controller, which outlives it. */
export const bridgeOutcomeSchema = z.discriminatedUnion('kind', [returned, threw, unreached]);

export const outcomeSchema = z.discriminatedUnion('kind', [returned, threw, unreached, died]);

const afterStep = {
  /** The provider's counters after the step, and the calls it received during the step; null: MAPI was the machine's own. */
  provider: z.nullable(providerCounters),
  /** Of the machine's own MAPI: the sessions that were seen. */
  sessions: z.optional(z.array(countedSession)),
  events: z.array(providerEvent),
  /** Duration of the call in microseconds. */
  micros: z.number().check(z.minimum(0)),
};

/** The journal's records, in the order in which the bridge writes them. */
export const journalRecordSchema = z.discriminatedUnion('record', [
  /** Before all else, where MAPI is to be the machine's own: the mail client whose it is, and why it cannot be used. */
  z.strictObject({
    record: z.literal('mapi'),
    client: z.string(),
    refused: z.nullable(z.strictObject({ by: z.enum(['client', 'load', 'initialize', 'logon']), answer: uint32 })),
  }),
  z.strictObject({ record: z.literal('load') }),
  /** `error`: the Win32 error code of LoadLibrary, 0 when the DLL is loaded. */
  z.strictObject({ record: z.literal('loaded'), error: uint32, ...loadFacts.shape }),
  z.strictObject({ record: z.literal('script'), script: uint32 }),
  z.strictObject({ record: z.literal('step'), script: uint32, step: uint32 }),
  z.strictObject({
    record: z.literal('result'),
    script: uint32,
    step: uint32,
    outcome: bridgeOutcomeSchema,
    ...afterStep,
  }),
  z.strictObject({ record: z.literal('end'), script: uint32 }),
  ...walkRecords,
  /** The harness's own fault: there will be no more. */
  z.strictObject({ record: z.literal('broken'), why: z.string() }),
]);

export const stepTranscriptSchema = z.strictObject({
  outcome: outcomeSchema,
  /** null: the instrumented provider was not asked, or there was none. */
  provider: z.nullable(providerCounters),
  /** Only where MAPI was the machine's own. */
  sessions: z.optional(z.array(countedSession)),
  events: z.array(providerEvent),
  micros: z.number().check(z.minimum(0)),
});

export type ExceptionStory = z.infer<typeof exceptionStory>;
export type Fault = z.infer<typeof faultSchema>;
export type ManagerCall = z.infer<typeof managerCall>;
export type Load = z.infer<typeof loadSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type Returned = z.infer<typeof returned>;
export type JournalRecord = z.infer<typeof journalRecordSchema>;
export type StepTranscript = z.infer<typeof stepTranscriptSchema>;
export type ProviderEvent = z.infer<typeof providerEvent>;
export type SessionCounters = z.infer<typeof sessionCounters>;
/** The sessions that were known after the step, whoever counted; undefined: nobody was asked. */
export function sessionsAfter({ provider, sessions }: StepTranscript): readonly CountedSession[] | undefined {
  return provider?.sessions ?? sessions;
}

export type CountedSession = z.infer<typeof countedSession>;
export type ProviderCounters = z.infer<typeof providerCounters>;
