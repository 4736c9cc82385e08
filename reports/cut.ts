/** Text of any length from outside, in a place where a person would not read more than so much. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest)} … (${String(text.length - longest)} more characters)`;
}
