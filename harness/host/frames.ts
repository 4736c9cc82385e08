/**
 * Messages to the controller. The vendor's DLL shares this process's stdout and may print to it or close it, so each
 * message is framed: a record separator, the token that only controller and child know, JSON, a line feed.
 */
import { writeSync } from 'node:fs';
import type { HostEvent } from '../record/host-event.js';

const stdout = 1;
const recordSeparator = '\x1e';

export function sendFrame(token: string, message: HostEvent): void {
  const frame = Buffer.from(`${recordSeparator}${token} ${JSON.stringify(message)}\n`);
  try {
    for (let sent = 0; sent < frame.length;) {
      sent += writeSync(stdout, frame, sent);
    }
  } catch {
    // The DLL has closed stdout. The journal tells the controller all the same what happened.
  }
}
