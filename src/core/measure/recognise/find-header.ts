import { headerKey } from './header-text.ts';
import type { SampleRow } from './sample.ts';
import { isBlank, isComment } from './sample.ts';
import type { HeaderPlace } from './table-mapping.ts';
import { totalLabel } from './total-label.ts';
import { looksLikeDate, looksLikeValue } from './value-like.ts';

/** Where the headings of a table are, and the names they give to its columns; a column without a name has an empty one. */
export interface FoundHeader {
  readonly place: HeaderPlace;
  readonly names: readonly string[];
  /** Index of the row after the headings, in the sample. */
  readonly next: number;
}

/** Headings stand among the first rows. */
const SEARCHED_ROWS = 40;
/** Longer texts are no names. */
const LONGEST_NAME = 300;

/**
 * Finds the row of headings behind whatever stands before it. [ING-11]
 *
 * The headings are the first row that is about as wide as the table, holds names and not values, and does not repeat one text. Months
 * as headings are names too. A second row of names right below belongs to the headings when the rows after it hold values where it
 * does not: keys above labels, or groups above names.
 * Undefined: the file has no headings.
 */
export function findHeader(rows: readonly SampleRow[]): FoundHeader | undefined {
  const candidates = rows.flatMap((row, index) => (isBlank(row) || isComment(row) ? [] : [{ row, index, span: spanOf(row) }]));
  const width = usualSpan(candidates.map(candidate => candidate.span));
  const at = candidates
    .slice(0, SEARCHED_ROWS)
    .findIndex(({ row, span }) => span >= Math.max(width - 1, Math.min(width, 2)) && holdsNames(row, width));
  const found = candidates[at];
  if (!found) return undefined;
  const below = candidates[at + 1];
  const after = candidates.slice(at + 2, at + 12).map(candidate => candidate.row);
  const second = below && below.index === found.index + 1 ? secondRow(found.row, below.row, after) : undefined;
  if (!second || !below) {
    return {
      place: { line: found.row.line, rows: 1, names: 'last' },
      names: trimmedNames(found.row.cells),
      next: found.index + 1,
    };
  }
  return {
    place: { line: found.row.line, rows: 2, names: second },
    names: namesOf([found.row, below.row], second),
    next: below.index + 1,
  };
}

/** The names that one or two rows of headings give to the columns. */
export function namesOf(rows: readonly SampleRow[], names: HeaderPlace['names']): readonly string[] {
  const [upper, lower] = rows;
  if (!upper) return [];
  if (!lower) return trimmedNames(upper.cells);
  if (names === 'last') return trimmedNames(lower.cells);
  let group = '';
  const width = Math.max(spanOf(upper), spanOf(lower));
  return Array.from({ length: width }, (_, column) => {
    const above = (upper.cells[column] ?? '').trim();
    const below = (lower.cells[column] ?? '').trim();
    if (above !== '') group = above;
    return below === '' || below === group ? group : group === '' ? below : `${group} ${below}`;
  });
}

function trimmedNames(cells: readonly string[]): readonly string[] {
  const names = cells.map(cell => cell.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''));
  return names.slice(0, lastFilled(names) + 1);
}

function holdsNames(row: SampleRow, width: number): boolean {
  const filled = row.cells.map(cell => cell.trim()).filter(cell => cell !== '');
  if (filled.some(cell => cell.length > LONGEST_NAME)) return false;
  const names = filled.filter(cell => !looksLikeValue(cell) || looksLikeDate(cell));
  const dates = filled.filter(looksLikeDate).length;
  const onlyText =
    dates === 0 ||
    (dates >= 2 && dates >= filled.length - 4 && !filled.some(cell => looksLikeValue(cell) && !looksLikeDate(cell)));
  const isTitle = width > 1 && filled.length > 1 && new Set(filled).size === 1;
  const isTotal = filled.some(cell => totalLabel(cell) === 'certain') && filled.length < width / 2;
  return filled.length >= Math.max(1, width * 0.5) && names.length === filled.length && onlyText && !isTitle && !isTotal;
}

function secondRow(first: SampleRow, second: SampleRow, after: readonly SampleRow[]): HeaderPlace['names'] | undefined {
  if (!holdsNames(second, spanOf(second)) || after.length === 0) return undefined;
  const differs = second.cells.some(
    (cell, column) =>
      cell !== '' &&
      !looksLikeValue(cell) &&
      after.some(row => looksLikeValue(row.cells[column] ?? '') && (row.cells[column] ?? '') !== ''),
  );
  if (!differs || second.cells.some(looksLikeDate)) return undefined;
  const keys = filledOf(first).every(cell => /^[\w.$:-]+$/.test(cell)) && /[^\0-\x7f]/.test(second.cells.join(''));
  if (keys && filledOf(second).length >= filledOf(first).length - 1) return 'last';
  const upper = first.cells.slice(0, spanOf(second)).map(cell => cell.trim());
  const grouped =
    upper.some((cell, column) => column > 0 && (cell === '' || cell === upper[column - 1])) || spanOf(first) < spanOf(second);
  const repeated = new Set(filledOf(second).map(headerKey)).size < filledOf(second).length;
  return grouped && (repeated || filledOf(first).length < filledOf(second).length) ? 'joined' : undefined;
}

function filledOf(row: SampleRow): readonly string[] {
  return row.cells.map(cell => cell.trim()).filter(cell => cell !== '');
}

function spanOf(row: SampleRow): number {
  return lastFilled(row.cells) + 1;
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex(cell => cell.trim() !== '');
}

/** The width most rows have; of several, the widest. */
function usualSpan(spans: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const span of spans) counts.set(span, (counts.get(span) ?? 0) + 1);
  let best = 0;
  let most = 0;
  for (const [span, count] of counts) {
    if (count > most || (count === most && span > best)) {
      best = span;
      most = count;
    }
  }
  return best;
}
