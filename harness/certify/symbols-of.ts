/** The names of a vendor's functions, for the story of a death: read from the files when there has been one. */
import { basename, dirname, extname, join } from 'node:path';

import { fileBytes, withFile } from '../plan/file-bytes.js';
import { Image } from '../plan/image.js';
import { readPortableExecutable } from '../plan/portable-executable.js';
import { ProgramDatabase } from '../plan/program-database.js';
import { symbolAt } from '../plan/symbols.js';
import type { SymbolAt } from '../probe/exception.js';

interface NamedImage {
  readonly image: Image;
  readonly path: string;
}

/** A file that calls itself so; undefined when it does not, or cannot be read. */
function imageCalled(module: string, path: string): NamedImage | undefined {
  try {
    const bytes = fileBytes(path);
    return readPortableExecutable(bytes).ownName === module ? { image: new Image(bytes), path } : undefined;
  } catch {
    return undefined;
  }
}

/** Where the image's PDB may lie: in its own folder, under its own name or the one that the linker gave it. */
function databasePaths(path: string, told: string): string[] {
  const given = told.split(/[/\\]/).at(-1) ?? '';
  const names = [`${basename(path, extname(path))}.pdb`, ...(/^[\w. -]+\.pdb$/i.test(given) ? [given] : [])];
  return [...new Set(names)].map((name) => join(dirname(path), name));
}

/** As `symbolAt`, with the PDB where there is one of this very build. */
function symbolIn({ image, path }: NamedImage, address: number): string | null {
  const identification = image.identification();
  for (const file of identification === undefined ? [] : databasePaths(path, identification.path)) {
    try {
      const name = withFile(file, (source) => {
        const database = new ProgramDatabase(source);
        return identification !== undefined && database.belongsTo(identification)
          ? symbolAt(image, address, database)
          : undefined;
      });
      if (name !== undefined) return name;
    } catch {
      // There is none, or it cannot be read: the image's own tables may know.
    }
  }
  return symbolAt(image, address);
}

/**
 * For the DLL and those beside it. `module` is what the image in the child's memory calls itself, and may be forged: it
 * leads to no other folder.
 */
export function symbolsOf(dll: string): SymbolAt {
  const images = new Map<string, NamedImage | undefined>();
  const imageOf = (module: string): NamedImage | undefined => {
    const beside = /^[\w.-]+$/.test(module) ? [join(dirname(dll), module)] : [];
    for (const path of [dll, ...beside]) {
      const image = imageCalled(module, path);
      if (image !== undefined) return image;
    }
    return undefined;
  };
  return (module, offset) => {
    if (!images.has(module)) images.set(module, imageOf(module));
    const image = images.get(module);
    return image === undefined || offset > 0xffff_ffffn ? null : symbolIn(image, Number(offset));
  };
}
