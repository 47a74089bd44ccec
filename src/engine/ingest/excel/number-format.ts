/** What a number in a cell stands for, by the cell's number format. */
export type NumberMeaning = 'number' | 'percent' | 'date' | 'duration';

/** Built-in formats that show dates or times, among them those of the Japanese and Chinese editions (27–36, 50–58). */
const DATE_IDS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, ...range(27, 36), 45, 47, ...range(50, 58)]);

/** The most that Excel itself allows. */
const LONGEST_CODE = 255;

/** `code`: the workbook's own text for the format, where it has one. [ING-24] */
export function numberMeaning(id: number, code: string | undefined): NumberMeaning {
  if (code === undefined)
    return id === 9 || id === 10 ? 'percent' : id === 46 ? 'duration' : DATE_IDS.has(id) ? 'date' : 'number';
  const first = code.slice(0, LONGEST_CODE).split(';')[0] ?? '';
  if (/\[(?:h+|m+|s+)\]/i.test(first)) return 'duration';
  const bare = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  if (/general/i.test(bare)) return 'number';
  if (/[ymdhsge]/i.test(bare.replace(/e[+-]/gi, ''))) return 'date';
  return bare.includes('%') ? 'percent' : 'number';
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
