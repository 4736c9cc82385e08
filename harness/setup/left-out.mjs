/**
 * What of the .NET runtime the bridge is published without, and why. The managed assemblies that nobody can reach are left
 * out by the SDK's trimmer; these are native, and it knows nothing of them. Every test runs on what is left.
 */

/** @type {readonly { name: RegExp, why: string }[]} */
export const leftOut = [
  { name: /^mscordaccore.*\.dll$/, why: 'lets a debugger read the runtime; the child is started without one' },
  { name: /^mscordbi\.dll$/, why: 'a debugger’s interface' },
  { name: /^Microsoft\.DiaSymReader\.Native\.amd64\.dll$/, why: 'reads .pdb files of managed code for a debugger' },
  { name: /^createdump\.exe$/, why: 'writes dumps, which DOTNET_DbgEnableMiniDump=0 forbids' },
  { name: /^clretwrc\.dll$/, why: 'texts of events for Windows’ tracing tools' },
  { name: /^clrgc(exp)?\.dll$/, why: 'other garbage collectors, which only a setting loads' },
  { name: /^hostfxr\.dll$/, why: 'finds an installed runtime; edge-js starts this one itself' },
  { name: /^hostpolicy\.dll$/, why: 'as hostfxr.dll' },
  { name: /^msquic\.dll$/, why: 'HTTP/3; the child speaks to nobody' },
  { name: /^System\.IO\.Compression\.Native\.dll$/, why: 'compression; the bridge compresses nothing' },
];

/** The native files that stay: the runtime, its compiler, its messages, and the bridge's own native part. */
export const keptNatives = ['coreclr.dll', 'clrjit.dll', 'mscorrc.dll', 'olkcall.dll'];

/**
 * @param {string} file
 * @returns {boolean}
 */
export function isLeftOut(file) {
  return leftOut.some(({ name }) => name.test(file));
}
