import type { JournalRecord } from '../record/transcript.js';

type Refusal = NonNullable<Extract<JournalRecord, { record: 'mapi' }>['refused']>;

/** The machine's own MAPI cannot be used: what refused, or `end`: the process came to its end over it. */
export class MapiRefused extends Error {
  override readonly name = 'MapiRefused';
  readonly by: Refusal['by'] | 'end';
  /** A Win32 error of `load`, an HRESULT of what was called. */
  readonly answer: number;
  /** The mail client that the registry names; empty: none. */
  readonly client: string;

  constructor(by: MapiRefused['by'], { answer = 0, client = '', story = by }: RefusalFacts = {}) {
    super(story);
    this.by = by;
    this.answer = answer;
    this.client = client;
  }
}

interface RefusalFacts {
  readonly answer?: number;
  readonly client?: string;
  /** How the process came to its end. */
  readonly story?: string;
}

/** @throws MapiRefused when the records say so. */
export function requireMapi(records: readonly JournalRecord[]): void {
  for (const record of records) {
    if (record.record !== 'mapi' || record.refused === null) continue;
    const { by, answer } = record.refused;
    throw new MapiRefused(by, { answer, client: record.client });
  }
}
