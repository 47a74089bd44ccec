/** Calendar year before the first year of each era. */
const BEFORE_FIRST_YEAR: Readonly<Record<string, number>> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  m: 1867,
  t: 1911,
  s: 1925,
  h: 1988,
  r: 2018,
};

/** Era names and their Latin initials, as a piece of a regular expression. */
export const ERA = '明治|大正|昭和|平成|令和|[mtshrMTSHR]';

/**
 * The calendar year of a year in an era: 令和6 and R6 are 2024, 元 is 1. [TXT-32]
 * Counted on past the era's end (平成32年 is 2020), as documents printed before a change of era do.
 */
export function yearOfEra(era: string, year: string): number | undefined {
  const before = BEFORE_FIRST_YEAR[era.toLowerCase()];
  const count = year === '元' ? 1 : Number(year);
  return before === undefined || count < 1 ? undefined : before + count;
}
