import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parseDocument } from 'yaml';
import * as z from 'zod/mini';

import { olkconform, root } from './olkconform.js';

const folder = join(root, 'docs', 'ci');
const ownWorkflow = '.github/workflows/windows.yml';
const yamlFiles = [
  'action.yml',
  ownWorkflow,
  ...['github', 'gitlab', 'azure'].map((name) => join('docs', 'ci', `${name}.yml`)),
];
const files = [...yamlFiles, ...readdirSync(folder).map((name) => join('docs', 'ci', name))];
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

function yamlOf(file: string): unknown {
  const document = parseDocument(textOf(file), { uniqueKeys: true });
  expect(document.errors.map(String), file).to.deep.equal([]);
  expect(document.warnings.map(String), file).to.deep.equal([]);
  return document.toJS();
}

/** Each call of the command line in a file: command and options. */
function callsIn(text: string): { command: string; options: string[] }[] {
  const lines = text.split('\n').filter((line) => /^[^#`|]*(?:build\/cli\/main\.js"?|^olkconform) [a-z]/.test(line));
  return lines.map((line) => {
    const [, command = '', rest = ''] = /(?:main\.js"?|^olkconform) ([a-z]+)(.*)/.exec(line) ?? [];
    return { command, options: rest.match(/--[a-z-]+/g) ?? [] };
  });
}

const actionSchema = z.object({
  inputs: z.record(z.string(), z.unknown()),
  runs: z.object({
    using: z.literal('composite'),
    steps: z.array(
      z.object({
        run: z.optional(z.string()),
        shell: z.optional(z.string()),
        uses: z.optional(z.string()),
        env: z.optional(z.record(z.string(), z.string())),
      }),
    ),
  }),
});
const workflowSchema = z.object({
  jobs: z.object({
    conformance: z.object({
      strategy: z.object({ matrix: z.object({ os: z.array(z.string()) }) }),
      steps: z.array(
        z.object({
          uses: z.optional(z.string()),
          run: z.optional(z.string()),
          with: z.optional(z.record(z.string(), z.unknown())),
        }),
      ),
    }),
  }),
});

describe('the files for a CI', () => {
  it('are YAML without errors, each key once', () => {
    for (const file of yamlFiles) expect(yamlOf(file), file).to.be.an('object');
  });

  it('call commands and options that there are', async () => {
    const help = new Map<string, string>();
    let calls = 0;
    for (const file of files) {
      for (const { command, options } of callsIn(textOf(file))) {
        if (!help.has(command)) {
          const { status, stdout } = await olkconform([command, '--help']);
          expect(status, `${file}: ${command}`).to.equal(0);
          help.set(command, stdout);
        }
        for (const option of options)
          expect(help.get(command), `${file}: ${option}`).to.match(new RegExp(`^ +${option}\\b`, 'm'));
        calls += 1;
      }
    }
    // The action, three CI files with one or two systems each, Jenkins with two, and the pages.
    expect(calls).to.be.at.least(12);
    expect([...help.keys()]).to.include.members(['run', 'merge', 'compare', 'init']);
  });

  it('call the set-up where it is', () => {
    for (const file of [...yamlFiles.filter((each) => !each.includes('github')), 'docs/ci/Jenkinsfile'])
      expect(textOf(file), file).to.match(/harness\/setup\/main\.mjs/);
    expect(readdirSync(join(root, 'harness', 'setup'))).to.include('main.mjs');
  });

  it('run on Windows and on Ubuntu', () => {
    const { jobs } = workflowSchema.parse(yamlOf('docs/ci/github.yml'));
    expect(jobs.conformance.strategy.matrix.os).to.deep.equal(['ubuntu-latest', 'windows-latest']);
    for (const file of ['docs/ci/azure.yml', 'docs/ci/gitlab.yml', 'docs/ci/Jenkinsfile'])
      expect(textOf(file), file)
        .to.match(/windows/)
        .and.match(/ubuntu|linux/);
  });

  it('run all of npm test on Windows, as it is called everywhere', () => {
    const { jobs } = z
      .object({
        jobs: z.object({
          test: z.object({ 'runs-on': z.string(), steps: z.array(z.object({ run: z.optional(z.string()) })) }),
        }),
      })
      .parse(yamlOf(ownWorkflow));
    expect(jobs.test['runs-on']).to.equal('windows-latest');
    const runs = jobs.test.steps.flatMap(({ run = '' }) => (run === '' ? [] : [run]));
    expect(runs.at(-1)).to.equal('.ci/run');
    for (const run of runs) expect(run).not.to.contain('${{');
  });

  it('pass no input into a shell’s program: every one is a variable of it, in quotes', () => {
    const { inputs, runs } = actionSchema.parse(yamlOf('action.yml'));
    const given = runs.steps.flatMap(({ env = {} }) => Object.entries(env));
    for (const { run, shell } of runs.steps.filter((step) => step.run !== undefined)) {
      expect(run).not.to.contain('${{');
      expect(run?.replaceAll(/"\$[^"]*"/g, ''), 'in quotes').not.to.match(/\$OLKCONFORM/);
      expect(shell).to.equal('bash');
    }
    expect(given.map(([, value]) => value)).to.have.members(
      Object.keys(inputs).map((name) => `\${{ inputs.${name} }}`),
    );
    const { jobs } = workflowSchema.parse(yamlOf('docs/ci/github.yml'));
    for (const { run } of jobs.conformance.steps) expect(run ?? '').not.to.contain('${{');
  });

  it('give the action only inputs that it has', () => {
    const { inputs } = actionSchema.parse(yamlOf('action.yml'));
    const { jobs } = workflowSchema.parse(yamlOf('docs/ci/github.yml'));
    const ours = jobs.conformance.steps.find(({ uses }) => uses === './olkconform');
    expect(Object.keys(inputs)).to.include.members(Object.keys(ours?.with ?? { none: 0 }));
  });
});
