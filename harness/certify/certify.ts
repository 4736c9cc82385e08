/** A whole run: from what the user asked for to the run record. */
import { tmpdir } from 'node:os';

import { noContainment, type Containment } from './containment.js';
import { candidateBindings } from './candidate-bindings.js';
import { Docket } from './docket.js';
import { furtherOf, inRecord, tryFurther, type Brought } from './further.js';
import { runSurvey } from './run-survey.js';
import type { JudgeOptions } from './judge.js';
import { environmentOf, toolIdentity } from './identity.js';
import { systemFolders } from './host-places.js';
import { symbolsOf } from './symbols-of.js';
import { refused, refusedChange, refuseUnknownClass } from './refusals.js';
import { requireRoom } from './room.js';
import { RunTime } from './run-time.js';
import type { TellProgress } from './tell-progress.js';
import { shardOf } from '../plan/shard.js';
import type { SubjectFile } from '../plan/subject.js';
import { makePlan, type Plan } from '../plan/plan.js';
import { isUnchanged } from '../plan/unchanged.js';
import { HarnessFault } from '../probe/harness-fault.js';
import { Interrupted } from '../probe/interrupted.js';
import { defaultLimits, type Limits } from '../probe/limits.js';
import { Probe } from '../probe/probe.js';
import type { HostPlaces } from '../probe/launch.js';
import { stopOf } from '../probe/stop.js';
import type { Activation, RunRecord, Selection, Stopped, Subject, Transcript } from '../record/run-record.js';
import { schemaVersion } from '../record/run-record.js';
import type { RecordedSequence } from '../record/sequence.js';
import type { Fault, Load } from '../record/transcript.js';
import type { Rule } from '../rule/rule.js';
import type { Binding } from '../script/draft.js';

export interface CertifyOptions {
  readonly subject: SubjectFile;
  readonly activation: Activation;
  /** The registry names the instrumented MAPI as the mail client, for a helper that looks MAPI up there. */
  readonly mapiRegistry: boolean;
  /** Whose MAPI it is judged against; left out: the instrumented one. The machine's own needs a profile. */
  readonly mapi?: 'system' | undefined;
  /** What the DLL takes from the heap is guarded; left out: it is not. */
  readonly heapGuard?: boolean;
  readonly session: Subject['session']['declared'];
  /** The apartment in which scripts run that do not choose one. */
  readonly apartment: Subject['apartment'];
  /** The profile name that the user stated; undefined: the harness chooses one. */
  readonly profile: string | undefined;
  readonly selection: Selection;
  /** What `select` made of the selection; a shard is yet to be taken of it. */
  readonly selected: readonly string[];
  /** Sequences to judge beside the catalogue; left out: none. */
  readonly sequences?: readonly RecordedSequence[];
  /** Asked for when the child is on its way: loading the rules takes a while. */
  readonly loadRules: () => Promise<readonly Rule[]>;
  readonly places: HostPlaces;
  readonly timeoutMs: number;
  readonly maxDeaths: number;
  /** Left out: the child is in no sandbox. */
  readonly containment?: Containment;
  /** Left out: the default ones. */
  readonly limits?: Limits;
  /** What the whole run may take; undefined: it is not bounded. */
  readonly totalTimeoutMs?: number;
  /** A host is kept ready for the case that a child dies: for a run that has the machine to itself. */
  readonly keepsSpare: boolean;
  /** Told how far the run is. */
  readonly progress?: TellProgress;
  readonly signal?: AbortSignal;
  /** The depth of the selection was asked for, and is no default: it is gone to, however slow the helper is. */
  readonly depthIsAsked?: boolean;
}

/** In this process: further runs find the code warm. */
let isRehearsed = false;

/** The name that a helper is given when the user states none. */
export const defaultProfile = 'olkconform profile';

/** The run was at an end before the DLL was loaded. */
function unreachedLoad(signal: AbortSignal): Load {
  const stop = stopOf(signal);
  if (stop === undefined) throw new HarnessFault('the DLL was never loaded');
  return { kind: 'unreached', why: stop.why };
}

/** Loaded only where there are any. */
async function rulesOfSequences(sequences: readonly RecordedSequence[] = []): Promise<Rule[]> {
  if (sequences.length === 0) return [];
  const { ruleOf } = await import('../sequence/rule-of.js');
  return sequences.map(ruleOf);
}

/** One plan for each way to offer a session. Rules, plans and Mocha are made ready while the child starts. */
async function makePlans(options: CertifyOptions, profileCanBeTold: boolean): Promise<[Plan, ...Plan[]]> {
  const rules = [...(await options.loadRules()), ...(await rulesOfSequences(options.sequences))];
  const profile = options.profile ?? defaultProfile;
  const [first, ...others] = candidateBindings(options.session, {
    profile,
    profileCanBeTold,
    apartment: options.apartment,
  });
  const { shard } = options.selection;
  const ids = shard === undefined ? options.selected : shardOf(rules, options.selected, shard);
  const planOf = (binding: Binding): Plan => makePlan(rules, ids, binding);
  return [planOf(first), ...others.map(planOf)];
}

