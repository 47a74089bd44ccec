import { scaledOf } from '../../number/decimal.ts';
import type { DecimalMark } from '../../text/numeral.ts';
import type { ColumnProposal } from './propose-columns.ts';
import { readNumber } from './read-number.ts';
import type { SubtotalValue } from './table-mapping.ts';
import { totalLabel } from './total-label.ts';

/**
 * Values of a dimension that stand for all of its values, in tables whose rows have days: the line `すべて` beside those of PC and
 * smartphone, `All` beside the ages, an empty name beside the campaigns. [ING-47]
 *
 * The label alone proves nothing. A value is taken for a sum when, among rows that agree in everything but this column, one of its
 * numbers is exactly the sum of that number in the others: wherever it stands beside others, and at least once with a sum that is not 0.
 * `isWhole`: whether the cells are the whole table; else the last group may be cut off and is not looked at.
 */
export function findSubtotals(
  columns: readonly ColumnProposal[],
  cells: readonly (readonly string[])[],
  isWhole: boolean,
  mark: DecimalMark,
): readonly SubtotalValue[] {
  if (!columns.some(({ isTime }) => isTime)) return [];
  const labels = columns.flatMap(({ column, isTime }, at) => (isTime || column?.role === 'dimension' ? [at] : []));
  const numbers = columns.flatMap(({ column }, at) => (column?.role === 'measure' && !column.notAdditive ? [at] : []));
  return labels.flatMap(at => {
    const { heading, isTime } = columns[at] ?? {};
    if (heading === undefined || isTime) return [];
    const values = new Set(cells.map(row => (row[at] ?? '').trim()));
    const candidates = [...values].filter(value => value === '' || totalLabel(value) === 'likely');
    if (candidates.length === 0 || candidates.length === values.size) return [];
    const groups = groupsOf(cells, labels, at);
    const seen = isWhole ? groups : groups.slice(0, -1);
    return candidates.filter(value => addsUp(value, seen, at, numbers, mark)).map(value => ({ header: heading, value }));
  });
}

type Row = readonly string[];

/** Rows that agree in all labels but one, in the order in which they first come. */
function groupsOf(cells: readonly Row[], labels: readonly number[], but: number): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of cells) {
    const key = JSON.stringify(labels.filter(at => at !== but).map(at => row[at] ?? ''));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

function addsUp(
  value: string,
  groups: readonly (readonly Row[])[],
  at: number,
  numbers: readonly number[],
  mark: DecimalMark,
): boolean {
  let proved = 0;
  for (const group of groups) {
    const own = group.filter(row => (row[at] ?? '').trim() === value);
    const others = group.filter(row => (row[at] ?? '').trim() !== value);
    if (own.length === 0 || others.length === 0) continue;
    const [total] = own;
    if (own.length > 1 || total === undefined) return false;
    const equal = numbers.map(number => ({ total: unitsOf(total[number], mark), sum: sumOf(others, number, mark) }));
    if (!equal.some(({ total: left, sum }) => left === sum)) return false;
    if (equal.some(({ total: left, sum }) => left === sum && sum !== 0n)) proved += 1;
  }
  return proved > 0;
}

function sumOf(rows: readonly Row[], at: number, mark: DecimalMark): bigint {
  return rows.reduce((sum, row) => sum + unitsOf(row[at], mark), 0n);
}

const DECIMALS = 9;

/** A number in units of its ninth decimal; 0 for a cell without one. */
function unitsOf(cell: string | undefined, mark: DecimalMark): bigint {
  const read = readNumber(cell ?? '', mark);
  if (read.kind !== 'number') return 0n;
  const { units, scale } = scaledOf(read.value);
  return scale > DECIMALS ? 0n : units * 10n ** BigInt(DECIMALS - scale);
}
