/** Runs inside Windows Node: starts edge-js and the CLR, makes one empty call, and ends. Argument: the assembly. */
import { func } from 'edge-js';

const [assemblyFile = ''] = process.argv.slice(2);
const bare = func<string, string>({ assemblyFile, typeName: 'Olkconform.Bench.Bare', methodName: 'Invoke' });

bare('', (error) => {
  if (error instanceof Error) throw error;
});
