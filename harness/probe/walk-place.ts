/**
 * Where the child's walker is, from the journal's header: OlkPlace of harness/host/native/walk.h. The vendor's code can write
 * to it, so it is believed only as far as the story of a death goes.
 */
import { letters } from '../record/exploration.js';

const placeOffset = 24;

export interface WalkPlace {
  /** The number of the walk; 0: there was none. */
  readonly walk: number;
  /** Of the sequence: -1 creating its helper, its length letting everything go. */
  readonly step: number;
  readonly length: number;
  /** Of the sequence among those of its length, in the list, or of the cycle. */
  readonly number: number;
}

export function placeIn(header: Buffer): WalkPlace {
  return {
    walk: header.readUInt32LE(placeOffset),
    step: Math.max(-1, header.readInt32LE(placeOffset + 4)),
    length: header.readUInt32LE(placeOffset + 8),
    number: Number(header.readBigUInt64LE(placeOffset + 16)),
  };
}

/** The sequence of that length that has this number: its letters are the digits to the base of their count. */
export function spelled(length: number, number: number): string {
  let rest = number;
  let sequence = '';
  for (let at = 0; at < length; at += 1) {
    sequence = `${letters[rest % letters.length] ?? ''}${sequence}`;
    rest = Math.floor(rest / letters.length);
  }
  return sequence;
}
