/**
 * The child's messages on its stdout, which the vendor's DLL may also print to: a frame is a record separator, the
 * child's token (a secret of this child, made for this run), a space, JSON without line breaks, and a line feed.
 * Everything else is noise, and dropped.
 */
import { StringDecoder } from 'node:string_decoder';

import { hostEventSchema, type HostEvent } from '../record/host-event.js';

/** A frame is far shorter; what grows beyond this without a line feed is noise, whatever it begins with. */
const longestFrame = 64 * 1024;

export class FrameReader {
  readonly #start: string;
  readonly #decoder = new StringDecoder('utf8');
  #pending = '';

  constructor(token: string) {
    this.#start = `\u001e${token} `;
  }

  /** Takes the next bytes of stdout and gives the events that are complete with them, in order. */
  read(chunk: Buffer): HostEvent[] {
    this.#pending += this.#decoder.write(chunk);
    const events: HostEvent[] = [];
    for (;;) {
      const start = this.#pending.indexOf(this.#start);
      if (start < 0) {
        // The beginning of a frame may be split between two chunks.
        this.#pending = this.#pending.slice(-this.#start.length);
        return events;
      }
      const end = this.#pending.indexOf('\n', start);
      if (end < 0) {
        this.#pending = this.#pending.slice(start);
        if (this.#pending.length > longestFrame) this.#pending = '';
        return events;
      }
      const event = parse(this.#pending.slice(start + this.#start.length, end));
      if (event === undefined) this.#pending = this.#pending.slice(start + this.#start.length);
      else {
        events.push(event);
        this.#pending = this.#pending.slice(end + 1);
      }
    }
  }
}

function parse(text: string): HostEvent | undefined {
  try {
    return hostEventSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
