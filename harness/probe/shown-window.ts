/** The window that a child shows while a call takes long, from the journal's header: OlkFault of harness/host/native. */
const shownOffset = 140;
const classOffset = 144;
const titleOffset = 192;
const headerEnd = 256;

/** Up to the terminator. The vendor chooses the text, and can write over it. */
function textIn(bytes: Buffer): string {
  const text = bytes.toString('utf16le').split('\0', 1).join('');
  return text.replaceAll(/[\p{C}\u2028\u2029"]/gu, '?');
}

/** `"Title" (class #32770)`; null when no window is shown. */
export function shownWindow(header: Buffer): string | null {
  if (header.readUInt32LE(shownOffset) !== 1) return null;
  const title = textIn(header.subarray(titleOffset, headerEnd));
  return `${title === '' ? 'without a title' : `"${title}"`} (class ${textIn(header.subarray(classOffset, titleOffset))})`;
}
