/** What each command is called like: below its --help, and in the manual. `undefined`: what is done needs no words. */
import { type Message } from '../language/message.js';

export interface UsageExample {
  readonly what: Message;
  /** As it is typed. */
  readonly line: string;
}

export const usageExamples: Readonly<Record<string, readonly UsageExample[]>> = {
  run: [
    {
      what: 'A DLL, by its factory:',
      line: 'olkconform run --dll helper.dll --export CreateHelper --session borrowed',
    },
    {
      what: 'A built-in helper, and one area of checks:',
      line: 'olkconform run --example own-session --only hands-off-session',
    },
    {
      what: 'With reports for people and for a CI:',
      line: 'olkconform run --dll helper.dll --report html=result.html --report junit=result.xml',
    },
    {
      what: 'What a file states, again whenever it or the DLL changes:',
      line: 'olkconform run --config olkconform.config.json --watch',
    },
  ],
  list: [
    { what: 'Every check:', line: 'olkconform list' },
    { what: 'The built-in helpers:', line: 'olkconform list --examples' },
  ],
  judge: [
    {
      what: 'A page for people, from a record that was saved:',
      line: 'olkconform judge result.json --report html=result.html',
    },
  ],
  init: [
    { what: 'By questions:', line: 'olkconform init' },
    {
      what: 'Without questions, for GitHub:',
      line: 'olkconform init --dll build/helper.dll --export CreateHelper --session borrowed --ci github',
    },
  ],
  compare: [
    { what: 'What a change has made better or worse:', line: 'olkconform compare before.json after.json' },
    { what: 'As a comment for a pull request:', line: 'olkconform compare before.json after.json --format markdown' },
  ],
  merge: [
    { what: 'The two halves of a run:', line: 'olkconform merge first.json second.json --report junit=result.xml' },
  ],
  keygen: [{ what: 'A key pair in a folder of its own:', line: 'olkconform keygen --out keys' }],
  verify: [
    {
      what: 'A certificate, and that it is about this very DLL:',
      line: 'olkconform verify helper.certificate.json --key olkconform.pub.pem --dll helper.dll',
    },
  ],
  record: [
    {
      what: "What is called of a client's helper in an ordinary life:",
      line: 'olkconform record --dll client.dll --capture UseAccounts --out recording.yaml',
    },
    {
      what: 'Driven by a sequence of your own:',
      line: 'olkconform record --dll client.dll --capture UseAccounts --sequence life.yaml --out recording.yaml',
    },
  ],
  drift: [
    { what: 'A checkout of the documents, as they are now:', line: 'olkconform drift office-developer-client-docs' },
  ],
  machine: [
    { what: 'A picture, by Graphviz:', line: 'olkconform machine result.json --format dot | dot -Tsvg -o machine.svg' },
  ],
  explain: [
    {
      what: 'One check, with the code of a violation:',
      line: 'olkconform explain hands-off-session/own-releases',
    },
  ],
  schema: [{ what: 'For an editor that completes the configuration:', line: 'olkconform schema config' }],
  selftest: [
    { what: 'All built-in helpers:', line: 'olkconform selftest' },
    { what: 'Some of them:', line: "olkconform selftest --only 'mutant/hands-off-*'" },
  ],
  completion: [
    { what: 'bash, in ~/.bashrc:', line: 'source <(olkconform completion bash)' },
    { what: 'zsh, in ~/.zshrc behind compinit:', line: 'source <(olkconform completion zsh)' },
    { what: 'fish, in config.fish:', line: 'olkconform completion fish | source' },
    { what: 'PowerShell, in $PROFILE:', line: 'olkconform completion powershell | Out-String | Invoke-Expression' },
  ],
  man: [{ what: 'The manual, to be read:', line: 'olkconform man | man -l -' }],
  doctor: [
    { what: 'What this machine lacks:', line: 'olkconform doctor' },
    { what: 'Get it, on Debian, or before the first run in CI:', line: 'olkconform doctor --fix' },
  ],
};
