/** `olkconform keygen`: a key pair to sign certificates with. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';

import { terminalText } from '../../reports/terminal-text.js';
import { UsageError } from '../plan/usage-error.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { print } from './output.js';
import { english } from '../language/message.js';

const privateName = 'olkconform.key.pem';
const publicName = 'olkconform.pub.pem';

/** Fails where there is a file, or a link, of that name; a private key is never readable by others, not even at first. */
function writeNew(file: string, content: string, mode: number): void {
  writeFileSync(file, content, { flag: 'wx', mode });
}

function writePair(folder: string, pair: { readonly privateKey: string; readonly publicKey: string }): void {
  mkdirSync(folder, { recursive: true });
  writeNew(join(folder, publicName), pair.publicKey, 0o644);
  try {
    writeNew(join(folder, privateName), pair.privateKey, 0o600);
  } catch (error) {
    rmSync(join(folder, publicName));
    throw error;
  }
}

export function keygenCommand(program: Command, finish: (status: ExitStatus) => void): void {
  program
    .command('keygen')
    .description('make a key pair (Ed25519) to sign certificates with')
    .requiredOption('--out <FOLDER>', `where ${privateName} and ${publicName} go`)
    .action(async ({ out }: { out: string }) => {
      const { makeKeyPair } = await import('../certificate/keys.js');
      const pair = makeKeyPair();
      try {
        writePair(out, pair);
      } catch (error) {
        const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
        const reason = error instanceof Error ? error.message : String(error);
        throw new UsageError(
          english(`--out ${out}: ${exists ? 'there is a key already, and it is not overwritten' : reason}.`),
          english('Name a folder without keys, which can be written to.'),
        );
      }
      print(`private key  ${terminalText(join(out, privateName))}: sign with it, and show it to nobody\n`);
      print(`public key   ${terminalText(join(out, publicName))}: give it to whoever is to verify\n`);
      print(`key id       ${pair.id}\n`);
      finish(exitStatus.conformant);
    });
}
