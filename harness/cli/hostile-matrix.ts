/** The matrix of `selftest --hostile` as text: a row a fault, a column a place. */
import { say } from '../language/message.js';
import { tell } from './spoken.js';
import { hostileFaults, hostilePlaces, type HostileCell } from '../certify/hostile.js';

const width = 16;

export function matrixText(cells: readonly HostileCell[]): string {
  const of = (fault: string, place: string): string => {
    const cell = cells.find((each) => each.fault === fault && each.place === place);
    return cell === undefined ? '' : cell.wrong === null ? cell.end : tell(say('WRONG {end}', { end: cell.end }));
  };
  const row = (name: string, texts: readonly string[]): string =>
    [name.padEnd(22), ...texts.map((text) => text.padEnd(width))].join('').trimEnd();
  const wrong = cells.filter((cell) => cell.wrong !== null);
  return [
    row('', hostilePlaces),
    ...hostileFaults.map((fault) =>
      row(
        fault,
        hostilePlaces.map((place) => of(fault, place)),
      ),
    ),
    ...wrong.map(({ fault, place, wrong: why }) => `${fault}@${place}: ${String(why)}`),
    tell(say('{right} of {cells} cells right', { right: cells.length - wrong.length, cells: cells.length })),
    '',
  ].join('\n');
}
