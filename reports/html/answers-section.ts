/** The documented table with this helper's answers filled in, a row a situation. */
import type { Check, RunRecord } from '../../harness/record/run-record.js';
import { answersIn, helperHresult, type Answer, type CountedAnswer } from './answers.js';
import { type Content, type Element, h, tableHead } from './element.js';
import { isDocumented, situationsFor, type Documented, type Situation } from './situations.js';
import { verdictBadge, worstFirst } from './verdicts.js';
import type { Speech } from './words.js';

/** A helper that answers at random must not fill the page. */
const mostAnswers = 6;

function documentedCell({ codes, orFailure = false }: Documented, { answers }: Speech): Content {
  if (codes.length === 0) return answers.anyAnswer;
  const named = codes.map((code, at) => [at === 0 ? '' : ` ${answers.or} `, h('code', null, code)]);
  return [named, orFailure ? ` ${answers.or} ${answers.anError}` : null];
}

function answerText(answer: Answer, { answers }: Speech): Content {
  switch (answer.kind) {
    case 'hresult':
      return h('code', null, helperHresult(answer.hresult));
    case 'threw':
      return answers.exception(answer.code);
    case 'died':
      return answers.ended;
  }
}

function answerItem({ answer, times }: CountedAnswer, documented: Documented, words: Speech): Element {
  const isRight = answer.kind === 'hresult' && isDocumented(documented, answer.hresult);
  return h(
    'li',
    { class: isRight ? 'right' : 'other' },
    answerText(answer, words),
    h('span', { class: 'quiet' }, ` ×${String(times)}`),
    isRight ? null : h('strong', null, ` ${words.answers.differs}`),
  );
}

function answeredCell(
  { name, documented }: Situation,
  counted: readonly CountedAnswer[],
  { subject }: RunRecord,
  words: Speech,
): Content {
  if (counted.length === 0) {
    const isUnknown = (name === 'identityFits' || name === 'identityTooSmall') && !subject.profile.isKnown;
    return h('span', { class: 'quiet' }, isUnknown ? words.answers.nameUnknown : words.answers.notAsked);
  }
  const left = counted.length - mostAnswers;
  return h(
    'ul',
    { class: 'answers' },
    counted.slice(0, mostAnswers).map((each) => answerItem(each, documented, words)),
    left > 0 ? h('li', null, words.answers.more(left)) : null,
  );
}

/** What the checks about a situation say: the worst of their verdicts, and the way to each finding. */
function checksCell(
  { checks: own }: Situation,
  counted: readonly CountedAnswer[],
  byId: ReadonlyMap<string, Check>,
  anchors: ReadonlyMap<Check, string>,
  words: Speech,
): Content {
  const ids: readonly string[] = [
    ...own,
    ...(counted.some(({ answer }) => answer.kind === 'died') ? ['abi/no-crash'] : []),
    ...(counted.some(({ answer }) => answer.kind === 'threw') ? ['abi/no-exception'] : []),
  ];
  const all = ids.flatMap((id) => byId.get(id) ?? []);
  // Where nothing was asked, a check that passed did so for what was seen elsewhere.
  const checks = counted.length === 0 ? all.filter(({ verdict }) => verdict !== 'pass') : all;
  const worst = worstFirst.find((verdict) => checks.some((check) => check.verdict === verdict));
  if (worst === undefined) return h('span', { class: 'quiet' }, words.answers.notJudged);
  const links = checks.flatMap((check) => {
    const anchor = anchors.get(check);
    return anchor === undefined ? [] : [[' ', h('a', { href: `#${anchor}` }, check.id)]];
  });
  return [verdictBadge(worst, words), ...links];
}

export function answersSection(record: RunRecord, anchors: ReadonlyMap<Check, string>, words: Speech): Element {
  const { answers } = words;
  const byId = new Map(record.checks.map((check) => [check.id, check]));
  const counted = answersIn(record);
  const situations = situationsFor(record.subject.session.observed);
  const methods = [...new Set(situations.map(({ method }) => method))];
  const columns = [answers.situation, answers.documented, answers.answered, answers.checks];
  return h(
    'section',
    { id: 'answers', 'aria-labelledby': 'answers-heading' },
    h('h2', { id: 'answers-heading' }, answers.heading),
    h('p', null, answers.intro),
    h(
      'div',
      { class: 'scroll', tabIndex: 0, role: 'group', 'aria-labelledby': 'answers-heading' },
      h(
        'table',
        { class: 'documented' },
        tableHead(columns),
        methods.map((method) =>
          h(
            'tbody',
            null,
            h('tr', null, h('th', { colSpan: 4, scope: 'rowgroup', class: 'group' }, h('code', null, method))),
            situations
              .filter((situation) => situation.method === method)
              .map((situation) =>
                h(
                  'tr',
                  null,
                  h('th', { scope: 'row' }, answers.situations[situation.name]),
                  h('td', null, documentedCell(situation.documented, words)),
                  h('td', null, answeredCell(situation, counted.get(situation.name) ?? [], record, words)),
                  h('td', null, checksCell(situation, counted.get(situation.name) ?? [], byId, anchors, words)),
                ),
              ),
          ),
        ),
      ),
    ),
  );
}
