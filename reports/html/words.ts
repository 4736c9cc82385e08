/** Every fixed text of the page. A language is an object of this shape, so that one that lacks a text does not compile. */
import type { Language } from '../../harness/language/language.js';
import type { Tell } from '../../harness/language/message.js';
import type { Translate } from '../../harness/language/sentence.js';
import type { Phase } from '../../harness/model/state.js';
import type { RunRecord, Subject } from '../../harness/record/run-record.js';
import type { Line } from '../machine.js';
import type { SituationName } from './situations.js';

/** The columns of a session's life. */
export interface LifeWords {
  readonly heading: string;
  readonly intro: string;
  readonly client: string;
  readonly helper: string;
  readonly legendClient: string;
  readonly legendHelper: string;
  readonly legendDue: string;
  readonly step: string;
  readonly call: string;
  readonly answer: string;
  readonly notes: string;
  readonly session: (id: number) => string;
  readonly holds: (who: string, session: number) => string;
  readonly asTable: string;
  readonly offered: string;
  readonly logon: string;
  readonly wrapped: string;
  readonly dueMet: string;
  readonly dueMissed: (left: number) => string;
  readonly taken: (references: number) => string;
  readonly overReleased: (times: number) => string;
  readonly calledAfterEnd: (times: number) => string;
  readonly died: string;
  readonly threw: string;
  readonly unreached: string;
  readonly good: string;
  readonly bad: string;
  readonly open: string;
  readonly notDrawn: (count: number) => string;
  readonly none: string;
  readonly createOffered: string;
  readonly createWithheld: string;
  readonly mapiRefuses: string;
  readonly mapiBehaves: string;
  readonly lookAtCounters: string;
}

/** The helper as a machine. */
export interface MachineWords {
  readonly heading: string;
  readonly intro: string;
  readonly learned: string;
  readonly documented: string;
  readonly equal: string;
  readonly differences: string;
  readonly call: string;
  readonly after: string;
  readonly violates: string;
  readonly leftOpen: string;
  readonly asText: string;
  readonly left: (count: number) => string;
  readonly state: (number: number) => string;
  readonly phases: Readonly<Record<Phase, string>>;
  readonly calls: Readonly<Record<Line['letter'], string>>;
}

export interface Words {
  readonly language: Language;
  readonly title: string;
  readonly skip: string;
  readonly contents: string;
  readonly runMeaning: Readonly<Record<RunRecord['summary']['verdict'], (summary: RunRecord['summary']) => string>>;
  /** Of a run that is conformant but for failures that are known. */
  readonly knownMeaning: string;
  readonly helper: {
    readonly heading: string;
    readonly path: string;
    readonly sha256: string;
    readonly machine: string;
    readonly activation: string;
    readonly session: string;
    readonly profile: string;
    readonly apartment: string;
    readonly environment: string;
    readonly sandbox: string;
    readonly selection: string;
    readonly run: string;
    readonly tool: string;
    readonly catalogue: string;
  };
  readonly activation: Readonly<Record<Subject['activation']['kind'], string>>;
  readonly profileUnknown: string;
  readonly apartments: Readonly<Record<Subject['apartment'], string>>;
  readonly on: (host: string, platform: string) => string;
  readonly sandboxOff: string;
  readonly allSelected: string;
  readonly onlySelected: string;
  readonly skipSelected: string;
  readonly mustSelected: string;
  readonly strictSelected: string;
  readonly tolerated: string;
  readonly took: (seconds: string) => string;
  readonly leftBehind: (count: number) => string;
  readonly noSandbox: string;
  readonly findings: {
    readonly heading: string;
    readonly none: string;
    readonly requirement: string;
    readonly source: string;
    readonly seen: string;
    readonly expected: string;
    readonly actual: string;
    readonly steps: string;
    readonly howToFix: string;
    readonly notShown: (count: number) => string;
    readonly earlierSteps: (count: number) => string;
    readonly open: string;
    readonly openIntro: string;
  };
  readonly ends: {
    readonly heading: string;
    readonly intro: string;
    readonly story: string;
    readonly where: string;
    readonly stderr: string;
    readonly times: string;
    readonly framesLeftOut: (count: number) => string;
    readonly notShown: (count: number) => string;
  };
  readonly answers: {
    readonly heading: string;
    readonly intro: string;
    readonly method: string;
    readonly situation: string;
    readonly documented: string;
    readonly answered: string;
    readonly checks: string;
    readonly or: string;
    readonly anError: string;
    readonly anyAnswer: string;
    readonly differs: string;
    readonly notAsked: string;
    readonly nameUnknown: string;
    readonly ended: string;
    readonly exception: (code: string) => string;
    readonly notJudged: string;
    readonly situations: Readonly<Record<SituationName, string>>;
    readonly more: (count: number) => string;
  };
  readonly machine: MachineWords;
  readonly life: LifeWords;
  readonly list: {
    readonly heading: string;
    readonly filter: string;
    readonly area: string;
    readonly level: string;
    readonly verdict: string;
    readonly all: string;
    /** With `{shown}` and `{all}` in it, which the page's script fills in. */
    readonly shown: string;
    readonly check: string;
    readonly theHelper: string;
    readonly findingLink: string;
  };
  readonly footer: string;
}

/** All that a page says: its own texts, and in the same language what other reports say as well. */
export interface Speech extends Words {
  readonly tell: Tell;
  /** Of sentences in the record that are not told yet. */
  readonly translated: Translate;
  /** True for a text of the record that has stayed English on a page in another language. */
  readonly isEnglish: (text: string) => boolean;
}
