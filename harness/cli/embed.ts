/**
 * `import { certify } from 'olkconform'`: a run for those who embed it, in their own Mocha for example. The same as
 * `olkconform run`, but nothing is printed, and the run record comes back instead of an exit status.
 */
import english from 'zod/v4/locales/en.js';
import { config as configureSchemas } from 'zod/mini';

import { inEnglish, say } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import type { RunRecord } from '../record/run-record.js';
import { configurationsOf } from './configuration.js';
import { judgePrepared, prepareRun, statedText } from './prepared-run.js';
import { writeReports } from './reports.js';

export type { Check, RunRecord, Verdict } from '../record/run-record.js';
export { defineSequence, type SequenceForm } from '../sequence/form.js';

/** A failure that is known, and warns only. */
export interface KnownFailure {
  /** The id of a check. */
  readonly id: string;
  readonly reason: string;
  readonly url?: string;
  /** The last day on which it is tolerated: 2027-01-31. */
  readonly until?: string;
}

/** What `olkconform run` can be told, under the names of the configuration file (docs/configuration.md). */
export interface CertifyOptions {
  /** The DLL that holds the helper, named from the current folder. */
  readonly dll?: string;
  /** The helper's factory; `CreateHelper` when no other way in is given. */
  readonly export?: string;
  /** Create the helper through DllGetClassObject instead. */
  readonly clsid?: string;
  /** With `clsid`: an export that is told profile and session before each helper is created. */
  readonly prepare?: string;
  /** With `clsid`: as the DLL registers itself, in a registry of its own. */
  readonly registered?: boolean;
  /** An export of the vendor's own code that makes the helper. */
  readonly capture?: string;
  /** A built-in helper instead of a DLL. */
  readonly example?: string;
  /** Whose MAPI session the helper hands out; `auto`, found out by counting, when it is not said. */
  readonly session?: 'own' | 'borrowed' | 'auto';
  readonly apartment?: 'sta' | 'mta' | 'second-sta';
  /** The profile name that the helper is given, or is known to have. */
  readonly profile?: string;
  /** `system`: the machine's own MAPI, by that profile; `instrumented`, which counts, when it is not said. */
  readonly mapi?: 'instrumented' | 'system';
  readonly mapiRegistry?: boolean;
  readonly heapGuard?: boolean;
  /** Judge only these: ids, areas, or patterns with `*`. */
  readonly only?: string | readonly string[];
  /** Leave these out. */
  readonly skip?: string | readonly string[];
  /** `must`: leave out what is only recommended. */
  readonly level?: 'must' | 'should';
  /** What is only recommended fails the run as well. */
  readonly strict?: boolean;
  readonly tolerate?: readonly KnownFailure[];
  /** All sequences of calls are tried up to this length; 0: none. */
  readonly depth?: number;
  /** A file of known failures. */
  readonly baseline?: string;
  /** Reports to write, each `FORMAT=FILE`. */
  readonly report?: string | readonly string[];
  /** Whether bubblewrap holds the helper (Linux). */
  readonly sandbox?: 'auto' | 'require' | 'off';
  /** Whether a second host is kept ready for a process that dies; `auto`: with three processors or more. */
  readonly spare?: 'auto' | 'on' | 'off';
  /** Megabytes that the helper's process may take with all it starts. */
  readonly maxMemory?: number;
  /** Seconds that each script may take. */
  readonly timeout?: number;
  /** Seconds for the whole run; what was not judged by then stays open. */
  readonly totalTimeout?: number;
  /** After so many processes that died the rest is given up. */
  readonly maxDeaths?: number;
  /** Sequences of your own: files, folders of them, or `built-in`. */
  readonly sequence?: string | readonly string[];
  /** So many sequences of calls are made at random and tried. */
  readonly random?: number;
  /** With `random`: the same one makes the same sequences. */
  readonly seed?: number;
  /** So many helpers live one after the other, to see whether anything grows. */
  readonly soak?: number;
  /** A configuration file, which states what is not stated here. */
  readonly config?: string;
  /** Of several helpers in the configuration file, the one that is meant. */
  readonly helper?: string;
  /** Ends the run before its time: the record says so, and what was not judged is inconclusive. */
  readonly signal?: AbortSignal;
  /** Told how far the run is. */
  readonly progress?: (what: string, done: number, of: number) => void;
}

/** What the caller can put right has a message that says what is wrong, and what to do about it. */
function explained(error: unknown): unknown {
  if (!(error instanceof UsageError)) return error;
  const told = new Error(`${error.message} ${inEnglish(error.whatToDo)}`, { cause: error });
  told.name = error.name;
  return told;
}

/**
 * Judges one helper, and writes the reports that were asked for.
 * @throws Error named `UsageError` for options, files or a DLL that nothing can be judged by; `summary.verdict` of the
 * record says everything else: only `conformant` is a pass.
 */
export async function certify(options: CertifyOptions): Promise<RunRecord> {
  const { config, helper, signal, progress, ...stated } = options;
  configureSchemas(english());
  try {
    const [chosen, another] = configurationsOf(stated, config, helper === undefined ? [] : [helper]);
    if (chosen === undefined || another !== undefined)
      throw new UsageError('The configuration has several helpers.', 'Say which one: helper.');
    const prepared = await prepareRun(chosen.configuration, {
      json: false,
      opens: false,
      ...(config === undefined ? {} : { config }),
      updatesBaseline: false,
      certificate: { certify: undefined, sign: undefined, out: undefined },
      today: new Date().toISOString().slice(0, '2027-01-31'.length),
    });
    if (prepared.selected.length === 0) {
      const selection = statedText(prepared.selection);
      throw new UsageError(
        say('no check is left by {selection}; nothing was judged.', { selection }),
        'Select at least one check.',
      );
    }
    const record = await judgePrepared(prepared, {
      isToBeCertified: false,
      signal,
      progress:
        progress === undefined
          ? undefined
          : (what, done, of) => {
              progress(inEnglish(what), done, of);
            },
    });
    await writeReports(record, prepared.targets);
    return record;
  } catch (error) {
    throw explained(error);
  }
}
