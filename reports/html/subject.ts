/** What was judged, where and how: everything by which a reader knows that this page is about his DLL. */
import type { RunRecord } from '../../harness/record/run-record.js';
import { sessionText } from '../subject-text.js';
import { h, type Content, type Element } from './element.js';
import { vendorText } from './vendor-text.js';
import type { Speech } from './words.js';

/** No system has longer names, but a record can be made by anyone. */
const longestName = 300;

const name = (text: string): Element => vendorText(text, longestName);
const code = (text: string): Element => h('code', null, name(text));

function activation({ activation: made }: RunRecord['subject'], words: Speech): Content {
  const how = words.activation[made.kind];
  return [how, ' ', made.kind === 'class' || made.kind === 'registered' ? code(`{${made.clsid}}`) : code(made.export)];
}

function selection({ selection: chosen }: RunRecord, words: Speech): Content {
  const { only, skip, level, strict, tolerated } = chosen;
  const patterns = (what: string, texts: readonly string[]): Content[] =>
    texts.length === 0 ? [] : [[what, ...texts.map((text) => [' ', code(text)])]];
  const parts: Content[] = [
    ...patterns(words.onlySelected, only),
    ...patterns(words.skipSelected, skip),
    ...(level === 'must' ? [words.mustSelected] : []),
    ...(strict ? [words.strictSelected] : []),
    ...tolerated.map(({ id, reason }) => [words.tolerated, ' ', code(id), ': ', vendorText(reason)]),
  ];
  if (parts.length === 0) return words.allSelected;
  return parts.map((part, at) => [at === 0 ? '' : '; ', part]);
}

/** `2026-11-23 16:43 UTC`: the record's own text, so that the page says the same everywhere. */
function when(startedAt: string): string {
  return `${startedAt.slice(0, 10)} ${startedAt.slice(11, 16)} UTC`;
}

export function helperSection(record: RunRecord, words: Speech): Element {
  const { subject, environment, tool, startedAt, durationMs } = record;
  const { profile } = subject;
  const { helper } = words;
  const sandbox = environment.sandbox === 'off' ? words.sandboxOff : name(environment.sandbox);
  const rows: readonly (readonly [string, Content])[] = [
    [helper.path, code(subject.path)],
    [helper.sha256, code(subject.sha256)],
    [helper.machine, name(subject.machine)],
    [helper.activation, activation(subject, words)],
    [helper.session, name(words.tell(sessionText(record)))],
    [helper.profile, profile.isKnown ? code(profile.name) : words.profileUnknown],
    [helper.apartment, words.apartments[subject.apartment]],
    [helper.environment, name(words.on(environment.host, `${environment.platform} ${environment.arch}`))],
    [helper.sandbox, sandbox],
    [helper.selection, selection(record, words)],
    [helper.run, [name(when(startedAt)), ', ', words.took((durationMs / 1000).toFixed(1))]],
    [helper.tool, name(`${tool.name} ${tool.version}`)],
    [helper.catalogue, code(tool.catalogue)],
  ];
  return h(
    'section',
    { id: 'helper', 'aria-labelledby': 'helper-heading' },
    h('h2', { id: 'helper-heading' }, helper.heading),
    h(
      'dl',
      { class: 'facts' },
      rows.map(([term, text]) => h('div', null, h('dt', null, term), h('dd', null, text))),
    ),
  );
}
