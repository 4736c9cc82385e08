/** Looks at the vendor's DLL before anything is started for it, and refuses what cannot work with one clear sentence. */
import { basename, resolve } from 'node:path';

import { joined, say, type Filled, type Value } from '../language/message.js';
import type { Activation } from '../record/run-record.js';
import { fileContent, largestDll, UnfitFile, type FileContent } from './file-bytes.js';
import { NotPortableExecutable } from './image.js';
import { nearest, withGuess } from './nearest.js';
import { readPortableExecutable, type PortableExecutable } from './portable-executable.js';
import { lookOf, sha256Of, type FileLook } from './unchanged.js';
import { whyUnreadable } from './unreadable.js';
import { UsageError } from './usage-error.js';

export interface SubjectFile {
  readonly path: string;
  readonly sha256: string;
  readonly machine: string;
  /** How the file looked that was hashed. */
  readonly look: FileLook;
}

function contentOf(path: string): FileContent {
  try {
    return fileContent(path, largestDll);
  } catch (error) {
    throw new UsageError(
      say('--dll {path}: {reason}.', { path, reason: whyUnreadable(error) }),
      error instanceof UnfitFile && error.isDirectory
        ? 'Name the DLL in it.'
        : 'Give the path of the DLL that holds your helper.',
    );
  }
}

function imageOf(path: string, bytes: Buffer): PortableExecutable {
  try {
    return readPortableExecutable(bytes);
  } catch (error) {
    if (!(error instanceof NotPortableExecutable)) throw error;
    throw new UsageError(
      say('--dll {path}: not a Windows DLL: {reason}.', { path, reason: error.reason }),
      'Give the path of a DLL built for Windows.',
    );
  }
}

/** A name out of the file, for a message: a file that is damaged or made to deceive may hold anything in its place. */
export function legible(name: string): string {
  const text = name.replaceAll(/[^\x20-\x7e]/g, '?');
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** What no path of Windows can hold; on Linux a file's name can. */
const unspeakable = /[\u0000-\u001f"*:<>?|\\]|[. ](\/|$)/;

/** Wine, and Windows for a program that does not ask for more, take no longer ones. */
const longestPath = 259;

function requireWindowsName(path: string, platform: NodeJS.Platform): void {
  const absolute = resolve(path);
  if (platform !== 'win32' && unspeakable.test(absolute)) {
    throw new UsageError(
      say('--dll {path}: its path holds a character that no path of Windows can hold.', { path }),
      'Copy the DLL, and what it needs, to a path of letters and digits.',
    );
  }
  if (!basename(absolute).includes('.')) {
    throw new UsageError(
      say('--dll {path}: its name has no extension, and Windows would load {name}.dll instead.', {
        path,
        name: basename(absolute),
      }),
      'Give it a name that ends in .dll.',
    );
  }
  const length = absolute.length + (platform === 'win32' ? 0 : 'Z:'.length);
  if (length > longestPath) {
    throw new UsageError(
      say('--dll {path}: its path is {length} characters long, and Windows loads a DLL from at most {longest}.', {
        path,
        length,
        longest: longestPath,
      }),
      'Copy the DLL, and what it needs, to a shorter path.',
    );
  }
}

/** The newest Windows that the host can be, 11 included. */
const newestWindows = 10;

function requireLoadable(
  path: string,
  { machine, isDll, subsystemVersion: { major, minor } }: PortableExecutable,
): void {
  if (machine !== 'x64') {
    throw new UsageError(
      say('--dll {path}: it is built for {machine}, and the host process here is x64.', { path, machine }),
      'Build the helper for x64 and give that DLL.',
    );
  }
  if (!isDll)
    throw new UsageError(
      say('--dll {path}: it is a program, not a DLL.', { path }),
      'Give the DLL that holds your helper.',
    );
  if (major > newestWindows || (major === newestWindows && minor > 0)) {
    throw new UsageError(
      say('--dll {path}: it is for Windows {version}, and the host here is {newest}.0.', {
        path,
        version: `${String(major)}.${String(minor)}`,
        newest: newestWindows,
      }),
      'Link it with /SUBSYSTEM:WINDOWS,6.01 or another version that exists.',
    );
  }
}

/** The option that asks for an export, and what to do where the DLL has none of that name. */
interface Need {
  readonly option: Value;
  readonly advice: Filled;
}

const needs = {
  factory: { option: '--export', advice: say('docs/expose-your-helper.md shows how to export a factory.') },
  capture: { option: '--capture', advice: say('docs/expose-your-helper.md shows the function that --capture calls.') },
  prepare: { option: '--prepare', advice: say('docs/expose-your-helper.md shows the function that --prepare calls.') },
  classObject: {
    option: say('--clsid needs'),
    advice: say('--clsid is for the DLL of a COM class: give the one that has it.'),
  },
  registration: {
    option: say('--registered needs'),
    advice: say('Leave --registered out: the class is then asked for without being registered.'),
  },
} as const satisfies Record<string, Need>;

function requireExport(path: string, name: string, image: PortableExecutable, { option, advice }: Need): void {
  const { exports } = image;
  if (exports.includes(name)) return;
  if (image.isManaged && exports.length === 0) {
    throw new UsageError(
      say('{option} {name}: {path} is a .NET assembly, and exports nothing that native code can call.', {
        option,
        name,
        path,
      }),
      'Give the native DLL before it: of a COM class in .NET that is NAME.comhost.dll.',
    );
  }
  const near = nearest(name, exports);
  const list =
    exports.length === 0
      ? say('It exports nothing by name.')
      : say('It exports {names}.', {
          names: `${exports.slice(0, 12).map(legible).join(', ')}${exports.length > 12 ? ' …' : ''}`,
        });
  throw new UsageError(
    withGuess(
      say('{option} {name}: {path} has no export of that name.', { option, name, path }),
      near === undefined ? undefined : legible(near),
    ),
    joined([list, advice], ' '),
  );
}

function requireClass(path: string, prepare: string | null, image: PortableExecutable): void {
  requireExport(path, 'DllGetClassObject', image, needs.classObject);
  if (prepare !== null) requireExport(path, prepare, image, needs.prepare);
}

/** @throws UsageError when the DLL cannot be judged on this machine in this way. */
export function inspectSubject(path: string, activation: Activation): SubjectFile {
  const { bytes, stats } = contentOf(path);
  const image = imageOf(path, bytes);
  requireLoadable(path, image);
  requireWindowsName(path, process.platform);
  switch (activation.kind) {
    case 'factory':
      requireExport(path, activation.export, image, needs.factory);
      break;
    case 'capture':
      requireExport(path, activation.export, image, needs.capture);
      break;
    case 'registered':
      requireExport(path, 'DllRegisterServer', image, needs.registration);
      requireClass(path, activation.prepare, image);
      break;
    case 'class':
      requireClass(path, activation.prepare, image);
      break;
  }
  return {
    path,
    sha256: sha256Of(bytes),
    machine: image.machine,
    look: lookOf(stats),
  };
}
