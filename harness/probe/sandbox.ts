/**
 * What the child sees of the machine when bubblewrap holds it: the system and our own places, read only, the folder of
 * the DLL, and a throwaway profile in memory, with Wine's prefix. No network, no other process, and a short list of
 * environment variables. All of it is gone with the child, because it lies in the child's own namespaces.
 */
import { lstatSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

import type { HostPlaces, Launch } from './launch.js';

export interface Sandbox {
  /** The program, bwrap. */
  readonly bubblewrap: string;
  readonly dll: string;
  readonly places: HostPlaces;
}

/** Everything that is the child's alone; a name that no DLL's folder has. */
const own = '/run/olkconform';

/** Where the child finds its journal, and the controller does below /proc/<pid>/root. */
export const journalInside = `${own}/journal`;

/** How much the child may leave in each of its folders in memory. */
const folderBytes = String(256 * 1024 * 1024);

/** What programs of the system need to start, of /etc: neither passwords nor what is known of users and hosts. */
const settings = ['ld.so.cache', 'fonts', 'localtime', 'alternatives'].map((name) => `/etc/${name}`);

const systemFolders = ['/bin', '/sbin', '/lib', '/lib64', '/lib32'];

/** Of the environment only what is known to be harmless is passed on: a token may have any name. */
const passedOn =
  /^(LANG|LANGUAGE|LC_[A-Z]+|TZ|USER|LOGNAME|OLKCONFORM_[A-Z]+|EDGE_USE_CORECLR|EDGE_NATIVE|EDGE_APP_ROOT|DOTNET_DbgEnableMiniDump|DOTNET_EnableDiagnostics|WINEDEBUG|WINEDLLOVERRIDES)$/;

/** The prefix's own files, as they are copied for each child. Without the timestamp Wine would set the prefix up anew. */
const prefixFiles = ['system.reg', 'user.reg', 'userdef.reg', '.update-timestamp'];

/** Descriptor 3 is bwrap's word of how it went; the copies follow. */
const infoDescriptor = 3;

const isolation = ['--unshare-user', '--unshare-all', '--cap-drop', 'ALL', '--die-with-parent', '--new-session'];

/** Said last, when nothing more is to be made in the sandbox. */
const isReady = ['--remount-ro', '/dev', '--remount-ro', '/', '--info-fd', String(infoDescriptor), '--chdir', '/tmp'];

function system(): string[] {
  const links = systemFolders.flatMap((folder) => {
    const stats = lstatSync(folder, { throwIfNoEntry: false });
    if (stats === undefined) return [];
    return stats.isSymbolicLink() ? ['--symlink', readlinkSync(folder), folder] : ['--ro-bind', folder, folder];
  });
  const etc = settings.flatMap((path) => ['--ro-bind-try', path, path]);
  return ['--ro-bind', '/usr', '/usr', ...links, '--dir', '/etc', ...etc, '--proc', '/proc', '--dev', '/dev'];
}

const isBelow = (path: string, folder: string): boolean => !relative(folder, path).startsWith('..');

/** Folders that hold much more than a helper: of them only the DLLs are shown. */
function isBroad(folder: string): boolean {
  return [homedir(), tmpdir()].some((kept) => isBelow(kept, folder));
}

/** The folder in which the DLL lies, for the DLLs and data that it needs; both where a link leads to another. */
function foldersOf(dll: string): string[] {
  return [...new Set([resolve(dll), realpathSync(dll)].map((path) => dirname(path)))].flatMap((folder) => {
    if (!isBroad(folder)) return [folder];
    const names = readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.dll'));
    return [...new Set([...names.map((name) => join(folder, name)), resolve(dll)])];
  });
}

function inMemory(path: string, inside: readonly string[] = []): string[] {
  return ['--size', folderBytes, '--tmpfs', path, ...inside.flatMap((each) => ['--dir', join(path, each)])];
}

function foldersBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)));
}

/** The file that is the `at`th of those that are copied. */
function copy(at: number, path: string): string[] {
  return ['--perms', '0600', '--file', String(infoDescriptor + 1 + at), path];
}

/** Wine's prefix: its programs are shown, its registry is copied, and its users are folders without anything in them. */
function profile(prefix: string): string[] {
  const [outside, inside] = [join(prefix, 'drive_c'), `${own}/prefix/drive_c`];
  const copies = prefixFiles.flatMap((name, at) => copy(at, `${own}/prefix/${name}`));
  return [
    ...inMemory(own, ['home', 'prefix/dosdevices']),
    '--symlink',
    '../drive_c',
    `${own}/prefix/dosdevices/c:`,
    '--symlink',
    '/',
    `${own}/prefix/dosdevices/z:`,
    ...copies,
    '--ro-bind',
    outside,
    inside,
    ...inMemory(`${inside}/users`, foldersBelow(join(outside, 'users'))),
    ...inMemory(`${inside}/windows/temp`),
    ...copy(prefixFiles.length, journalInside),
  ];
}

/** Wine may have been put beside the system, as its own packages do in /opt. */
function wineFolders(wine: string | null): string[] {
  const program = wine === null ? '/usr' : realpathSync(wine);
  return isBelow(program, '/usr') ? [] : [dirname(dirname(program))];
}

/**
 * The same child in a sandbox. Reads what the folders of this system are, and so is no pure function.
 * @throws Error when something that it needs is not there.
 */
export function contain(launch: Launch, { bubblewrap, dll, places }: Sandbox): Launch {
  const shown = [
    dirname(places.windowsNode),
    places.bridge,
    dirname(places.entry),
    dirname(places.provider),
    ...wineFolders(places.wine),
    ...foldersOf(dll),
  ];
  const env = Object.fromEntries(Object.entries(launch.env).filter(([name]) => passedOn.test(name)));
  return {
    server: null,
    program: bubblewrap,
    args: [
      ...isolation,
      ...system(),
      ...inMemory('/tmp'),
      ...profile(places.winePrefix),
      // Those that hold others come first.
      ...shown.toSorted((a, b) => a.length - b.length).flatMap((path) => ['--ro-bind', path, path]),
      ...isReady,
      '--',
      launch.program,
      ...launch.args,
    ],
    env: { ...env, PATH: '/usr/bin:/bin', HOME: `${own}/home`, WINEPREFIX: `${own}/prefix` },
    // The journal begins as a file without anything in it.
    copied: [...prefixFiles.map((name) => join(places.winePrefix, name)), '/dev/null'],
  };
}
