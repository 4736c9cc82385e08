/** `olkconform keygen`: a key pair to sign certificates with. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';

import { joined, say } from '../language/message.js';
import { UsageError } from '../plan/usage-error.js';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { print, rowsText } from './output.js';
import { tell } from './spoken.js';
import { whyNotWritten } from './whole-file.js';

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
    .description(tell('make a key pair (Ed25519) to sign certificates with'))
    .requiredOption(
      '--out <FOLDER>',
      tell(say('where {privateKey} and {publicKey} go', { privateKey: privateName, publicKey: publicName })),
    )
    .action(async ({ out }: { out: string }) => {
      const { makeKeyPair } = await import('../certificate/keys.js');
      const pair = makeKeyPair();
      try {
        writePair(out, pair);
      } catch (error) {
        const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
        const reason = exists ? say('there is a key already, and it is not overwritten') : whyNotWritten(error);
        throw new UsageError(
          say('--out {folder}: {reason}.', { folder: out, reason }),
          'Name a folder without keys, which can be written to.',
        );
      }
      const [privateKey, publicKey] = [join(out, privateName), join(out, publicName)];
      print(
        rowsText([
          ['private key', say('{file}: sign with it, and show it to nobody', { file: privateKey })],
          ['public key', say('{file}: give it to whoever is to verify', { file: publicKey })],
          ['key id', joined([pair.id], '')],
        ]),
      );
      finish(exitStatus.conformant);
    });
}
