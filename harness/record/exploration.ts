/**
 * What came back when every sequence of calls up to some depth was tried, each on a fresh helper. The bridge runs them
 * natively and writes no transcript of each: it keeps what it observed after each step as small equal things, and the
 * tree of sequences as a graph in which equal subtrees are one node. Nothing in it says what was expected.
 */
import * as z from 'zod/mini';

import { uint32 } from '../script/uint32.js';

/**
 * The calls of which sequences are made; the order is that of `next` in a node.
 *
 * `i` GetIdentity with a buffer of 256 characters (more where the profile's name is longer); `s` GetIdentity with one of
 * a single character; `g` GetMapiSession; `n` the client releases the session pointer that it got last and still holds,
 * `o` the one that it got first; `h` HandsOffSession; `p` Placeholder1; `q` QueryInterface for IUnknown and Release of
 * what came; `2` the next calls go to the other helper of two, which is created by the first such step.
 */
export const letters = ['i', 's', 'g', 'n', 'o', 'h', 'p', 'q', '2'] as const;
export type Letter = (typeof letters)[number];

/** As `ighh`: one letter a call. The helper is created before the first. */
export const sequenceSchema = z.string().check(z.regex(/^[isgnohpq2]*$/), z.maxLength(1000));

/** How many sessions an observation tells apart; what happened to older ones is summed in the last place. */
export const sessionsToldApart = 8;

/**
 * What one step did. A session is named by its age: 0 is the one that appeared last in the sequence (as it stands after
 * the step), 1 the one before it. Changes are what the instrumented MAPI counted during the step.
 */
export const observationSchema = z.strictObject({
  /**
   * `returned`: the call came back; `threw`: an exception left it, its code is in `hresult`; `skipped`: there was nothing
   * to release, or no helper to call, and nothing was done.
   */
  kind: z.enum(['returned', 'threw', 'skipped']),
  /** Of `n` and `o` what Release returned; of `2` what creating the helper answered, 0 where it was there before. */
  hresult: uint32,
  /** Of `i` and `s` `*pcch` after the call; of `q` what its Release returned; otherwise 0. */
  value: uint32,
  /** Of `i` and `s`: FNV-1a (32 bits, over the UTF-16 bytes) of the buffer's text up to its terminator; 0: the buffer was not touched. */
  text: uint32,
  /** Of `g`: what the out-pointer held; `session`: one of the provider's; `other`: any other pointer. Otherwise `none`. */
  out: z.enum(['none', 'untouched', 'null', 'session', 'other']),
  /**
   * Of an `other` pointer, asked for IMAPISession: `elsewhere`: it gave another pointer; `none`: it gave none; absent: it gave
   * itself.
   */
  session: z.optional(z.enum(['elsewhere', 'none'])),
  /** The age of the session that came out; null: none did. */
  age: z.nullable(z.int().check(z.minimum(0))),
  initializes: z.int(),
  uninitializes: z.int(),
  logons: z.int(),
  failedLogons: z.int(),
  logoffs: z.int(),
  overReleases: z.int(),
  callsAfterRelease: z.int(),
  /** Sessions' references by age: what the step added to each, or took away. Trailing zeroes are left out. */
  references: z.array(z.int()).check(z.maxLength(sessionsToldApart)),
});

/**
 * What was left when the sequence was at its end and everything had been let go: the client had released the sessions that
 * it still held, newest first, then its helpers, newest first. Where an offered session exists, the client's own reference
 * to it is still there.
 */
export const endSchema = z.strictObject({
  kind: z.enum(['returned', 'threw']),
  /** What the last Release of each helper returned, in the order of their creation; what it threw, if `threw`. */
  counts: z.array(uint32),
  /** Sessions' references by age, trailing zeroes left out. */
  references: z.array(z.int()),
  /** MAPIInitialize that succeeded less MAPIUninitialize. */
  initialized: z.int(),
  logons: z.int(),
  logoffs: z.int(),
  overReleases: z.int(),
  callsAfterRelease: z.int(),
});

/**
 * A place in the tree: `[observation, end]` at full depth, otherwise with the node that follows for each letter behind
 * them. All numbers are places: in `observations`, in `ends`, in `nodes`.
 */
export const nodeSchema = z
  .array(uint32)
  .check(
    z.refine(
      (node) => node.length === 2 || node.length === 2 + letters.length,
      'two numbers, or one more for each letter',
    ),
  );

/** The longest sequences that are explored: there are 48 million of them. */
export const deepest = 8;

/**
 * Each points to places before its own, and leads no further than sequences are long: what a record from elsewhere says
 * else would be a tree without an end.
 */
