import type { RunRecord } from '../record/run-record.js';

type Beside = Pick<RunRecord, 'leftBehind' | 'stopped' | 'explorations' | 'trials' | 'soak' | 'replays'>;

/** What shards have beside their transcripts. Of them one alone has the check that sequences are tried for, and so with each of its kind. */
export function mergedBeside(records: readonly RunRecord[]): Beside {
  const explorations = records.find((record) => record.explorations !== undefined)?.explorations;
  const trials = records.find((record) => record.trials !== undefined)?.trials;
  const soak = records.find((record) => record.soak !== undefined)?.soak;
  const replays = records.flatMap((record) => record.replays ?? []);
  return {
    leftBehind: records.flatMap(({ leftBehind }) => leftBehind),
    stopped: records.find(({ stopped }) => stopped !== null)?.stopped ?? null,
    ...(explorations === undefined ? {} : { explorations }),
    ...(trials === undefined ? {} : { trials }),
    ...(soak === undefined ? {} : { soak }),
    ...(replays.length === 0 ? {} : { replays }),
  };
}
