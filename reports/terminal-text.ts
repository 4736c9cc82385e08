/**
 * Text that comes from outside (names, paths, output of the DLL) made harmless for a terminal and for XML: control
 * characters, bidi overrides, noncharacters and lone surrogates are shown as escapes, not obeyed.
 */
const harmful =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;

/** Agents that read a log take these for commands, wherever they stand: Azure Pipelines, and GitHub's in its older form. */
const logCommand = /##(?=(?:vso)?\[)/gi;

export function terminalText(text: string): string {
  return text
    .replaceAll(logCommand, '#\\u{23}')
    .replaceAll(harmful, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
