/**
 * Why Windows did not load a DLL whose file looks well: which DLL is missing and for whom, or which function. It is asked
 * after the refusal, and not before a load, because a system may find DLLs in more places than are looked into here.
 */
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { inEnglish, say, type Filled } from '../language/message.js';
import { fileBytes } from './file-bytes.js';
import { readPortableExecutable, type PortableExecutable } from './portable-executable.js';
import { legible } from './subject.js';

/** What a helper needs is a handful; this bounds what files that name each other can make us read. */
const mostFiles = 200;
const mostTold = 5;

/** The system makes these up: what they lead to is decided by a table of its own. */
const apiSet = /^(api|ext)-ms-/;

interface Found {
  readonly path: string;
  /** Beside the helper: of its imports it is not known yet that they are there. */
  readonly isVendors: boolean;
}

function readImage(path: string): PortableExecutable | undefined {
  try {
    return readPortableExecutable(fileBytes(path));
  } catch {
    return undefined;
  }
}

/** A folder's files by their names in lower case: Windows does not tell the case of names, and Linux does. */
function filesIn(folder: string): Map<string, string> {
  try {
    return new Map(readdirSync(folder).map((name) => [name.toLowerCase(), join(folder, name)]));
  } catch {
    return new Map();
  }
}

class Search {
  readonly #own: Map<string, string>;
  readonly #system: readonly Map<string, string>[];

  constructor(dll: string, systemFolders: readonly string[]) {
    this.#own = filesIn(dirname(dll));
    this.#system = systemFolders.map(filesIn);
  }

  find(dll: string): Found | undefined {
    const name = dll.toLowerCase();
    const own = this.#own.get(name);
    if (own !== undefined) return { path: own, isVendors: true };
    const system = this.#system.find((files) => files.has(name))?.get(name);
    return system === undefined ? undefined : { path: system, isVendors: false };
  }
}

function functionsMissing(needed: readonly string[], dll: string, image: PortableExecutable, whose: string): Filled[] {
  const exported = new Set(image.exports);
  return needed
    .filter((name) => !exported.has(name))
    .map((name) =>
      say('{whose} imports {name} from {dll}, which does not have it (a newer Windows may)', {
        whose,
        name: legible(name),
        dll: legible(dll),
      }),
    );
}

/** Clauses, the first few; none where everything is found. */
export function missingFor(dll: string, systemFolders: readonly string[]): Filled[] {
  const search = new Search(dll, systemFolders);
  const waiting = [dll];
  const seen = new Set(waiting);
  const [told, functionsTold]: [Filled[], Filled[]] = [[], []];
  for (let path = waiting.shift(); path !== undefined && seen.size < mostFiles; path = waiting.shift()) {
    const whose = legible(basename(path));
    for (const { dll: needed, functions } of readImage(path)?.imports ?? []) {
      const dependency = legible(needed);
      const found = search.find(needed);
      if (found === undefined) {
        if (!apiSet.test(needed.toLowerCase()))
          told.push(say('{whose} needs {dependency}, which was not found', { whose, dependency }));
        continue;
      }
      const image = readImage(found.path);
      if (image === undefined) {
        told.push(say('{whose} needs {dependency}, which is no DLL that can be read', { whose, dependency }));
        continue;
      }
      if (image.machine !== 'x64') {
        const { machine } = image;
        told.push(say('{whose} needs {dependency}, which is built for {machine}', { whose, dependency, machine }));
      }
      functionsTold.push(...functionsMissing(functions, needed, image, whose));
      if (found.isVendors && !seen.has(found.path)) waiting.push(found.path);
      seen.add(found.path);
    }
  }
  const clauses = new Map([...told, ...functionsTold].map((clause) => [inEnglish(clause), clause]));
  return [...clauses.values()].slice(0, mostTold);
}
