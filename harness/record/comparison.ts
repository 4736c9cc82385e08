/** What changed between two run records of a helper, check by check. Nothing is judged anew. */
import * as z from 'zod/mini';

import { verdicts, type Verdict } from './run-record.js';

const comparableCheck = z.object({
  id: z.string(),
  level: z.enum(['must', 'should']),
  verdict: z.enum(verdicts),
  title: z.string(),
  reason: z.nullable(z.string()),
  expected: z.nullable(z.string()),
  actual: z.nullable(z.string()),
  tolerated: z.optional(z.unknown()),
});

/** As much of a run record as is compared: what other versions of olkconform have put beside it is passed over. */
export const comparableSchema = z.object({
  schemaVersion: z.int(),
  tool: z.object({ version: z.string(), catalogue: z.string() }),
  subject: z.object({
    path: z.string(),
    sha256: z.string(),
    session: z.optional(z.object({ observed: z.string() })),
  }),
  selection: z.looseObject({ shard: z.optional(z.object({ index: z.int(), count: z.int() })) }),
  summary: z.object({ verdict: z.enum(['conformant', 'nonconformant', 'incomplete']) }),
  checks: z.array(comparableCheck),
  stopped: z.nullable(z.string()),
});

export type Comparable = z.infer<typeof comparableSchema>;
type ComparableCheck = Comparable['checks'][number];

/** `null`: the record does not have the check. */
export interface Change {
  readonly id: string;
  readonly title: string;
  readonly level: 'must' | 'should';
  readonly before: Verdict | null;
  readonly after: Verdict | null;
  /** Why the verdict is what it is; null for a pass. */
  readonly reasonBefore: string | null;
  readonly reasonAfter: string | null;
}

/** In the order in which a reader wants them. `changed`: neither better nor worse, but for another reason. */
export const kindsOfChange = ['worse', 'better', 'changed', 'new', 'gone'] as const;

export type KindOfChange = (typeof kindsOfChange)[number];

export type Which = 'first' | 'second';

/** Something that makes the two records hard to compare. */
export type Note =
  | { readonly kind: 'other versions'; readonly before: string; readonly after: string }
  | { readonly kind: 'other catalogues' }
  | { readonly kind: 'other options' }
  | { readonly kind: 'other sessions'; readonly before: string; readonly after: string }
  | { readonly kind: 'same DLL' }
  | { readonly kind: 'shard'; readonly which: Which; readonly index: number; readonly count: number }
  | { readonly kind: 'stopped'; readonly which: Which };

export interface Comparison {
  readonly notes: readonly Note[];
  readonly changes: Readonly<Record<KindOfChange, readonly Change[]>>;
  readonly unchanged: number;
}

/** A failure is one whether somebody lives with it or not. */
function verdictOf({ verdict, tolerated }: ComparableCheck): Verdict {
  return tolerated === undefined ? verdict : 'fail';
}

const ranks: Record<Verdict, number> = { pass: 0, 'not-applicable': 0, warning: 1, inconclusive: 2, fail: 3 };

/** What differs between two runs of the same helper: addresses, and where in a module an instruction was. */
function withoutAddresses(text: string | null): string | null {
  return text?.replaceAll(/0x[0-9a-f]{16}\b|\+0x[0-9a-f]+/gi, '…') ?? null;
}

function isSameFinding(one: ComparableCheck, other: ComparableCheck): boolean {
  return (['reason', 'expected', 'actual'] as const).every(
    (part) => withoutAddresses(one[part]) === withoutAddresses(other[part]),
  );
}

function kindOf(before: ComparableCheck, after: ComparableCheck): KindOfChange | undefined {
  const [earlier, now] = [verdictOf(before), verdictOf(after)];
  // Who lives with it, and why, is no part of the finding; the words around it are.
  const livedWith = before.tolerated !== undefined || after.tolerated !== undefined;
  if (earlier === now) return livedWith || isSameFinding(before, after) ? undefined : 'changed';
  // A failure that cannot be judged any more is not mended.
  if (earlier === 'fail' && now === 'inconclusive') return 'changed';
  if (ranks[now] === ranks[earlier]) return 'changed';
  return ranks[now] > ranks[earlier] ? 'worse' : 'better';
}

function changeOf(before: ComparableCheck | undefined, after: ComparableCheck | undefined): Change[] {
  const known = after ?? before;
  if (known === undefined) return [];
  return [
    {
      id: known.id,
      title: known.title,
      level: known.level,
      before: before === undefined ? null : verdictOf(before),
      after: after === undefined ? null : verdictOf(after),
      reasonBefore: before?.reason ?? null,
      reasonAfter: after?.reason ?? null,
    },
  ];
}

/** Of a record that is not of a whole run. */
function partialNote(which: Which, { selection, stopped }: Comparable): Note[] {
  const { shard } = selection;
  if (shard !== undefined) return [{ kind: 'shard', which, ...shard }];
  return stopped === null ? [] : [{ kind: 'stopped', which }];
}

function notesOf(before: Comparable, after: Comparable): Note[] {
  const notes: Note[] = [];
  if (before.tool.version !== after.tool.version)
    notes.push({ kind: 'other versions', before: before.tool.version, after: after.tool.version });
  if (before.tool.catalogue !== after.tool.catalogue) notes.push({ kind: 'other catalogues' });
  if (JSON.stringify(before.selection) !== JSON.stringify(after.selection)) notes.push({ kind: 'other options' });
  const [earlier, now] = [before.subject.session?.observed, after.subject.session?.observed];
  if (earlier !== undefined && now !== undefined && earlier !== now)
    notes.push({ kind: 'other sessions', before: earlier, after: now });
  if (before.subject.sha256 === after.subject.sha256) notes.push({ kind: 'same DLL' });
  return [...notes, ...partialNote('first', before), ...partialNote('second', after)];
}

export function compare(before: Comparable, after: Comparable): Comparison {
  const changes: Record<KindOfChange, Change[]> = { worse: [], better: [], changed: [], new: [], gone: [] };
  const earlier = new Map(before.checks.map((check) => [check.id, check]));
  const now = new Map(after.checks.map((check) => [check.id, check]));
  let unchanged = 0;
  for (const check of now.values()) {
    const known = earlier.get(check.id);
    const kind = known === undefined ? 'new' : kindOf(known, check);
    if (kind === undefined) unchanged += 1;
    else changes[kind].push(...changeOf(known, check));
  }
  for (const check of earlier.values()) if (!now.has(check.id)) changes.gone.push(...changeOf(check, undefined));
  return { notes: notesOf(before, after), changes, unchanged };
}
