/**
 * The beginning of a text, as a text of its own. A plain slice would keep the whole of a long text in memory for as long as the
 * excerpt is kept.
 */
export function excerpt(text: string, length: number): string {
  return text.length <= length ? text : Buffer.from(text.slice(0, length)).toString();
}
