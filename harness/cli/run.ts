/** `olkconform run`: judge one helper. */
import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';

import { terminalText } from '../../reports/terminal-text.js';
import { certify } from '../certify/certify.js';
import { containmentOf, sandboxModes } from '../certify/containment.js';
import { hostPlaces } from '../certify/host-places.js';
import { select } from '../plan/selection.js';
import { inspectSubject } from '../plan/subject.js';
import { UsageError } from '../plan/usage-error.js';
import { defaultLimits } from '../probe/limits.js';
import type { Selection } from '../record/run-record.js';
import { apartments } from '../script/step.js';
import { conclude } from './conclude.js';
import { configurationOf } from './configuration.js';
import { loadRules } from './load-rules.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { collect } from './options.js';
import { comment } from './output.js';
import { parseReports } from './reports.js';
import { subjectOf } from './subject-option.js';

const defaultTimeoutSeconds = 10;

/**
 * A spare host makes a death cost 0.1 to 0.3 of a start instead of 1.1, but every run pays for its start. With two
 * processors, which the run itself keeps busy, that is 0.15 of a start (npm run bench); with more it is idle time.
 */
const fewestProcessorsForSpare = 3;

const defaultMaxDeaths = 25;

/** The part of a selection that can leave nothing, as it would be stated on the command line. */
function statedText({ only, skip, level }: Selection): string {
  return [
    ...only.map((pattern) => `--only ${pattern}`),
    ...skip.map((pattern) => `--skip ${pattern}`),
    ...(level === 'must' ? ['--level must'] : []),
  ].join(' ');
}

function refuseArguments(args: readonly string[]): void {
  const [first] = args;
  if (first === undefined) return;
  throw new UsageError(
    `run ${args.join(' ')}: run takes options only.`,
    `The helper's DLL is named with --dll, a built-in helper with --example: olkconform run --dll ${first}`,
  );
}

async function run(flags: Record<string, unknown>, signal: AbortSignal): Promise<ExitStatus> {
  const { json, config, ...stated } = flags;
  const configuration = configurationOf(stated, typeof config === 'string' ? config : undefined);
  const selection: Selection = {
    only: configuration.only ?? [],
    skip: configuration.skip ?? [],
    level: configuration.level ?? 'should',
    strict: configuration.strict ?? false,
    tolerated: configuration.tolerate ?? [],
  };
  const targets = parseReports(configuration.report ?? []);
  const { dll, activation, session, apartment, mapiRegistry } = subjectOf(configuration);
  const subject = inspectSubject(dll, activation);
  const selected = select(selection);
  if (selected.length === 0) {
    comment(`olkconform: no check is left by ${terminalText(statedText(selection))}; nothing was judged.`);
    return exitStatus.nothingSelected;
  }
  const places = hostPlaces();
  const sandbox = configuration.sandbox ?? (configuration.example === undefined ? 'auto' : 'off');
  const record = await certify({
    subject,
    activation,
    mapiRegistry,
    heapGuard: configuration.heapGuard ?? false,
    session,
    apartment,
    profile: configuration.profile,
    selection,
    selected,
    loadRules,
    places,
    containment: await containmentOf(sandbox, dll, places),
    limits: { ...defaultLimits, megabytes: configuration.maxMemory ?? defaultLimits.megabytes },
    timeoutMs: (configuration.timeout ?? defaultTimeoutSeconds) * 1000,
    maxDeaths: configuration.maxDeaths ?? defaultMaxDeaths,
    ...(configuration.totalTimeout === undefined ? {} : { totalTimeoutMs: configuration.totalTimeout * 1000 }),
    keepsSpare: availableParallelism() >= fewestProcessorsForSpare,
    signal,
  });
  const status = await conclude(record, { json: json === true, targets });
  return record.stopped === 'interrupt' ? exitStatus.interrupted : status;
}

export function runCommand(program: Command, signal: AbortSignal, finish: (status: ExitStatus) => void): void {
  program
    .command('run')
    .description('judge a helper')
    .option('--dll <FILE>', 'the DLL that holds the helper')
    .option(
      '--export <NAME>',
      'its factory: HRESULT __stdcall NAME(LPCWSTR profile, IUnknown *session, IUnknown **helper)',
    )
    .option('--clsid <GUID>', 'create the helper through DllGetClassObject instead')
    .option(
      '--prepare <NAME>',
      'with --clsid: an export that is told profile and session before each helper is created',
    )
    .option('--registered', 'with --clsid: as the DLL registers itself, in a registry of its own')
    .option(
      '--capture <NAME>',
      "let the vendor's own code make the helper: HRESULT __stdcall NAME(LPCWSTR profile, IUnknown *session)",
    )
    .option('--example <NAME>', 'judge a built-in helper (olkconform list --examples)')
    .addOption(
      new Option(
        '--session <WHOSE>',
        'whose MAPI session the helper hands out (default: auto, found out by counting)',
      ).choices(['own', 'borrowed', 'auto']),
    )
    .addOption(
      new Option(
        '--apartment <KIND>',
        'sta: as in Outlook (default); mta: the multithreaded apartment; second-sta: made in one single-threaded apartment and called from another, where the helper claims that it can be',
      ).choices(apartments),
    )
    .option('--profile <NAME>', 'the profile name that the helper is given, or is known to have')
    .option(
      '--mapi-registry',
      'the registry names the instrumented MAPI as the mail client, for a helper that looks MAPI up there',
    )
    .option(
      '--heap-guard',
      'put what the DLL takes from the heap between pages that cannot be touched, so that a wrong access is found at once',
    )
    .option('--only <PATTERN>', 'judge only these checks (an id, an area, or a pattern with *); repeatable', collect)
    .option('--skip <PATTERN>', 'leave these checks out; repeatable', collect)
    .addOption(new Option('--level <LEVEL>', 'must: leave out what is only recommended').choices(['must', 'should']))
    .option('--strict', 'let what is only recommended (SHOULD) fail the run as well')
    .option('--config <FILE>', 'a JSON file that states any of these options')
    .option('--report <FORMAT=FILE>', 'write a report: json=FILE, junit=FILE …; repeatable', collect)
    .option('--json', 'print the run record instead of the report')
    .option('--timeout <SECONDS>', `deadline for each script (default: ${String(defaultTimeoutSeconds)})`)
    .addOption(
      new Option(
        '--sandbox <MODE>',
        'hold the helper with bubblewrap (Linux): auto, where it works (default for a DLL); require; off (default for an example)',
      ).choices(sandboxModes),
    )
    .option(
      '--max-memory <MB>',
      `memory that the helper's process may take with all it starts (default: ${String(defaultLimits.megabytes)})`,
    )
    .option(
      '--total-timeout <SECONDS>',
      'time for the whole run; what was not judged by then stays open (default: none)',
    )
    .option(
      '--max-deaths <N>',
      `give the rest up after so many processes that died (default: ${String(defaultMaxDeaths)})`,
    )
    .addHelpText(
      'after',
      `
Examples:
  olkconform run --dll helper.dll --export CreateHelper --session borrowed
  olkconform run --example own-session --only hands-off-session
  olkconform run --dll helper.dll --export CreateHelper --report json=result.json`,
    )
    // Refused by ourselves, who know what is likely meant.
    .allowExcessArguments()
    .action(async (flags: Record<string, unknown>, { args }: Command) => {
      refuseArguments(args);
      finish(await run(flags, signal));
    });
}
