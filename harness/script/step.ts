/**
 * A script is what is done to one helper: data, and no opinion. It is written by a rule (or by a person, or by a
 * generator), travels to the child whole, and is interpreted there by the bridge. It never says what is expected.
 *
 * Objects are named: a step that yields a pointer stores it under `as`, a later one refers to it by `on`. A step whose
 * object does not exist, because an earlier step did not yield it, is not run and says so in the transcript.
 */
import * as z from 'zod/mini';

import { uint32 } from './uint32.js';

/** A GUID in registry form without braces, lower case. */
const guid = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));

/** The name of an object in a script: `helper`, `session`, `second`. */
const objectName = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/));

/** Where an out-pointer argument points: at memory that the harness watches, or nowhere (NULL). */
const outArgument = z.enum(['memory', 'null']);

/** Of every step. */
const common = {
  label: z.optional(z.string()),
  /**
   * `second`: the step is done on another thread of the same kind, while the script's own waits. Two single-threaded
   * apartments have nothing in common: there an object is called where it was made, and nowhere else.
   */
  thread: z.optional(z.literal('second')),
};

/**
 * `offered`: the factory gets the harness's own IMAPISession; `second`: another one of the harness's; `withheld`: it gets
 * NULL.
 */
export const offers = ['offered', 'second', 'withheld'] as const;

/** Creates a helper by the activation of the run; the pointer that comes back is kept under `as` as an IUnknown. */
const create = z.strictObject({
  do: z.literal('create'),
  ...common,
  as: objectName,
  session: z.enum(offers),
});

/** Where the session is left open, the run decides. */
const createDraft = z.strictObject({ ...create.shape, session: z.optional(z.enum(offers)) });

/** QueryInterface. The out-pointer holds a sentinel before the call. */
const query = z.strictObject({
  do: z.literal('query'),
  ...common,
  on: objectName,
  iid: guid,
  out: outArgument,
  as: z.optional(objectName),
});

const addRef = z.strictObject({ do: z.literal('addRef'), ...common, on: objectName });

/** Release; the name stays known, so that a script can say what happens next to an object it has let go. */
const release = z.strictObject({ do: z.literal('release'), ...common, on: objectName });

const placeholder1 = z.strictObject({
  do: z.literal('placeholder1'),
  ...common,
  on: objectName,
  argument: outArgument,
});

const getIdentity = z.strictObject({
  do: z.literal('getIdentity'),
  ...common,
  on: objectName,
  /**
   * What `*pcch` holds on the call, in characters; `reported`: the number that the helper left in `*pcch` the last time
   * it was asked in this script; `null`: pcch itself is NULL.
   */
  pcch: z.union([uint32, z.literal('reported'), z.literal('null')]),
  /**
   * `null`: pwszIdentity is NULL. Otherwise a buffer of exactly that capacity (64 characters when pcch is NULL), every
   * byte of it and of the memory around it holding a pattern. `slack`: 64 more characters of pattern lie behind it, then
   * a page that ends the process when touched; `guarded`: that page begins right behind the buffer.
   */
  buffer: z.enum(['null', 'slack', 'guarded']),
});

const getMapiSession = z.strictObject({
  do: z.literal('getMapiSession'),
  ...common,
  on: objectName,
  out: outArgument,
  as: z.optional(objectName),
});

const handsOffSession = z.strictObject({ do: z.literal('handsOffSession'), ...common, on: objectName });

/**
 * Calls a vtable slot without a belief about which method lives there: the arguments are a zeroed buffer of 128
 * characters and a pointer to a DWORD holding 128, which suits each of the four methods under the x64 calling
 * convention (surplus register arguments are not looked at).
 */
const callSlot = z.strictObject({
  do: z.literal('callSlot'),
  ...common,
  on: objectName,
  slot: z.int().check(z.minimum(3), z.maximum(6)),
});

