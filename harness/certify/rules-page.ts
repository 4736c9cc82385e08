/** docs/rules.md: every statement of the ledger, made from the ledger and the rules, never by hand. */
import { areas, findStatement } from '../catalogue/catalogue.js';
import { sourceText } from '../catalogue/source.js';
import type { Area } from '../catalogue/statement.js';
import type { Rule } from '../rule/rule.js';

function section(area: string, { title, statements }: Area, rules: ReadonlyMap<string, Rule>): string {
  const parts = Object.entries(statements).map(([slug, statement]) => {
    const id = `${area}/${slug}`;
    const rule = rules.get(id);
    return [
      `### ${id}`,
      '',
      `**${statement.level.toUpperCase()}** · ${sourceText(statement.source)} (${statement.source.repository})`,
      '',
      statement.requirement,
      '',
      ...(rule === undefined ? [`_Not judged:_ ${statement.excluded ?? ''}.`] : [`_How to fix:_ ${rule.howToFix}`]),
      '',
    ].join('\n');
  });
  return [`## ${title}`, '', ...parts].join('\n');
}

export function rulesPage(rules: readonly Rule[]): string {
  const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));
  const judged = rules.length;
  const must = rules.filter(({ id }) => findStatement(id)?.level === 'must').length;
  return [
    '# Rules',
    '',
    '<!-- Made by `olkconform list --markdown`; a test fails when it is stale. -->',
    '',
    `${String(judged)} checks, ${String(must)} of them MUST. \`olkconform explain ID\` shows what is done for one, and what a violation looks like.`,
    '',
    ...Object.entries<Area>(areas).map(([area, content]) => section(area, content, byId)),
  ].join('\n');
}
