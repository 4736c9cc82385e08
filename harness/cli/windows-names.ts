/** What Windows makes of names: which name no file, and which name the same one. Pure. */

/** Names of devices, whatever extension is behind them. A 1, 2 or 3 may be written above the line. */
const device = /^(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³]) *(\.|$)/i;

/** What no name can hold (a colon would name a stream of the file), and the ends that Windows takes away. */
const unspeakable = /[\u0000-\u001f"*:<>?|]|[. ]$/;

/**
 * Whether no ordinary file can have this name. Node would make one all the same, which no other program could open or
 * remove.
 */
export function isUnfitName(name: string, platform: NodeJS.Platform): boolean {
  return platform === 'win32' && (device.test(name) || unspeakable.test(name));
}

/** Windows takes no account of case. Two names that only some systems tell apart are better taken for one. */
export function isSamePath(one: string | undefined, other: string, platform: NodeJS.Platform): boolean {
  if (one === undefined) return false;
  return platform === 'win32' ? one.toUpperCase() === other.toUpperCase() : one === other;
}