/**
 * What is stopped before its time has a record all the same, which says so.
 * @throws UsageError when Windows refuses to load the DLL or it is another one by the end, NotHandedOver when the helper cannot be called from the
 * apartment that was asked for, HarnessFault when the harness itself is at fault.
 */
export async function certify(options: CertifyOptions): Promise<RunRecord> {
  const startedAt = new Date();
  const { subject, activation, mapi, containment = noContainment, limits = defaultLimits, sequences = [] } = options;
  // A sandbox has room of its own.
  if (containment.sandbox === undefined) requireRoom(tmpdir());
  const time = new RunTime(options.totalTimeoutMs, options.signal);
  const { signal } = time;
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
    ...(mapi === undefined ? {} : { systemProfile: profile.name }),
    heapGuard: options.heapGuard ?? false,
    timeoutMs: options.timeoutMs,
    maxDeaths: options.maxDeaths,
    limits,
    ...(containment.sandbox === undefined ? {} : { sandbox: containment.sandbox }),
    symbolAt: symbolsOf(subject.path),
    signal,
  });
  try {
    const prepared = Promise.all([import('./judge.js'), import('./rehearsal.js'), makePlans(options, canBeTold)]).then(
      async ([judging, { rehearse }, plans]) => {
        // Now there is a processor to spare: this process has nothing to do until the child is up.
        if (options.keepsSpare) probe.keepSpare();
        const isFirst = !isRehearsed;
        isRehearsed = true;
        if (isFirst) await rehearse(plans[0]);
        return { ...judging, plans };
      },
    );
    const [{ judge, judgeDocket, plans }] = await Promise.all([prepared, probe.start()]);
    const { plan, transcripts: surveyed, isNew } = await runSurvey(probe, plans);
    let brought: Brought = {};
    const loadOf = (): Load => probe.load ?? unreachedLoad(signal);
    const judging = (faults: readonly Fault[], stopped: Stopped): JudgeOptions => ({
      facts: { profileIsKnown: profile.isKnown, machine: subject.machine, mapi },
      selection: options.selection,
      get load() {
        return loadOf();
      },
      faults,
      stopped,
      get explored() {
        return brought.explored;
      },
      get soak() {
        return brought.soak;
      },
    });
    const docket = new Docket(plan);
    for (const transcript of surveyed) docket.add(transcript);
    const scripts = plan.scripts.filter(isNew);
    let done = plan.scripts.length - scripts.length;
    const tell = (transcript: Transcript): void => {
      docket.add(transcript);
      options.progress?.('scripts', ++done, plan.scripts.length);
    };
    const hearing = judgeDocket(plan, docket, judging([], null)).catch(() => undefined);
    const further = furtherOf(plan, options.selection);
    const runAll = async (): Promise<Transcript[]> => {
      if (further === undefined) return probe.run(scripts, { isLast: true, tell });
      // A helper that was called as no caller would may not be itself any more.
      const harmless = await probe.run(
        scripts.filter(({ hazardous }) => !hazardous),
        { tell },
      );
      brought = await tryFurther(probe, further, {
        plan,
        behaviour: docket.behaviour,
        profileIsKnown: profile.isKnown,
        depthIsAsked: options.depthIsAsked ?? false,
        progress: options.progress,
      });
      const hazards = scripts.filter(({ hazardous }) => hazardous);
      return [...harmless, ...(await probe.run(hazards, { isLast: true, tell }))];
    };
    const transcripts = [...surveyed, ...(await runAll().finally(() => docket.close()))];
    refuseUnknownClass(subject, activation, transcripts);
    const load = loadOf();
    // The child comes to its end while the last transcripts are judged. How it does may be a finding too, which is rare.
    const [early] = await Promise.all([hearing, probe.close()]);
    const stopped = stopOf(signal)?.by ?? null;
    const wentWell = probe.faults.length === 0 && stopped === null;
    const judged =
      wentWell && early !== undefined ? early : await judge(plan, transcripts, judging(probe.faults, stopped));
    if (!isUnchanged(subject)) throw refusedChange(subject);
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
        ...(mapi === undefined ? {} : { mapi }),
        heapGuard: options.heapGuard ?? false,
        profile,
        session: {
          declared: options.session,
          offered: plan.binding.session === 'offered',
          observed: judged.behaviour ?? 'unknown',
        },
      },
      environment: environmentOf(options.places, containment.told, probe.mailClient),
      startedAt: startedAt.toISOString(),
      durationMs: Date.now() - startedAt.getTime(),
      selection: options.selection,
      summary: judged.summary,
      checks: judged.checks,
      faults: probe.faults,
      leftBehind: probe.leftBehind,
      load,
      transcripts,
      ...(sequences.length === 0 ? {} : { sequences: [...sequences] }),
      ...inRecord(brought),
      stopped,
    };
  } catch (error) {
    // What went wrong may come of that alone.
    if (!(error instanceof Interrupted) && !isUnchanged(subject)) throw refusedChange(subject);
    throw refused(error, subject, { folders: systemFolders(options.places), profile: profile.name });
  } finally {
    time.end();
    await probe.close();
  }
}
