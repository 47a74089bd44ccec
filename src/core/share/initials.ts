/** The letter or two that stand for a person: 田 for 田中 美咲, SM for Sam Miller. [SCR-03] */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = '', second] = words;
  if (!/^\p{Script=Latin}/u.test(first)) return first.slice(0, 1);
  return `${first.charAt(0)}${second?.charAt(0) ?? ''}`.toUpperCase();
}
