/** What the doctor finds, told so that it can be shown to strangers, and what it mends. */
import { homedir, userInfo } from 'node:os';

import { toolIdentity } from '../certify/identity.js';
import { diagnose, isFit, type Finding, type Presence } from '../certify/doctor.js';
import { lookAt } from '../certify/machine.js';
import { shareable } from '../certify/shareable.js';
import { inEnglish, joined, type Message, type Tell } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import { packageRoot, placesOf, thisHost, type Host, type Places } from '../setup/places.mjs';
import { SetupProblem } from '../setup/problem.mjs';
import { installPackages } from '../setup/steps/system-packages.mjs';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { comment, print, remark, shown } from './output.js';
import { tell } from './spoken.js';

const presences: Readonly<Record<Presence, Message>> = {
  ok: 'ok',
  later: 'at first use',
  note: 'optional',
  missing: 'MISSING',
};

/** The widest of the names, and of the presences in either language. */
const [nameWidth, presenceWidth] = [20, 15];

/** Without an entry in the system's list of users there is no name to hide. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** Whatever a variable or a program has put into it: for a terminal, and for strangers. */
function harmless(text: string): string {
  return shown(shareable(text, { home: homedir(), user: userName() }));
}

function textOf({ id, presence, found, remedy }: Finding): string {
  const state = tell(presences[presence]).padEnd(presenceWidth);
  const row = `${state}${id.padEnd(nameWidth)}${harmless(tell(joined([found], '')))}`.trimEnd();
  return remedy === undefined ? `${row}\n` : `${row}\n${' '.repeat(presenceWidth)}→ ${harmless(tell(remedy))}\n`;
}

function jsonOf(findings: readonly Finding[]): string {
  const said = (message: Message, by: Tell = inEnglish): string => harmless(by(message));
  const { name, version } = toolIdentity();
  const told = {
    tool: { name, version },
    fit: isFit(findings),
    findings: findings.map(({ id, presence, found, remedy, debian }) => ({
      id,
      presence,
      found: said(joined([found], '')),
      ...(remedy === undefined ? {} : { remedy: said(remedy) }),
      ...(debian === undefined ? {} : { debian }),
    })),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

/** What can be mended without asking: packages of Debian by root, and what the first use would make. */
async function mend(findings: readonly Finding[], places: Places, host: Host): Promise<void> {
  const packages = findings.flatMap(({ debian }) => debian ?? []);
  try {
    if (packages.length > 0)
      await installPackages(packages, { root: places.root, host, isRoot: process.getuid?.() === 0 });
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    comment(harmless(error.report()));
    return;
  }
  const { makeReady } = await import('../certify/first-use.js');
  try {
    await makeReady(places, host, (what) => {
      remark(joined([harmless(tell(what))], ''));
    });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    comment(`${harmless(tell(error.what))}\n  ${harmless(tell(error.whatToDo))}`);
  }
}

/** Looks at this machine, mends what it may, and prints what there is. */
export async function examine({ fix, json }: { readonly fix: boolean; readonly json: boolean }): Promise<ExitStatus> {
  const host = thisHost();
  const places = placesOf(packageRoot(import.meta.url), host);
  let findings = diagnose(await lookAt(places, host));
  if (fix) {
    await mend(findings, places, host);
    findings = diagnose(await lookAt(places, host));
  }
  const fit = isFit(findings);
  const { name, version } = toolIdentity();
  if (json) print(jsonOf(findings));
  else {
    print(`${name} ${version}\n${findings.map(textOf).join('')}`);
    print(`${tell(fit ? 'This machine can judge helpers.' : 'This machine cannot judge helpers yet.')}\n`);
  }
  return fit ? exitStatus.conformant : exitStatus.incomplete;
}