/** Makes the instrumented MAPI provider fail from here on, or (0) behave again. HRESULTs as unsigned numbers. */
const configureProvider = z.strictObject({
  do: z.literal('configureProvider'),
  ...common,
  failInitialize: z.optional(uint32),
  failLogon: z.optional(uint32),
  /** Every session refuses QueryInterface for IID_IMAPISession with E_NOINTERFACE. */
  refuseSessionInterface: z.optional(z.boolean()),
  /**
   * The call of MAPIAllocateBuffer or MAPIAllocateMore, counted from 1 from this step on, that finds no memory. Absent
   * or 0: none.
   */
  failAllocation: z.optional(uint32),
});

/** Does nothing; its place in the transcript carries the provider's counters at that moment, as every step's does. */
const observe = z.strictObject({ do: z.literal('observe'), ...common });

/**
 * As many AddRef as Release, from several threads at once: each thread does `rounds` pairs. There are no more threads
 * than the machine has processors, but two at least.
 */
const hammer = z.strictObject({
  do: z.literal('hammer'),
  ...common,
  on: objectName,
  threads: z.int().check(z.minimum(1), z.maximum(16)),
  rounds: z.int().check(z.minimum(1), z.maximum(1_000_000)),
});

/** DllGetClassObject, for the class of the activation or for another one. */
const getClassObject = z.strictObject({
  do: z.literal('getClassObject'),
  ...common,
  clsid: z.union([guid, z.literal('activation')]),
  iid: guid,
  as: objectName,
});

/** IClassFactory::CreateInstance; `outer` is NULL or an IUnknown of the harness's own, which asks to be aggregated. */
const createInstance = z.strictObject({
  do: z.literal('createInstance'),
  ...common,
  on: objectName,
  outer: z.enum(['null', 'harness']),
  iid: guid,
  as: objectName,
});

const canUnloadNow = z.strictObject({ do: z.literal('canUnloadNow'), ...common });

/** FreeLibrary and LoadLibrary, so often. Only for scripts that hold no object. */
const reload = z.strictObject({
  do: z.literal('reload'),
  ...common,
  times: z.int().check(z.minimum(1), z.maximum(1000)),
});

/** DllRegisterServer or DllUnregisterServer, with the registry redirected for this process, so that nothing is changed. */
const registerServer = z.strictObject({ do: z.literal('registerServer'), ...common, undo: z.boolean() });

/** CoGetApartmentType on the script's thread. */
const observeApartment = z.strictObject({ do: z.literal('observeApartment'), ...common });

const othersThanCreate = [
  query,
  addRef,
  release,
  placeholder1,
  getIdentity,
  getMapiSession,
  handsOffSession,
  callSlot,
  configureProvider,
  observe,
  hammer,
  getClassObject,
  createInstance,
  canUnloadNow,
  reload,
  registerServer,
  observeApartment,
] as const;

export const stepSchema = z.discriminatedUnion('do', [create, ...othersThanCreate]);

export const stepDraftSchema = z.discriminatedUnion('do', [createDraft, ...othersThanCreate]);

/** Where the scripts of a run may call their helpers: what a run chooses from. */
export const apartments = ['sta', 'mta', 'second-sta'] as const;
export type Apartment = (typeof apartments)[number];

export const scriptSchema = z.strictObject({
  /** For people; two scripts that differ in nothing else are one script. */
  name: z.string(),
  /** The profile name that the factory is given, UTF-16 as JavaScript holds it. */
  profile: z.string(),
  /** True when a correct caller would never do this (NULL out-pointers): such scripts run last. */
  hazardous: z.boolean(),
  /**
   * The thread on which the script runs: `sta`, a single-threaded apartment with a message loop, as in Outlook; `mta`, the
   * multithreaded apartment; `second-sta`, a single-threaded apartment beside the first: helpers are created in the first,
   * COM hands them over, and a `create` whose helper must stay there is unreached; `none`, a thread on which COM has not
   * been initialised.
   */
  apartment: z.enum([...apartments, 'none']),
  steps: z.array(stepSchema).check(z.minLength(1)),
});

export type Step = z.infer<typeof stepSchema>;
export type CreateDraft = z.infer<typeof createDraft>;
export type Script = z.infer<typeof scriptSchema>;
