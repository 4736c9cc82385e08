import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'chai';

import { statementIds } from '../../harness/catalogue/catalogue.js';
import { sentenceHashes } from '../../harness/catalogue/sentences.js';
import { driftOf, type Page } from '../../harness/drift/drift.js';
import { sentenceHash, sentencesOf } from '../../harness/drift/sentences.js';
import { olkconform } from '../cli/olkconform.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

describe('sentencesOf', () => {
  it('sees through markup to the sentences', () => {
    const page =
      '# T\n\n| S_OK <br/> |If _pwsz_ is **too** small, [it](x.md) fails. So be it. |\n\n- One\n- Two \\_three\n';
    expect(sentencesOf(page)).to.deep.equal([
      'S_OK',
      'If pwsz is too small, it fails',
      'So be it',
      'One',
      'Two _three',
    ]);
  });

  it('keeps the two languages of a bilingual page apart', () => {
    const page = '<span id="1">Uno **dos**.</span><span class="x"><span id="2">One **two**.</span></span>';
    expect(sentencesOf(page)).to.deep.equal(['Uno dos', 'One two']);
  });

  it('leaves names with underscores whole', () => {
    expect(sentencesOf('It returns E_OLK_NOT_INITIALIZED from _the_ call.')).to.deep.equal([
      'It returns E_OLK_NOT_INITIALIZED from the call',
    ]);
  });
});

describe('driftOf', () => {
  const kept = { 'placeholder1/e-notimpl': sentenceHash('The placeholder holds a place') };
  const page = (text: string): Page => ({ path: 'somewhere/iolkaccounthelper-placeholder1.md', text });

  it('finds a page by its name and a sentence by its hash', () => {
    expect(driftOf([page('The **placeholder** holds a place.')], kept)).to.deep.equal({
      unchanged: ['placeholder1/e-notimpl'],
      drifted: [],
    });
  });

  it('names the statement whose sentence has changed', () => {
    expect(driftOf([page('The placeholder holds no place.')], kept).drifted).to.deep.equal(['placeholder1/e-notimpl']);
  });

  it('recognises a page on its own by the title in its front matter', () => {
    const text = '---\ntitle: IOlkAccountHelperPlaceholder1\n---\nThe placeholder holds a place.';
    expect(driftOf([{ path: 'page.txt', text }], kept).unchanged).to.deep.equal(['placeholder1/e-notimpl']);
  });

  it('has a hash for every statement', () => {
    const advice = 'harness/catalogue/sentences.ts; `olkconform drift --sentences PAGE` prints the hashes';
    expect(Object.keys(sentenceHashes).toSorted(), advice).to.deep.equal([...statementIds].toSorted());
  });
});

describe('olkconform drift --sentences', () => {
  const folder = temporaryFolder();

  it('prints the hash that the catalogue is to keep of a sentence', async () => {
    const page = join(folder(), 'iolkaccounthelper-placeholder1.md');
    writeFileSync(page, '# Placeholder1\n\nThe **placeholder** holds a place. It does no more.\n');
    const { status, stdout } = await olkconform(['drift', '--sentences', page]);
    const line = (sentence: string): string => `${sentenceHash(sentence)}  ${sentence}\n`;
    expect(stdout).to.equal(line('The placeholder holds a place') + line('It does no more'));
    expect(status).to.equal(0);
  });
});
