/**
 * The ledger: every statement of the documents that concerns a helper, in the order of the documents. Ids are
 * `area/slug`; they are never renumbered and never used again for something else.
 */
import type { Area, Statement } from './statement.js';
import { abiArea } from './statements/abi.js';
import { clientArea } from './statements/client.js';
import { getIdentityArea } from './statements/get-identity.js';
import { getMapiSessionArea } from './statements/get-mapi-session.js';
import { handsOffSessionArea } from './statements/hands-off-session.js';
import { iunknownArea } from './statements/iunknown.js';
import { interfaceArea } from './statements/interface.js';
import { mapiArea } from './statements/mapi.js';
import { placeholder1Area } from './statements/placeholder1.js';
import { sequenceArea, soakArea } from './statements/sequence.js';
import { serverArea } from './statements/server.js';
import { sessionLifetimeArea } from './statements/session-lifetime.js';

export const areas = {
  iunknown: iunknownArea,
  interface: interfaceArea,
  placeholder1: placeholder1Area,
  'get-identity': getIdentityArea,
  'get-mapi-session': getMapiSessionArea,
  'hands-off-session': handsOffSessionArea,
  'session-lifetime': sessionLifetimeArea,
  mapi: mapiArea,
  abi: abiArea,
  server: serverArea,
  client: clientArea,
  sequence: sequenceArea,
  soak: soakArea,
} as const satisfies Record<string, Area>;

type Areas = typeof areas;

/** Every id that exists, so that a rule with a misspelt one does not compile. */
export type StatementId = {
  [A in keyof Areas]: `${A}/${Extract<keyof Areas[A]['statements'], string>}`;
}[keyof Areas];

const byId = new Map<string, Statement>();
for (const [area, { statements }] of Object.entries<Area>(areas)) {
  for (const [slug, statement] of Object.entries(statements)) byId.set(`${area}/${slug}`, statement);
}

/** All ids, in the order of the documents. */
export const statementIds: readonly string[] = [...byId.keys()];

/** The statement of that id; undefined when there is none. */
export function findStatement(id: string): Statement | undefined {
  return byId.get(id);
}

/** The statement of an id that the compiler has checked. */
export function statementOf(id: StatementId): Statement {
  const statement = byId.get(id);
  if (statement === undefined) throw new Error(`the catalogue lost its statement ${id}`);
  return statement;
}

/** `get-identity` of `get-identity/null-pcch`. */
export function areaOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

/** The areas of sequences, which are not in the documents. */
const sequenceAreaTitles = new Map([
  ['own-sequence', 'Your own sequences'],
  ['built-in-sequence', 'Built-in sequences'],
]);

/** The heading of an id's area in reports; the area's slug when nobody knows it. */
export function areaTitle(id: string): string {
  const area = areaOf(id);
  return new Map<string, Area>(Object.entries(areas)).get(area)?.title ?? sequenceAreaTitles.get(area) ?? area;
}
