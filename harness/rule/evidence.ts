/**
 * How a rule reads a transcript: by the labels of its steps. An answer that is not there (the process died, the step was
 * never reached) makes the check inconclusive, unless the rule is about just that.
 */
import { AssertionError } from 'chai';

import { hex32, hresultText } from '../catalogue/hresults.js';
import {
  sessionsAfter,
  type CountedSession,
  type ProviderCounters,
  type ProviderEvent,
  type Returned,
  type StepTranscript,
} from '../record/transcript.js';
import type { Transcript } from '../record/run-record.js';
import { callName } from '../script/call-name.js';
import { needsInstrumentedMapi, requireCountable } from './mapi.js';
import { heldByTheClient } from './references.js';
import { inconclusive } from './verdict.js';
import type { RunFacts } from './whole-run.js';

/** The step that a rule looked at last: where a finding points to. */
export interface Consulted {
  readonly transcript: Transcript;
  readonly step: number;
}

export class Evidence {
  readonly transcript: Transcript;
  readonly #facts: RunFacts;
  readonly #consult: (consulted: Consulted) => void;

  constructor(transcript: Transcript, facts: RunFacts, consult: (consulted: Consulted) => void) {
    this.transcript = transcript;
    this.#facts = facts;
    this.#consult = consult;
  }

  /** The profile's name; inconclusive when nobody told the harness. */
  profileName(): string {
    if (this.#facts.profileIsKnown) return this.transcript.script.profile;
    return inconclusive("the harness does not know the profile's name: state it with --profile NAME");
  }

  /** As `profileName`; undefined when nobody told the harness. */
  get knownProfile(): string | undefined {
    return this.#facts.profileIsKnown ? this.transcript.script.profile : undefined;
  }

  /** What became of the step in that place. */
  at(place: number): StepTranscript {
    const step = this.transcript.steps[place];
    if (step === undefined) throw new Error(`the script ${this.transcript.script.name} has no step ${String(place)}`);
    this.#consult({ transcript: this.transcript, step: place });
    return step;
  }

  /** What came back from that step. */
  answer(label: string): Returned {
    const { outcome } = this.#step(label);
    switch (outcome.kind) {
      case 'returned':
        return outcome;
      case 'threw':
        return inconclusive(`an exception (${hex32(outcome.code)}) left the method`);
      case 'died':
        return inconclusive(`the process ended in this step: ${outcome.fault.story}`);
      case 'unreached':
        return inconclusive(this.#missingObject(label) ?? `this step was not reached: ${outcome.why}`);
    }
  }

  /** As `answer`, where the statement itself demands that the call comes back: death and exception fail the check. */
  answerOrFail(label: string): Returned {
    const { outcome } = this.#step(label);
    if (outcome.kind === 'died')
      throw new AssertionError(`the process ended: ${outcome.fault.story}`, came(outcome.fault.story));
    if (outcome.kind === 'threw') {
      const story = `exception ${hex32(outcome.code)} left the method`;
      throw new AssertionError(story, came(story));
    }
    return this.answer(label);
  }

  /** False when the step was not run, because what it needs does not exist: the DLL has no such export, say. */
  reached(label: string): boolean {
    return this.#step(label).outcome.kind !== 'unreached';
  }

  /** True when the step came back with an answer. */
  answered(label: string): boolean {
    return this.#step(label).outcome.kind === 'returned';
  }

  /** False: MAPI was the machine's own, and nobody knows which calls it received. */
  get seesMapiCalls(): boolean {
    return this.#facts.mapi !== 'system';
  }

  /** The instrumented provider's counters right after the step; not applicable when MAPI was the machine's own. */
  counters(label: string): ProviderCounters {
    this.answer(label);
    if (!this.seesMapiCalls) needsInstrumentedMapi();
    return this.#step(label).provider ?? inconclusive('the provider was not asked after this step');
  }

  /** The sessions that were known right after the step. */
  sessions(label: string): readonly CountedSession[] {
    this.answer(label);
    if (!this.seesMapiCalls) requireCountable(this.transcript, label);
    return sessionsAfter(this.#step(label)) ?? inconclusive('the provider was not asked after this step');
  }

  /** The session of that number, as it stood after the step. */
  session(label: string, id: number): CountedSession {
    const found = this.sessions(label).find((session) => session.id === id);
    return found ?? inconclusive(`the provider knew no session ${String(id)} after this step`);
  }

  /** The calls that the provider received from the first step to this one, in order. */
  eventsUntil(label: string): ProviderEvent[] {
    this.answer(label);
    if (!this.seesMapiCalls) needsInstrumentedMapi();
    const last = this.transcript.script.steps.findIndex((step) => step.label === label);
    return this.transcript.steps.slice(0, last + 1).flatMap(({ events }) => events);
  }

  /** The provider's number of the session that this GetMapiSession gave. */
  sessionGivenBy(label: string): number {
    const id = this.answer(label).out?.session ?? this.#wrappedBy(label);
    return (
      id ?? inconclusive('GetMapiSession gave no session of the instrumented provider, so there is nothing to count')
    );
  }

  /** The one session that is held when GetMapiSession gave an object of the helper's own making around it. */
  #wrappedBy(label: string): number | null {
    if (this.answer(label).out?.pointer.startsWith('p') !== true) return null;
    const held = this.sessions(label).filter((session) => session.references > heldByTheClient(session));
    return held.length === 1 ? (held[0]?.id ?? null) : null;
  }

  /** Why the object does not exist on which the step was to be done: what the call answered that should have given it. */
  #missingObject(label: string): string | undefined {
    const { steps } = this.transcript.script;
    let wanted = steps.find((step) => step.label === label);
    while (wanted !== undefined && 'on' in wanted) {
      const name: string = wanted.on;
      const giver = steps.findIndex((step) => 'as' in step && step.as === name);
      const outcome = this.transcript.steps[giver]?.outcome;
      wanted = steps[giver];
      if (wanted === undefined || outcome?.kind !== 'returned') continue;
      if (outcome.out?.pointer.startsWith('p') === true) return undefined;
      return `${callName(wanted)} answered ${hresultText(outcome.hresult ?? 0)} and gave nothing`;
    }
    return undefined;
  }

  #step(label: string): StepTranscript {
    const index = this.transcript.script.steps.findIndex((step) => step.label === label);
    const step = this.transcript.steps[index];
    if (step === undefined) throw new Error(`the script ${this.transcript.script.name} has no step labelled ${label}`);
    this.#consult({ transcript: this.transcript, step: index });
    return step;
  }
}

function came(actual: string): { expected: string; actual: string } {
  return { expected: 'the call comes back', actual };
}
