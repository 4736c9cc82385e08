/** Runs inside Windows Node: starts edge-js and the CLR, makes one empty call, and ends. Argument: the assembly. */
import { createRequire } from 'node:module';

const edge: typeof import('edge-js') = createRequire(import.meta.url)('edge-js');
const [assemblyFile = ''] = process.argv.slice(2);
const bare = edge.func<string, string>({ assemblyFile, typeName: 'Olkconform.Bench.Bare', methodName: 'Invoke' });

bare('', (error) => {
  process.exit(error ? 1 : 0);
});
