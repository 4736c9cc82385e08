/** Which helper is meant: a DLL and the way in, or a built-in example. */
import { activationOfExample, dllOf, findExample } from '../certify/examples.js';
import { listed, say } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import type { Activation, Subject } from '../record/run-record.js';
import type { Apartment } from '../script/step.js';
import type { Configuration } from './configuration-schema.js';

export interface SubjectOption {
  readonly dll: string;
  readonly activation: Activation;
  readonly session: Subject['session']['declared'];
  readonly apartment: Apartment;
  readonly mapiRegistry: boolean;
  /** Absent: the instrumented one. */
  readonly mapi?: 'system';
}

const defaultExport = 'CreateHelper';

function activationOf({ export: factory, clsid, prepare, registered, capture }: Configuration): Activation {
  const ways = [
    factory !== undefined && '--export',
    clsid !== undefined && '--clsid',
    capture !== undefined && '--capture',
  ];
  const given = ways.filter((way) => way !== false);
  if (given.length > 1) {
    throw new UsageError(say('{options} are different ways in.', { options: listed(given) }), 'Give one of them.');
  }
  if (capture !== undefined) return { kind: 'capture', export: capture };
  if (clsid !== undefined)
    return { kind: registered === true ? 'registered' : 'class', clsid, prepare: prepare ?? null };
  if (prepare !== undefined || registered === true) {
    throw new UsageError(
      '--prepare and --registered go with --clsid.',
      'A factory (--export) is told profile and session itself.',
    );
  }
  return { kind: 'factory', export: factory ?? defaultExport };
}

/** An example has a way in that shows what is special about it; another one would be judged as something else. */
function refuseOtherWaysIn(
  { export: factory, clsid, prepare, registered, capture }: Configuration,
  { name, dll }: { readonly name: string; readonly dll: string },
): void {
  const given = Object.entries({ export: factory, clsid, prepare, registered, capture })
    .filter(([, value]) => value !== undefined)
    .map(([option]) => `--${option}`);
  if (given.length === 0) return;
  throw new UsageError(
    say('--example {name} has its own way in: it does not go with {options}.', { name, options: listed(given) }),
    say('Give the DLL itself: --dll {dll}', { dll }),
  );
}

/** @throws UsageError where what is asked for needs the instrumented MAPI, or a profile. */
function mapiOf({ mapi, profile, mapiRegistry, depth = 0, random, soak }: Configuration): Pick<SubjectOption, 'mapi'> {
  if (mapi !== 'system') return {};
  if (profile === undefined)
    throw new UsageError(
      "--mapi system: the machine's own MAPI has to be logged on to, and no profile was named.",
      'Name one that this user has: --profile NAME.',
    );
  const given = [
    mapiRegistry === true && '--mapi-registry',
    depth > 0 && '--depth',
    random !== undefined && '--random',
    soak !== undefined && '--soak',
  ].filter((option) => option !== false);
  if (given.length > 0)
    throw new UsageError(
      say('--mapi system does not go with {options}, which the instrumented MAPI is needed for.', {
        options: listed(given),
      }),
      'Leave it out here, and ask for it in a run without --mapi.',
    );
  return { mapi };
}

export function subjectOf(configuration: Configuration): SubjectOption {
  const { dll, example: name, session, apartment, mapiRegistry } = configuration;
  const mapi = mapiOf(configuration);
  if (name !== undefined) {
    if (dll !== undefined) throw new UsageError('--dll and --example both name a helper.', 'Give one of them.');
    const example = findExample(name);
    const path = dllOf(example);
    refuseOtherWaysIn(configuration, { name, dll: path });
    return {
      dll: path,
      activation: activationOfExample(example),
      session: session ?? example.session,
      apartment: apartment ?? example.apartment ?? 'sta',
      ...mapi,
      mapiRegistry: mapi.mapi === undefined && (mapiRegistry ?? example.mapiRegistry ?? false),
    };
  }
  if (dll === undefined) {
    throw new UsageError(
      'No helper was named.',
      'Give --dll FILE and --export NAME, or try one that is built in: olkconform run --example own-session',
    );
  }
  return {
    dll,
    activation: activationOf(configuration),
    session: session ?? 'auto',
    apartment: apartment ?? 'sta',
    ...mapi,
    mapiRegistry: mapiRegistry ?? false,
  };
}
