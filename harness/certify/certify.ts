/** A whole run: from what the user asked for to the run record. */
import { noContainment, type Containment } from './containment.js';
import { candidateBindings, runSurvey } from './run-survey.js';
import type { Judged } from './judge.js';
import { environmentOf, toolIdentity } from './identity.js';
import { systemFolders } from './host-places.js';
import { symbolsOf } from './symbols-of.js';
import { refusedLoad, refuseUnknownClass } from './refusals.js';
import type { SubjectFile } from '../plan/subject.js';
import { makePlan, type Plan } from '../plan/plan.js';
import { HarnessFault } from '../probe/harness-fault.js';
import { defaultLimits, type Limits } from '../probe/limits.js';
import { LoadRefused, Probe } from '../probe/probe.js';
import type { HostPlaces } from '../probe/launch.js';
import type { Activation, RunRecord, Selection, Subject } from '../record/run-record.js';
import { schemaVersion } from '../record/run-record.js';
import type { Rule } from '../rule/rule.js';
import type { Binding } from '../script/draft.js';

export interface CertifyOptions {
  readonly subject: SubjectFile;
  readonly activation: Activation;
  /** The registry names the instrumented MAPI as the mail client, for a helper that looks MAPI up there. */
  readonly mapiRegistry: boolean;
  readonly session: Subject['session']['declared'];
  /** The apartment in which scripts run that do not choose one. */
  readonly apartment: Subject['apartment'];
  /** The profile name that the user stated; undefined: the harness chooses one. */
  readonly profile: string | undefined;
  readonly selection: Selection;
  /** What `select` made of the selection. */
  readonly selected: readonly string[];
  /** Asked for when the child is on its way: loading the rules takes a while. */
  readonly loadRules: () => Promise<readonly Rule[]>;
  readonly places: HostPlaces;
  readonly timeoutMs: number;
  readonly maxDeaths: number;
  /** Left out: the child is in no sandbox. */
  readonly containment?: Containment;
  /** Left out: the default ones. */
  readonly limits?: Limits;
  readonly signal?: AbortSignal;
}

/** The name that a helper is given when the user states none. */
const defaultProfile = 'olkconform profile';

/** One plan for each way to offer a session. Rules, plans and Mocha are made ready while the child starts. */
async function makePlans(options: CertifyOptions, profileCanBeTold: boolean): Promise<[Plan, ...Plan[]]> {
  const rules = await options.loadRules();
  const profile = options.profile ?? defaultProfile;
  const [first, ...others] = candidateBindings(options.session, {
    profile,
    profileCanBeTold,
    apartment: options.apartment,
  });
  const planOf = (binding: Binding): Plan => makePlan(rules, options.selected, binding);
  return [planOf(first), ...others.map(planOf)];
}

/**
 * @throws UsageError when Windows refuses to load the DLL, NotHandedOver when the helper cannot be called from the
 * apartment that was asked for, Interrupted when the signal came, HarnessFault when the harness itself is at fault.
 */
export async function certify(options: CertifyOptions): Promise<RunRecord> {
  const startedAt = new Date();
  const { subject, activation, signal, containment = noContainment, limits = defaultLimits } = options;
  const canBeTold = activation.kind === 'factory' || activation.kind === 'capture' || activation.prepare !== null;
  const profile = {
    name: options.profile ?? defaultProfile,
    isKnown: canBeTold || options.profile !== undefined,
    canBeTold,
  };
  const probe = new Probe({
    places: options.places,
    dll: subject.path,
    activation,
    mapiRegistry: options.mapiRegistry,
    timeoutMs: options.timeoutMs,
    maxDeaths: options.maxDeaths,
    limits,
    ...(containment.sandbox === undefined ? {} : { sandbox: containment.sandbox }),
    symbolAt: symbolsOf(subject.path),
    ...(signal === undefined ? {} : { signal }),
  });
  try {
    const [, { judge }, plans] = await Promise.all([
      probe.start(),
      import('./judge.js'),
      makePlans(options, canBeTold),
    ]);
    const { plan, transcripts: surveyed, isNew } = await runSurvey(probe, plans);
    const transcripts = [...surveyed, ...(await probe.run(plan.scripts.filter(isNew), { isLast: true }))];
    refuseUnknownClass(subject, activation, transcripts);
    const { load } = probe;
    if (load === undefined) throw new HarnessFault('the DLL was never loaded');
    const judgeAll = (): Promise<Judged> =>
      judge(plan, transcripts, {
        facts: { profileIsKnown: profile.isKnown, machine: subject.machine },
        selection: options.selection,
        load,
        faults: [...probe.faults],
      });
    // The child comes to its end while the transcripts are judged. How it does may be a finding too, which is rare.
    const known = probe.faults.length;
    const [early] = await Promise.all([judgeAll(), probe.close()]);
    const judged = probe.faults.length === known ? early : await judgeAll();
    return {
      schemaVersion,
      tool: toolIdentity(),
      subject: {
        path: subject.path,
        sha256: subject.sha256,
        machine: subject.machine,
        activation,
        apartment: options.apartment,
        mapiRegistry: options.mapiRegistry,
        profile,
        session: {
          declared: options.session,
          offered: plan.binding.session === 'offered',
          observed: judged.behaviour ?? 'unknown',
        },
      },
      environment: environmentOf(options.places, containment.told),
      startedAt: startedAt.toISOString(),
      durationMs: Date.now() - startedAt.getTime(),
      selection: options.selection,
      summary: judged.summary,
      checks: judged.checks,
      faults: probe.faults,
      leftBehind: probe.leftBehind,
      load,
      transcripts,
    };
  } catch (error) {
    if (error instanceof LoadRefused) throw refusedLoad(subject, error.error, systemFolders(options.places));
    throw error;
  } finally {
    await probe.close();
  }
}
