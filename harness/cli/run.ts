/** `olkconform run`: judge one helper. */
import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';

import { certify } from '../certify/certify.js';
import { containmentOf, sandboxModes } from '../certify/containment.js';
import { hostPlaces } from '../certify/host-places.js';
import { english, say } from '../language/message.js';
import { select } from '../plan/selection.js';
import { inspectSubject } from '../plan/subject.js';
import { UsageError } from '../plan/usage-error.js';
import { defaultLimits } from '../probe/limits.js';
import type { Selection } from '../record/run-record.js';
import { apartments } from '../script/step.js';
import type { Certificate, CertificateFlags } from './certificate.js';
import { conclude } from './conclude.js';
import { configurationOf } from './configuration.js';
import { loadRules } from './load-rules.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { collect } from './options.js';
import { remark } from './output.js';
import { parseReports } from './reports.js';
import { subjectOf } from './subject-option.js';
import { tell } from './spoken.js';

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
    say('run {args}: run takes options only.', { args: args.join(' ') }),
    say("The helper's DLL is named with --dll, a built-in helper with --example: olkconform run --dll {first}", {
      first,
    }),
  );
}

/** Loaded only where there is to be a certificate. */
async function certificateOf(
  flags: CertificateFlags,
  selection: Selection,
  dll: string,
): Promise<Certificate | undefined> {
  if (Object.values(flags).every((flag) => flag === undefined)) return undefined;
  const { prepareCertificate } = await import('./certificate.js');
  return prepareCertificate(flags, selection, dll);
}

async function run(flags: Record<string, unknown>, signal: AbortSignal): Promise<ExitStatus> {
  const { json, config, certify: certified, sign, out, ...stated } = flags;
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
    remark(say('no check is left by {selection}; nothing was judged.', { selection: statedText(selection) }));
    return exitStatus.nothingSelected;
  }
  const certificate = await certificateOf({ certify: certified, sign, out }, selection, dll);
  const places = hostPlaces();
  const sandbox = configuration.sandbox ?? (configuration.example === undefined ? 'auto' : 'off');
  const record = await certify({
    subject,
    activation,
    mapiRegistry,
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
  if (certificate !== undefined) remark(english(await certificate.write(record)));
  return record.stopped === 'interrupt' ? exitStatus.interrupted : status;
}

export function runCommand(program: Command, signal: AbortSignal, finish: (status: ExitStatus) => void): void {
  program
    .command('run')
    .description(tell('judge a helper'))
    .option('--dll <FILE>', tell('the DLL that holds the helper'))
    .option(
      '--export <NAME>',
      tell('its factory: HRESULT __stdcall NAME(LPCWSTR profile, IUnknown *session, IUnknown **helper)'),
    )
    .option('--clsid <GUID>', tell('create the helper through DllGetClassObject instead'))
    .option(
      '--prepare <NAME>',
      tell('with --clsid: an export that is told profile and session before each helper is created'),
    )
    .option('--registered', tell('with --clsid: as the DLL registers itself, in a registry of its own'))
    .option(
      '--capture <NAME>',
      tell("let the vendor's own code make the helper: HRESULT __stdcall NAME(LPCWSTR profile, IUnknown *session)"),
    )
    .option('--example <NAME>', tell('judge a built-in helper (olkconform list --examples)'))
    .addOption(
      new Option(
        '--session <WHOSE>',
        tell('whose MAPI session the helper hands out (default: auto, found out by counting)'),
      ).choices(['own', 'borrowed', 'auto']),
    )
    .addOption(
      new Option(
        '--apartment <KIND>',
        tell(
          'sta: as in Outlook (default); mta: the multithreaded apartment; second-sta: made in one single-threaded apartment and called from another, where the helper claims that it can be',
        ),
      ).choices(apartments),
    )
    .option('--profile <NAME>', tell('the profile name that the helper is given, or is known to have'))
    .option(
      '--mapi-registry',
      tell('the registry names the instrumented MAPI as the mail client, for a helper that looks MAPI up there'),
    )
    .option(
      '--only <PATTERN>',
      tell('judge only these checks (an id, an area, or a pattern with *); repeatable'),
      collect,
    )
    .option('--skip <PATTERN>', tell('leave these checks out; repeatable'), collect)
    .addOption(
      new Option('--level <LEVEL>', tell('must: leave out what is only recommended')).choices(['must', 'should']),
    )
    .option('--strict', tell('let what is only recommended (SHOULD) fail the run as well'))
    .option('--config <FILE>', tell('a JSON file that states any of these options'))
    .option('--report <FORMAT=FILE>', tell('write a report: json=FILE, junit=FILE …; repeatable'), collect)
    .option('--json', tell('print the run record instead of the report'))
    .option(
      '--timeout <SECONDS>',
      tell(say('deadline for each script (default: {seconds})', { seconds: defaultTimeoutSeconds })),
    )
    .option('--certify', tell(english('write a signed certificate of the run, which olkconform verify checks')))
    .option('--sign <KEY>', tell(english('with --certify: the private key (olkconform keygen makes one)')))
    .option(
      '--out <PATH>',
      tell(english('with --certify: the file of the certificate, or the folder that it goes into')),
    )
    .addOption(
      new Option(
        '--sandbox <MODE>',
        tell(
          'hold the helper with bubblewrap (Linux): auto, where it works (default for a DLL); require; off (default for an example)',
        ),
      ).choices(sandboxModes),
    )
    .option(
      '--max-memory <MB>',
      tell(
        say("memory that the helper's process may take with all it starts (default: {megabytes})", {
          megabytes: defaultLimits.megabytes,
        }),
      ),
    )
    .option(
      '--total-timeout <SECONDS>',
      tell('time for the whole run; what was not judged by then stays open (default: none)'),
    )
    .option(
      '--max-deaths <N>',
      tell(say('give the rest up after so many processes that died (default: {deaths})', { deaths: defaultMaxDeaths })),
    )
    .addHelpText(
      'after',
      `
${tell('Examples:')}
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
