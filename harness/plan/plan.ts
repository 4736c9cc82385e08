/** From the rules that were selected to the scripts that have to be run. */
import type { Rule } from '../rule/rule.js';
import { bindScript, scriptKey, type Binding, type ScriptDraft } from '../script/draft.js';
import type { Script } from '../script/step.js';
import { survey } from '../script/survey.js';

export interface Plan {
  /** The rules to judge: the selected ones, and those that they need. In the order of the documents. */
  readonly rules: readonly Rule[];
  /** The ids that were asked for, and that reports account for. */
  readonly selected: ReadonlySet<string>;
  readonly binding: Binding;
  /** What became of each draft of the rules. */
  readonly bound: ReadonlyMap<ScriptDraft, Script>;
  /** Each script once: first those that unload the DLL, then the harmless ones, and the hazardous last. */
  readonly scripts: readonly Script[];
}

function withNeeds(all: readonly Rule[], selected: ReadonlySet<string>): Rule[] {
  const ids = new Set<string>();
  const add = (rule: Rule): void => {
    if (ids.has(rule.id)) return;
    ids.add(rule.id);
    for (const needed of all) if (rule.needs.some((id) => id === needed.id)) add(needed);
  };
  for (const rule of all) if (selected.has(rule.id)) add(rule);
  return all.filter(({ id }) => ids.has(id));
}

/** A DLL can be unloaded safely only before any of its objects was made; and what is hazardous may end the process. */
function turnOf({ hazardous, steps }: Script): number {
  if (hazardous) return 2;
  return steps.some((step) => step.do === 'reload') ? 0 : 1;
}

export function surveyScript(binding: Binding): Script {
  return bindScript(survey, binding);
}

export function makePlan(all: readonly Rule[], selectedIds: readonly string[], binding: Binding): Plan {
  const selected = new Set(selectedIds);
  const rules = withNeeds(all, selected);
  const drafts = [survey, ...rules.flatMap((rule) => [...rule.scripts.values()])];
  const bound = new Map(drafts.map((draft) => [draft, bindScript(draft, binding)]));
  const scripts = new Map<string, Script>();
  for (const script of bound.values()) {
    const key = scriptKey(script);
    if (!scripts.has(key)) scripts.set(key, script);
  }
  const ordered = [...scripts.values()].toSorted((a, b) => turnOf(a) - turnOf(b));
  return { rules, selected, binding, bound, scripts: ordered };
}
