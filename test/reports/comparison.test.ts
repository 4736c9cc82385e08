import { expect } from 'chai';

import { languages } from '../../harness/language/language.js';
import { sentenceTranslator } from '../../harness/language/sentence.js';
import { tellerOf } from '../../harness/language/teller.js';
import { compare, type Comparable } from '../../harness/record/comparison.js';
import { comparisonFormats, type Compared } from '../../reports/comparison.js';
import { sampleRecord } from './sample-record.js';

/** Every note there is, and a check of each kind of change. */
function compared(): Compared {
  const sample = sampleRecord();
  const { checks } = sample;
  const [known, other] = checks;
  if (known === undefined || other === undefined) throw new Error('the sample has too few checks');
  const of = (slug: string, verdict: 'pass' | 'fail', reason: string | null): Comparable['checks'][number] => ({
    ...known,
    id: `a/${slug}`,
    verdict,
    reason,
    expected: null,
    actual: null,
  });
  const open = 'GetMapiSession never answered S_OK';
  const before: Comparable = {
    ...sample,
    selection: { ...sample.selection, shard: { index: 1, count: 3 } },
    checks: [
      of('worse', 'pass', null),
      of('better', 'fail', open),
      of('changed', 'fail', open),
      of('gone', 'pass', null),
    ],
  };
  const after: Comparable = {
    ...sample,
    tool: { version: '9.9.9', catalogue: 'other' },
    stopped: 'interrupt',
    checks: [
      of('worse', 'fail', open),
      of('better', 'pass', null),
      of('changed', 'fail', 'nothing was ever called'),
      of('new', 'pass', null),
    ],
  };
  return { before, after, comparison: compare(before, after) };
}

async function toldAs(format: keyof typeof comparisonFormats): Promise<string[]> {
  return Promise.all(
    languages.map(async (language) =>
      comparisonFormats[format](compared(), {
        tell: await tellerOf(language),
        translated: await sentenceTranslator(language),
      }),
    ),
  );
}

describe('a comparison', () => {
  it('is told in the language that is asked for, with the sentences of the records', async () => {
    const [english, spanish] = await toldAs('text');
    for (const line of [
      'note: judged by different catalogues: a check may demand something else than before',
      'note: run with different options: what is new or gone may only have been left out',
      'note: both are of the same DLL',
      'note: the first is shard 1 of 3, not a whole run',
      'note: the second was stopped before its time',
      '  a/worse  MUST  pass → fail\n    GetMapiSession never answered S_OK',
      '  a/changed  MUST  fail\n    before: GetMapiSession never answered S_OK; now: nothing was ever called',
      'Something got worse: 1 worse, 1 better, 1 changed, 1 new, 1 gone, 0 unchanged.',
    ])
      expect(english).to.contain(`${line}\n`);
    for (const line of [
      'nota: ambos son de la misma DLL',
      'nota: el primero es la parte 1 de 3, no una ejecución entera',
      'nota: el segundo se detuvo antes de tiempo',
      '  a/worse  MUST  superada → fallo\n    GetMapiSession nunca respondió S_OK',
      '  a/changed  MUST  fallo\n    antes: GetMapiSession nunca respondió S_OK; ahora: nunca se llamó a nada',
      'Algo empeoró: 1 peor, 1 mejor, 1 cambiada, 1 nueva, 1 desaparecida, 0 sin cambios.',
    ])
      expect(spanish).to.contain(`${line}\n`);
  });

  it('is told so in Markdown as well, line by line', async () => {
    const [english, spanish] = await toldAs('markdown');
    expect(english).to.contain('### Worse\n\n| check | level | verdict | |\n');
    expect(spanish).to.contain('### Peor\n\n| comprobación | nivel | veredicto | |\n');
    expect(spanish?.split('\n').length).to.equal(english?.split('\n').length);
  });

  it('is English for machines', async () => {
    const [english, spanish] = await toldAs('json');
    expect(spanish).to.equal(english);
    expect(english).to.contain('"the first is shard 1 of 3, not a whole run"');
  });
});
