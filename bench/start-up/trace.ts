/**
 * Loaded first (`--import`) into the controller of a run and into its child: notes when what was reached, as
 * milliseconds since 1970 by the one clock that both have, and writes it into a folder when the process ends.
 */
import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

import { marks, type Mark } from './marks.js';

const noted: [mark: Mark, at: number][] = [];
const note = (mark: Mark, at = performance.timeOrigin + performance.now()): void => void noted.push([mark, at]);

/** The environment variable that names the folder. */
const folder = process.env['OLKCONFORM_TRACE'];

function watchController(): void {
  note('controller started', performance.timeOrigin);
  note('controller up');
  const { spawn } = childProcess;
  childProcess.spawn = new Proxy(spawn, {
    apply: (target, self, args: Parameters<typeof spawn>) => {
      const isServer = args[1].length === 1;
      note(isServer ? 'server asked for' : 'child asked for');
      const child: childProcess.ChildProcess = Reflect.apply(target, self, args);
      child.once('exit', () => note(isServer ? 'server there' : 'child gone'));
      return child;
    },
  });
}

/**
 * edge-js's native part starts the CLR in the moment in which it is loaded. To tell the two apart it is loaded twice:
 * first it finds no folder to start a CLR from.
 */
function watchChild(): void {
  note('child started', performance.timeOrigin);
  note('child up');
  const load = process.dlopen.bind(process);
  process.dlopen = (module, ...file) => {
    note('edge-js being loaded');
    const bridge = process.env['EDGE_APP_ROOT'];
    process.env['EDGE_APP_ROOT'] = `${String(bridge)}-is-not-here`;
    try {
      load({ exports: {} }, ...file);
    } catch {
      // As expected.
    }
    process.env['EDGE_APP_ROOT'] = bridge;
    note('edge-js loaded');
    load(module, ...file);
    note('CLR started');
  };
  fs.writeSync = new Proxy(fs.writeSync, {
    apply: (target, self, args: unknown[]): unknown => {
      // A frame of the child (harness/host/frames).
      const event = /"event":"(\w+)"/.exec(String(args[1]))?.[1];
      const mark = marks.find((each) => each === event);
      if (mark !== undefined) note(mark);
      return Reflect.apply(target, self, args);
    },
  });
}

if (folder !== undefined) {
  const isChild = process.env['OLKCONFORM_TRACED'] === 'controller';
  // The child inherits it.
  process.env['OLKCONFORM_TRACED'] = 'controller';
  (isChild ? watchChild : watchController)();
  syncBuiltinESMExports();
  process.once('exit', () => {
    note(isChild ? 'child ends' : 'controller ends');
    fs.writeFileSync(`${folder}/${isChild ? 'child' : 'controller'}.json`, JSON.stringify(noted));
  });
}
