/** The names of a vendor's functions, for the story of a death: read from the files when there has been one. */
import { dirname, join } from 'node:path';

import { fileBytes } from '../plan/file-bytes.js';
import { Image } from '../plan/image.js';
import { readPortableExecutable } from '../plan/portable-executable.js';
import { symbolAt } from '../plan/symbols.js';
import type { SymbolAt } from '../probe/exception.js';

/** A file that calls itself so; undefined when it does not, or cannot be read. */
function imageCalled(module: string, path: string): Image | undefined {
  try {
    const bytes = fileBytes(path);
    return readPortableExecutable(bytes).ownName === module ? new Image(bytes) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * For the DLL and those beside it. `module` is what the image in the child's memory calls itself, and may be forged: it
 * leads to no other folder.
 */
export function symbolsOf(dll: string): SymbolAt {
  const images = new Map<string, Image | undefined>();
  const imageOf = (module: string): Image | undefined => {
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
    return image === undefined || offset > 0xffff_ffffn ? null : symbolAt(image, Number(offset));
  };
}