function isTree(nodes: readonly z.infer<typeof nodeSchema>[]): boolean {
  const heights: number[] = [];
  for (const [, , ...followers] of nodes) {
    const height = followers.reduce((most, follower) => Math.max(most, 1 + (heights[follower] ?? deepest)), 0);
    if (height > deepest) return false;
    heights.push(height);
  }
  return true;
}

/** For so many the walker has room (tree.h). */
const mostObserved = 8192;
const mostNodes = 32_768;

/** A step of a sequence, from 0; the sequence's length: its end, when all is let go; -1: creating the helper. */
export const stepSchema = z.int().check(z.minimum(-1));

const deathSchema = z.nullable(
  z.strictObject({
    sequence: sequenceSchema,
    step: stepSchema,
    /** How it came to its end, in words. */
    story: z.optional(z.string()),
  }),
);

/** A life in which a step did not bring the same as when the same calls had been made before. Counts may differ. */
const deviationSchema = z
  .strictObject({
    sequence: sequenceSchema,
    step: stepSchema,
    /** Places in `observations`. */
    before: uint32,
    now: uint32,
    /** The whole of it: places of what creating the helper did and of each step, then of the end. Absent in older records. */
    life: z.optional(z.array(uint32)),
  })
  .check(
    z.refine(
      ({ sequence, life }) => life === undefined || life.length === sequence.length + 2,
      'a life of as many places as the sequence has calls, and two more',
    ),
  );

/**
 * What may be otherwise in every sequence than usually. `null-out`: GetMapiSession is called with NULL;
 * `refused-interface`: sessions refuse QueryInterface for IMAPISession; `no-memory`: the first buffer that is asked of MAPI is
 * refused; `helper-first`: at the end the client releases its helpers before the sessions that it still holds.
 */
export const twists = ['refused-interface', 'no-memory', 'helper-first', 'null-out'] as const;
export type Twist = (typeof twists)[number];

export const explorationSchema = z.strictObject({
  /**
   * How long the sequences are that are told of here: all up to this length. Less than what was asked for where a death
   * came, or where a helper answers so variously that there is no room; 0: the empty sequence alone.
   */
  depth: z.int().check(z.minimum(0)),
  /** So many logons of each sequence fail at first, with MAPI_E_LOGON_FAILED. */
  failLogons: uint32,
  /** Absent: all is as usual. */
  twist: z.optional(z.enum(twists)),
  /** Sequences that were run to their end, each on a fresh helper; the empty one is not counted. */
  sequences: uint32,
  /** Steps of all of them. */
  steps: uint32,
  /** What the bridge's loop took, in microseconds. */
  micros: z.number().check(z.minimum(0)),
  observations: z.array(observationSchema).check(z.maxLength(mostObserved)),
  ends: z.array(endSchema).check(z.maxLength(mostObserved)),
  /**
   * The last is the root: the empty sequence. Its observation is what creating the helper did, as `2` would have it. Empty
   * where not even that could be tried.
   */
  nodes: z
    .array(nodeSchema)
    .check(
      z.maxLength(mostNodes),
      z.refine(isTree, `nodes that point to earlier ones, and lead through ${String(deepest)} letters at most`),
    ),
  /**
   * Each manner once, as far as there was room; empty for a helper that always answers the same. Where only the provider has
   * counted otherwise, once for each letter, not for each sequence.
   */
  deviations: z.array(deviationSchema).check(z.maxLength(100)),
  /** How many more lives deviated, of which there was no room to tell; absent: none. */
  untold: z.optional(uint32),
  /**
   * The sequence in which the process came to its end, and the step; null: none. Sequences are tried by length, so no
   * shorter one kills; what is told above is of the lengths before.
   */
  death: deathSchema,
  /** Why not everything that was asked for could be tried, where it was no death: the run was at an end, no process could be had. */
  givenUp: z.optional(z.string()),
});

/** What came back when a list of sequences was tried, each on a fresh helper. */
export const triedSchema = z.strictObject({
  observations: z.array(observationSchema).check(z.maxLength(mostObserved)),
  ends: z.array(endSchema).check(z.maxLength(mostObserved)),
  /**
   * For each sequence, in their order: the places of what creating the helper did and of its steps' observations, then that
   * of its end. Fewer after a death.
   */
  runs: z.array(z.array(uint32)),
  death: deathSchema,
  givenUp: z.optional(z.string()),
});

export type Observation = z.infer<typeof observationSchema>;
export type End = z.infer<typeof endSchema>;
export type Tried = z.infer<typeof triedSchema>;
export type Exploration = z.infer<typeof explorationSchema>;

/** How long the sequences of a run get for which nobody said otherwise. */
export const defaultDepth = 3;

/** How many sequences there are of one letter up to `depth` letters: (k^(depth+1) - k) / (k - 1) for k letters. */
export function sequencesUpTo(depth: number): number {
  const k = letters.length;
  return (k ** (depth + 1) - k) / (k - 1);
}
