/** `olkconform run`: judge one helper. */
import { type Command, Option } from 'commander';

import { sandboxModes } from '../certify/containment.js';
import { listed, say } from '../language/message.js';
import { parseShard } from '../plan/shard.js';
import { UsageError } from '../plan/usage-error.js';
import { defaultLimits } from '../probe/limits.js';
import { defaultDepth } from '../record/exploration.js';
import { declaredSessions } from '../record/run-record.js';
import { apartments } from '../script/step.js';
import { configurationsOf, type NamedConfiguration } from './configuration.js';
import type { ExitStatus } from './exit-status.js';
import { collect } from './options.js';
import { carryOut } from './carry-out.js';
import { defaultMaxDeaths, defaultSeed, defaultTimeoutSeconds, prepareRun, type Call } from './prepared-run.js';
import { spareModes } from './spare-mode.js';
import { tell } from './spoken.js';

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

/** What is printed for machines, signed or written back is the outcome of one run. */
function refuseToRepeat({ json, certify, updateBaseline }: Record<string, unknown>): void {
  const given = Object.entries({ '--json': json, '--certify': certify, '--update-baseline': updateBaseline }).flatMap(
    ([option, value]) => (value === undefined ? [] : option),
  );
  if (given.length === 0) return;
  throw new UsageError(
    say('--watch does not go with {options}: it runs again and again.', { options: listed(given) }),
    'Leave one of them out.',
  );
}

async function run(flags: Record<string, unknown>, signal: AbortSignal): Promise<ExitStatus> {
  const { json, config, helper, shard, updateBaseline, certify, sign, out, watch, open, ...stated } = flags;
  const call: Call = {
    json: json === true,
    opens: open === true,
    ...(typeof config === 'string' ? { config } : {}),
    updatesBaseline: updateBaseline === true,
    today: new Date().toISOString().slice(0, '2027-01-31'.length),
    ...(typeof shard === 'string' ? { shard: parseShard(shard) } : {}),
    certificate: { certify, sign, out },
  };
  const wanted = Array.isArray(helper) ? helper.map(String) : [];
  const helpersOf = (): NamedConfiguration[] => configurationsOf(stated, call.config, wanted);
  const carryOutAll = async (helpers: readonly NamedConfiguration[], isFirst: boolean): Promise<ExitStatus> => {
    // The page that is open already is read again by whoever looks at it.
    const one = { ...call, opens: call.opens && isFirst };
    const [first, ...others] = helpers;
    if (first !== undefined && others.length === 0) return carryOut(await prepareRun(first.configuration, one), signal);
    const { runAll } = await import('./run-all.js');
    return runAll(helpers, one, signal);
  };
  if (watch !== true) return carryOutAll(helpersOf(), true);
  refuseToRepeat(flags);
  const { watchAndRun } = await import('./watch.js');
  return watchAndRun({ config: call.config, helpers: helpersOf, carryOut: carryOutAll }, signal);
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
      ).choices(declaredSessions),
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
    .addOption(
      new Option(
        '--mapi <WHOSE>',
        tell(
          "instrumented: the harness's own MAPI, which counts calls and references (default); system: the machine's own, Outlook's, with --profile",
        ),
      ).choices(['instrumented', 'system']),
    )
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
    .option(
      '--depth <N>',
      tell(say('try all sequences of calls up to this length; 0: none (default: {depth})', { depth: defaultDepth })),
    )
    .option('--strict', tell('let what is only recommended (SHOULD) fail the run as well'))
    .option(
      '--baseline <FILE>',
      tell('a JSON file of failures that are known: they warn; one that is gone is an error'),
    )
    .option('--update-baseline', tell('write the baseline anew: what fails now, with the reasons that were there'))
    .option(
      '--shard <i/n>',
      tell('judge the i-th of n parts of the checks; olkconform merge puts the records together'),
    )
    .option(
      '--sequence <PATH>',
      tell(
        'judge a sequence of your own as well: a file, a folder of them, built-in for all that come with olkconform; repeatable',
      ),
      collect,
    )
    .option('--config <FILE>', tell('a JSON file that states any of these options'))
    .option('--helper <NAME>', tell('of several helpers in the configuration judge only this one; repeatable'), collect)
    .option('--report <FORMAT=FILE>', tell('write a report: json=FILE, junit=FILE …; repeatable'), collect)
    .option('--json', tell('print the run record instead of the report'))
    .option('--open', tell('open the HTML page (--report html=FILE) when it is written'))
    .option(
      '--watch',
      tell('run again whenever the DLL, the configuration, the baseline or a sequence changes, until Ctrl-C'),
    )
    .option(
      '--timeout <SECONDS>',
      tell(say('deadline for each script (default: {seconds})', { seconds: defaultTimeoutSeconds })),
    )
    .option('--certify', tell('write a signed certificate of the run, which olkconform verify checks'))
    .option('--sign <KEY>', tell('with --certify: the private key (olkconform keygen makes one)'))
    .option('--out <PATH>', tell('with --certify: the file of the certificate, or the folder that it goes into'))
    .option(
      '--heap-guard',
      tell(
        'put what the DLL takes from the heap between pages that cannot be touched, so that a wrong access is found at once',
      ),
    )
    .addOption(
      new Option(
        '--sandbox <MODE>',
        tell(
          'hold the helper with bubblewrap (Linux): auto, where it works (default for a DLL); require; off (default for an example)',
        ),
      ).choices(sandboxModes),
    )
    .addOption(
      new Option(
        '--spare <MODE>',
        tell(
          'keep a second host ready, so that a process that dies costs little: auto, with three processors or more (default); on; off',
        ),
      ).choices(spareModes),
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
    .option(
      '--random <N>',
      tell('try so many sequences of calls that are made at random, each on a fresh helper (default: none)'),
    )
    .option(
      '--seed <S>',
      tell(say('with --random: the same number makes the same sequences (default: {seed})', { seed: defaultSeed })),
    )
    .option(
      '--soak <N>',
      tell('let so many helpers live one after the other, and see whether anything grows (default: none)'),
    )
    // Refused by ourselves, who know what is likely meant.
    .allowExcessArguments()
    .action(async (flags: Record<string, unknown>, { args }: Command) => {
      refuseArguments(args);
      finish(await run(flags, signal));
    });
}
