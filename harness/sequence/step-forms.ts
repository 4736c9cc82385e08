/** A step as a sequence file has it: what `harness/script/step.ts` knows, with what most steps have left out. */
import * as z from 'zod/mini';

import { hresults, type HresultName } from '../catalogue/hresults.js';
import { iid } from '../catalogue/guids.js';
import { loneSteps } from '../script/step-defaults.js';
import { offers } from '../script/step.js';
import { uint32 } from '../script/uint32.js';

/** In YAML `0x80004001` is a number. */
const isHresultName = (text: string): text is HresultName => Object.hasOwn(hresults, text);
export const hresultNames = Object.keys(hresults).filter(isHresultName);

const hresult = z.union([z.enum(hresultNames), uint32]);

const isInterfaceName = (text: string): text is keyof typeof iid => Object.hasOwn(iid, text);
const interfaceId = z.union([
  z.enum(Object.keys(iid).filter(isInterfaceName)),
  z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)),
]);

const classId = z.union([
  z.literal('activation'),
  z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)),
]);

/** Names of objects; they stand in reports. */
const object = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,39}$/));
const on = z.optional(object);

/** `session` if it is left out; null: the session is given no name, and one that has it keeps it. */
const sessionName = z.optional(z.union([object, z.null()]));

/** NULL is null. */
const outArgument = z.optional(z.union([z.literal('memory'), z.null()]));

const expectation = z.union([
  z.literal('documented'),
  hresult,
  z.array(hresult).check(z.minLength(1)),
  z.strictObject({
    documented: z.optional(z.literal(true)),
    hresult: z.optional(z.union([hresult, z.array(hresult).check(z.minLength(1))])),
    out: z.optional(z.union([z.enum(['untouched', 'session', 'pointer']), z.null()])),
    same: z.optional(object),
    different: z.optional(object),
    identity: z.optional(z.union([z.string(), z.null()])),
    size: z.optional(uint32),
    count: z.optional(uint32),
    references: z.optional(z.union([z.int().check(z.minimum(0)), z.record(object, z.int().check(z.minimum(0)))])),
  }),
]);

const common = {
  label: z.optional(z.string().check(z.maxLength(200))),
  thread: z.optional(z.literal('second')),
  expect: z.optional(expectation),
};

const session = z.optional(z.enum(offers));

const stepForm = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('open'), as: on, session, ...common }),
  z.strictObject({ do: z.literal('close'), on, ...common }),
  z.strictObject({ do: z.literal('create'), as: on, session, ...common }),
  z.strictObject({ do: z.literal('query'), on, iid: z.optional(interfaceId), out: outArgument, as: on, ...common }),
  z.strictObject({ do: z.literal('addRef'), on, ...common }),
  z.strictObject({ do: z.literal('release'), on: object, ...common }),
  z.strictObject({ do: z.literal('placeholder1'), on, argument: outArgument, ...common }),
  z.strictObject({
    do: z.literal('getIdentity'),
    on,
    pcch: z.optional(z.union([uint32, z.literal('reported'), z.null()])),
    buffer: z.optional(z.union([z.enum(['slack', 'guarded']), z.null()])),
    ...common,
  }),
  z.strictObject({ do: z.literal('getMapiSession'), on, out: outArgument, as: sessionName, ...common }),
  z.strictObject({ do: z.literal('handsOffSession'), on, ...common }),
  z.strictObject({
    do: z.literal('callSlot'),
    on,
    slot: z.int().check(z.minimum(3), z.maximum(6)),
    ...common,
  }),
  z.strictObject({
    do: z.literal('configureProvider'),
    failInitialize: z.optional(hresult),
    failLogon: z.optional(hresult),
    refuseSessionInterface: z.optional(z.boolean()),
    failAllocation: z.optional(uint32),
    ...common,
  }),
  z.strictObject({ do: z.literal('observe'), ...common }),
  z.strictObject({
    do: z.literal('hammer'),
    on,
    threads: z.int().check(z.minimum(1), z.maximum(16)),
    rounds: z.int().check(z.minimum(1), z.maximum(1_000_000)),
    ...common,
  }),
  z.strictObject({
    do: z.literal('getClassObject'),
    clsid: z.optional(classId),
    iid: interfaceId,
    as: object,
    ...common,
  }),
  z.strictObject({
    do: z.literal('createInstance'),
    on: object,
    outer: z.optional(z.union([z.literal('harness'), z.null()])),
    iid: interfaceId,
    as: object,
    ...common,
  }),
  z.strictObject({ do: z.literal('canUnloadNow'), ...common }),
  z.strictObject({ do: z.literal('reload'), times: z.int().check(z.minimum(1), z.maximum(1000)), ...common }),
  z.strictObject({ do: z.literal('registerServer'), undo: z.boolean(), ...common }),
  z.strictObject({ do: z.literal('observeApartment'), ...common }),
]);

const steps = z.array(z.union([z.enum(loneSteps), stepForm])).check(z.minLength(1));

/** A block that is done several times over. It holds no other block. */
const block = z.strictObject({ repeat: z.int().check(z.minimum(1), z.maximum(1000)), steps });

export const stepsForm = z.array(z.union([z.enum(loneSteps), stepForm, block])).check(z.minLength(1));

export type ExpectationForm = z.infer<typeof expectation>;
export type StepForm = z.infer<typeof stepForm>;
export type HresultForm = z.infer<typeof hresult>;

export type LoneStep = (typeof loneSteps)[number];
