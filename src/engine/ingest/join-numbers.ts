import type { RowBatch } from './row-batch.ts';

/**
 * `joined`: the row's cells now stand under their headings. `undecided`: commas of thousands may have cut numbers apart, and it cannot
 * be told how they belong together. `none`: nothing of that kind.
 */
export type Joined =
  /** `sample`: the first of the numbers. */
  { readonly kind: 'joined'; readonly sample: string } | { readonly kind: 'undecided' } | { readonly kind: 'none' };

/**
 * Puts numbers together again that their own commas have cut into cells, in a row with more cells than headings. [ING-07]
 *
 * `(1,000)` without quotes arrives as `(1` and `000)`, and neither is a number. It is put together when the row fits its headings in
 * exactly one way. `zeros`: every cell after the first is a number, as in tables of metrics by period; then three digits that begin
 * with 0 are a piece as well. Two cells that are both numbers by themselves (`1,200`) prove nothing.
 */
export function joinNumbers(batch: RowBatch, row: number, expected: number, zeros: boolean): Joined {
  const cells = batch.texts(row).map(cell => cell.trim());
  if (cells.length > WIDEST) return { kind: 'none' };
  const runs = runsOf(batch, row, cells, zeros);
  if (runs.every(ends => ends.length === 0)) return { kind: mayBeCut(batch, row, cells) ? 'undecided' : 'none' };
  const ways = fits(cells, runs, expected, zeros);
  const [only, ...others] = ways;
  const [first] = only ?? [];
  if (!only || !first || others.length > 0) return { kind: 'undecided' };
  // From the right, so that the places of those to the left stay what they are.
  for (const { at, count } of only.toReversed()) batch.joinCells(row, at, count);
  const sample = batch.text(row, first.at).trim();
  batch.joined.set(row, sample);
  return { kind: 'joined', sample };
}

/** Wider rows are not looked at. */
const WIDEST = 300;

interface Run {
  readonly at: number;
  readonly count: number;
}

/** Whether a row may have been cut inside brackets: some cell begins with one. Cheap, because every wide row of a file is asked. */
export function hasBracket(batch: RowBatch, row: number): boolean {
  const { bytes, starts, ends } = batch;
  const first = batch.firstCell(row);
  for (let cell = first; cell < first + batch.width(row); cell++) {
    let at = starts[cell] ?? 0;
    const end = ends[cell] ?? 0;
    while (at < end && bytes[at] === SPACE) at += 1;
    // A bracket, or something beyond ASCII: a full-width bracket, a currency sign.
    const byte = at < end ? (bytes[at] ?? 0) : 0;
    if (byte === BRACKET || byte === DOLLAR || byte > 0x7f) return true;
  }
  return false;
}

const SPACE = 0x20;
const DOLLAR = 0x24;
const BRACKET = 0x28;

const OPENED = /^[¥￥$€£]?[(（][¥￥$€£]?[1-9][0-9]{0,2}$/;
const CLOSING = /^[0-9]{3}(?:\.[0-9]+)?[)）]\p{L}{0,3}$/u;
const SIGNED = /^[-−－▲△+]?[¥￥$€£]?[-−－▲△+]?[1-9][0-9]{0,2}$/;
const THREE = /^[0-9]{3}$/;
const LAST = /^[0-9]{3}(?:\.[0-9]+)?(?:[%％]|\p{L}{1,3})?$/u;

/** For every cell, how many cells that begin with it are pieces of one number. */
function runsOf(batch: RowBatch, row: number, cells: readonly string[], zeros: boolean): readonly (readonly number[])[] {
  const isSplit = cells.map((_, i) => isUnquotedComma(batch, row, i));
  const anyZero = zeros && cells.some(beginsWithZero);
  return cells.map((first, at) => {
    const counts: number[] = [];
    const opened = OPENED.test(first);
    if (!opened && !(anyZero && SIGNED.test(first))) return counts;
    for (let next = at + 1; next < cells.length && isSplit[next]; next++) {
      const cell = cells[next] ?? '';
      if (opened ? CLOSING.test(cell) : LAST.test(cell)) counts.push(next - at + 1);
      if (!THREE.test(cell)) break;
    }
    return counts;
  });
}

/** Every way in which all cells, some joined, stand under the headings; at most two are looked for. */
function fits(
  cells: readonly string[],
  runs: readonly (readonly number[])[],
  expected: number,
  zeros: boolean,
): readonly (readonly Run[])[] {
  const found: Run[][] = [];
  const hopeless = new Set<number>();
  const go = (at: number, headings: number, path: Run[]): boolean => {
    if (found.length > 1) return true;
    if (headings === expected && cells.slice(at).every(cell => cell === '')) {
      found.push([...path]);
      return true;
    }
    const key = at * (expected + 1) + headings;
    if (at >= cells.length || headings >= expected || hopeless.has(key)) return false;
    let any = !isPiece(cells[at] ?? '', zeros) && go(at + 1, headings + 1, path);
    for (const count of runs[at] ?? []) any = go(at + count, headings + 1, [...path, { at, count }]) || any;
    if (!any) hopeless.add(key);
    return any;
  };
  go(0, 0, []);
  return found;
}

/** Whether a cell is no value by itself. */
function isPiece(cell: string, zeros: boolean): boolean {
  return OPENED.test(cell) || CLOSING.test(cell) || (zeros && beginsWithZero(cell));
}

function beginsWithZero(cell: string): boolean {
  return cell.startsWith('0') && LAST.test(cell);
}

/** Whether some cells beside one another read like a number with commas. */
function mayBeCut(batch: RowBatch, row: number, cells: readonly string[]): boolean {
  return cells.some((cell, i) => i > 0 && LAST.test(cell) && SIGNED.test(cells[i - 1] ?? '') && isUnquotedComma(batch, row, i));
}

const COMMA = 0x2c;

/** Whether nothing but a comma stands between a cell and the one before: no quotes. */
function isUnquotedComma(batch: RowBatch, row: number, column: number): boolean {
  if (column === 0) return false;
  const cell = batch.firstCell(row) + column;
  const end = batch.ends[cell - 1] ?? 0;
  return batch.starts[cell] === end + 1 && batch.bytes[end] === COMMA;
}
