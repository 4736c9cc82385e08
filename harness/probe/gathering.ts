/** Makes the transcripts of one request out of the journal's records, each as soon as its script has ended. */
import type { Transcript } from '../record/run-record.js';
import type { Fault, JournalRecord } from '../record/transcript.js';
import type { Script } from '../script/step.js';
import type { Stop } from './stop.js';
import { givenUpTranscript, transcriptOf, unreachedTranscript } from './transcripts.js';

interface Gathered {
  readonly script: Script;
  readonly records: JournalRecord[];
  /** Known when the script has ended. */
  transcript?: Transcript;
}

export class Gathering {
  readonly #first: number;
  readonly #gathered: readonly Gathered[];
  /** How many of the journal's records have been looked at. */
  #read = 0;
  #ended = 0;

  /** `first`: the number that the first of these scripts has in the journal. */
  constructor(scripts: readonly Script[], first: number) {
    this.#first = first;
    this.#gathered = scripts.map((script) => ({ script, records: [] }));
  }

  /** Every script has ended. */
  get isWhole(): boolean {
    return this.#ended === this.#gathered.length;
  }

  /** The transcripts of the scripts that have ended since the last time, of all the records that there are by now. */
  take(records: readonly JournalRecord[]): Transcript[] {
    const taken: Transcript[] = [];
    for (const record of records.slice(this.#read)) {
      const gathered = 'script' in record ? this.#gathered[record.script - this.#first] : undefined;
      if (gathered === undefined) continue;
      gathered.records.push(record);
      if (record.record !== 'end') continue;
      gathered.transcript = transcriptOf(gathered.script, gathered.records, undefined);
      taken.push(gathered.transcript);
    }
    this.#read = records.length;
    this.#ended += taken.length;
    return taken;
  }

  /**
   * The transcripts of all scripts up to the last that was begun, which `end` came to before its own end: it is not run
   * again. One at least, so that the end of a child that had not begun any is not met again and again.
   */
  whole(end: Fault | Stop | undefined): Transcript[] {
    const begun = this.#gathered.findLastIndex(({ records }) => records.length > 0) + 1;
    const count = end === undefined ? this.#gathered.length : Math.max(begun, 1);
    return this.#gathered.slice(0, count).map(({ script, records, transcript }) => {
      if (transcript !== undefined) return transcript;
      if (records.length > 0) return transcriptOf(script, records, end);
      if (end !== undefined && 'why' in end) return givenUpTranscript(script, end.why);
      return unreachedTranscript(script, 'the process ended before the script began');
    });
  }
}
