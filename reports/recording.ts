/** What `olkconform record` recorded, a line a call. */
import { iid } from '../harness/catalogue/guids.js';
import { hex32, hresultText } from '../harness/catalogue/hresults.js';
import type { RecordedCall } from '../harness/record/recording.js';
import { cut } from './cut.js';
import { terminalText } from './terminal-text.js';

const interfaceNames = new Map<string, string>(Object.entries(iid).map(([name, id]) => [id, name]));

/** A name of a profile may be long; the file of the recording has it whole. */
const longestIdentity = 60;

function argumentsOf({ method, iid: asked = '', out, pcch, identity }: RecordedCall): string[] {
  const pointer = out === null ? 'NULL' : '&out';
  switch (method) {
    case 'QueryInterface':
      return [interfaceNames.get(asked) ?? asked, pointer];
    case 'GetIdentity':
      return [
        identity === null ? 'NULL' : 'buffer',
        pcch === null || pcch === undefined ? 'NULL' : `&${String(pcch.before)}`,
      ];
    case 'Placeholder1':
    case 'GetMapiSession':
      return [pointer];
    case 'AddRef':
    case 'Release':
    case 'HandsOffSession':
      return [];
  }
}

function textOf(units: string): string {
  const text = (units.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
  return terminalText(cut(text, longestIdentity));
}

function answerOf({ method, answer, threw, out, pcch, identity }: RecordedCall): string {
  if (threw !== undefined) return `exception ${hex32(threw)}`;
  if (method === 'AddRef' || method === 'Release') return String(answer);
  const held = out === null || out === undefined || method === 'Placeholder1' ? [] : [out];
  return [
    hresultText(answer),
    ...(pcch === null || pcch === undefined ? [] : [`*pcch ${String(pcch.after)}`]),
    ...(identity === null || identity === undefined || identity === '' ? [] : [`"${textOf(identity)}"`]),
    ...held.map(({ pointer, session }) => (session === null ? pointer : `${pointer}, session ${String(session)}`)),
  ].join(', ');
}

/** Number, thread, microseconds since the first call, object, call and answer. */
export function recordingText(calls: readonly RecordedCall[]): string {
  const rows = calls.map((call, index) => [
    String(index + 1),
    String(call.thread),
    call.at.toFixed(1),
    call.on,
    `${call.method}(${argumentsOf(call).join(', ')})`,
    answerOf(call),
  ]);
  const width = (column: number): number => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0));
  const widths = [0, 1, 2, 3, 4].map(width);
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column < 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ');
  return rows.map((row) => `${line(row)}\n`).join('');
}
