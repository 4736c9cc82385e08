/** The C# bridge (harness/host/bridge) as an async function: a request as JSON in, the event of its end out. */
import { join } from 'node:path';

export type Bridge = (request: string) => Promise<'opened' | 'finished'>;

/** Loads edge-js, and with it the CLR and the bridge. The controller has set EDGE_USE_CORECLR and EDGE_APP_ROOT. */
export async function loadBridge(): Promise<Bridge> {
  const folder = process.env['EDGE_APP_ROOT'];
  if (folder === undefined || folder === '' || process.env['EDGE_USE_CORECLR'] !== '1') {
    throw new Error('EDGE_APP_ROOT (the folder of the published bridge) and EDGE_USE_CORECLR=1 must be set.');
  }
  // Not imported above: loading it starts the CLR, which may fail, and that is to be told in a frame.
  const edge = await import('edge-js');
  const invoke = edge.func<string, unknown>({
    assemblyFile: join(folder, 'OlkBridge.dll'),
    typeName: 'Olkconform.Bridge.Startup',
    methodName: 'Invoke',
  });
  return (request) =>
    new Promise((resolve, reject) => {
      invoke(request, (error: Error | null, event) => {
        if (error) {
          reject(error);
        } else if (event === 'opened' || event === 'finished') {
          resolve(event);
        } else {
          reject(new TypeError(`The bridge answered ${JSON.stringify(event)}.`));
        }
      });
    });
}
