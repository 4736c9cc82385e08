/** The lines of stdin. `process.stdin` does not work on a pipe under Wine; reading the descriptor does. */
import { read } from 'node:fs';

const stdin = 0;

export async function* stdinLines(): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder();
  const chunk = Buffer.alloc(1 << 16);
  let rest: string[] = [];
  for (;;) {
    const bytesRead = await readChunk(chunk);
    if (bytesRead === 0) {
      return;
    }
    const pieces = decoder.decode(chunk.subarray(0, bytesRead), { stream: true }).split('\n');
    const unfinished = pieces.pop() ?? '';
    for (const piece of pieces) {
      yield rest.join('') + piece;
      rest = [];
    }
    rest.push(unfinished);
  }
}

/**
 * 0 at the end; Windows tells the end of a pipe as an error. A promise by hand, because to import node:util as an ES
 * module evaluates all its exports, one of which touches process.stderr, and that does not work under Wine either.
 */
function readChunk(chunk: Buffer): Promise<number> {
  return new Promise((resolve) => {
    read(stdin, chunk, 0, chunk.length, null, (error, bytesRead) => resolve(error ? 0 : bytesRead));
  });
}
