import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { dllOf, findExample } from '../../harness/certify/examples.js';
import { askAll, proposedFactory, type Conversation } from '../../harness/cli/init-questions.js';
import type { InitFlags } from '../../harness/cli/init-files.js';
import { inEnglish } from '../../harness/language/message.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

interface Talked {
  readonly flags: InitFlags | undefined;
  /** Each question with what it proposed, and what was told between them. */
  readonly heard: string[];
}

describe('the questions of init', () => {
  const folder = temporaryFolder();

  /** Gives these answers, in their order. */
  async function talked(...answers: string[]): Promise<Talked> {
    const heard: string[] = [];
    const talk: Conversation = {
      ask: (question, proposal) => {
        heard.push(`${inEnglish(question)} [${proposal}]`);
        const answer = answers.shift();
        if (answer === undefined) throw new Error(`no answer to ${inEnglish(question)}`);
        return Promise.resolve(answer === '' ? proposal : answer);
      },
      tell: (message) => {
        heard.push(inEnglish(message));
      },
      show: (text) => {
        heard.push(text);
      },
    };
    const flags = await askAll(talk, folder(), false);
    expect(answers).to.deep.equal([]);
    return { flags, heard };
  }

  it('propose what is there: DLL, factory, session and CI', async () => {
    mkdirSync(join(folder(), 'build'));
    mkdirSync(join(folder(), '.github'));
    copyFileSync(dllOf(findExample('own-session')), join(folder(), 'build', 'mine.dll'));
    const { flags, heard } = await talked('', '', '', '', '');
    expect(flags).to.deep.equal({ dll: 'build/mine.dll', export: 'CreateHelper', session: 'auto', ci: ['github'] });
    expect(heard.join('\n'))
      .to.contain('It exports CreateHelper')
      .and.contain('"dll": "build/mine.dll"')
      .and.contain('.github/workflows/olkconform.yml');
    // All that is written is written by the command.
    expect(readdirSync(join(folder(), '.github'))).to.deep.equal([]);
  });

  it('take a DLL that is yet to be built, and ask again for what cannot be', async () => {
    const { flags, heard } = await talked('out/new.dll', 'Make', 'mine', 'BORROWED', 'travis', 'none', 'yes');
    expect(flags).to.deep.equal({ dll: 'out/new.dll', export: 'Make', session: 'borrowed', ci: [] });
    expect(heard).to.include.members([
      'It cannot be read, or is not there yet; that can wait.',
      'mine: it has to be one of own, borrowed, auto.',
      'travis: it has to be one of github, gitlab, azure, jenkins, none.',
    ]);
  });

  it('say what an export is called that is misspelled, and may be answered with no', async () => {
    copyFileSync(dllOf(findExample('own-session')), join(folder(), 'mine.dll'));
    const { flags, heard } = await talked('', 'CreateHelpr', 'no', 'CreateHelper', 'own', 'none', 'no');
    expect(flags).to.equal(undefined);
    expect(heard).to.include('there is no CreateHelpr here; the nearest name is CreateHelper');
  });

  it('end before the last one where there is a file already', async () => {
    writeFileSync(join(folder(), 'Jenkinsfile'), 'mine');
    let error: unknown;
    await talked('a.dll', '', '', '').catch((thrown: unknown) => {
      error = thrown;
    });
    expect(error).to.have.property('message').that.contains('there is already Jenkinsfile');
  });

  it('propose the export that looks most like a factory', () => {
    expect(proposedFactory(['A', 'MakeHelper', 'CreateHelper'])).to.equal('CreateHelper');
    expect(proposedFactory(['DllMain', 'A', 'MakeIt'])).to.equal('MakeIt');
    expect(proposedFactory(['DllGetClassObject', 'DllCanUnloadNow'])).to.equal(undefined);
  });
});
