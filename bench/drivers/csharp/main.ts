/**
 * Runs inside Windows Node: has the driver in C# try all sequences, in one call. Arguments: the assembly, the provider,
 * the helper's DLL, the depth. Prints what it has done, as JSON.
 */
import { writeSync } from 'node:fs';
import { func } from 'edge-js';

const stdout = 1;
const [assemblyFile = '', ...rest] = process.argv.slice(2);
const typeName = 'Olkconform.Bench.Com.Driver';
const drive = func<string, string>({ assemblyFile, typeName, methodName: 'Invoke' });

drive(rest.join('\n'), (error, told) => {
  if (error instanceof Error) throw error;
  writeSync(stdout, `${told}\n`);
});
