/**
 * What a DLL has started and left behind. Each child has a mark of its own in its environment, which whatever it starts
 * inherits, unless it takes care not to. On Windows the job of the child does this; here the process table is searched.
 */
import { readdirSync, readFileSync } from 'node:fs';

const processes = '/proc';

/** The name of the mark's variable. It is no secret, and says nothing of the run. */
export const markName = 'OLKCONFORM_CHILD';

/** Wine's own, which the first Windows process starts for all that come after it. */
const wineServices = /\b(services|winedevice|plugplay|svchost|rpcss|explorer|conhost|winemenubuilder)\.exe/i;

function textOf(pid: string, file: string): string {
  try {
    return readFileSync(`${processes}/${pid}/${file}`, 'latin1');
  } catch {
    // It has ended meanwhile, or is somebody else's.
    return '';
  }
}

/** Ends every process that carries the mark. To be called when the marked child itself has ended. */
export function endSurvivors(mark: string): void {
  if (process.platform !== 'linux') return;
  const pids = readdirSync(processes).filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    const isMarked = textOf(pid, 'environ').split('\0').includes(`${markName}=${mark}`);
    if (!isMarked || wineServices.test(textOf(pid, 'cmdline'))) continue;
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
}
