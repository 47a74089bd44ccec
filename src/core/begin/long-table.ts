import { cellAt, type Grid, widthOf } from './grid.ts';
import { monthHeading } from './month-heading.ts';
import { type FigureKind, kindIn } from './row-kind.ts';
import { unitIn } from './sheet-unit.ts';

/** What the columns of a long table hold. */
interface LongColumns {
  /** Row of the headings. */
  readonly head: number;
  readonly names: readonly number[];
  readonly month: number;
  readonly unit: number | undefined;
  /** A column that says what each row's figure is. */
  readonly kind: number | undefined;
  /** Columns of figures with what they are; several beside each other, or one below a column of kinds. */
  readonly figures: readonly { readonly column: number; readonly kind: FigureKind | undefined }[];
}

const LOOKED_AT = 20;
const OTHER = /担当|責任者|部署|owner|備考|メモ|注記|コメント|note|comment|remark|更新|^(?:no\.?|#|id|番号)$/i;

/**
 * A sheet with a row for each KPI and month (KPI, 月, 目標, 実績) as one whose months run across, lines above it kept; undefined
 * where it is no such sheet. [BEG-04]
 */
export function widened(grid: Grid): Grid | undefined {
  const columns = longColumns(grid);
  if (!columns) return undefined;
  const { head, names, month, unit, kind, figures } = columns;
  const months = new Map<string, string>();
  const rows = new Map<string, { readonly labels: readonly string[]; readonly cells: Map<string, string> }>();
  let labels: readonly string[] = names.map(() => '');
  for (let row = head + 1; row < grid.length; row++) {
    const cell = (column: number | undefined) => (column === undefined ? '' : cellAt(grid, row, column).trim());
    const own = names.map(cell);
    if (own.some(text => text !== '')) labels = own.map((text, place) => (text === '' ? (labels[place] ?? '') : text));
    const heading = monthHeading(cell(month));
    if (!heading) continue;
    const key = `${heading.year ?? ''}-${heading.month}`;
    if (!months.has(key)) months.set(key, cell(month));
    for (const figure of figures) {
      const said = kind === undefined ? (figure.kind ?? '') : cell(kind);
      const place = [...labels, said, cell(unit)].join('\u0000');
      const line = rows.get(place) ?? { labels: [...labels, WORDS[said] ?? said, cell(unit)], cells: new Map<string, string>() };
      rows.set(place, line);
      if (!line.cells.has(key)) line.cells.set(key, cell(figure.column));
    }
  }
  const order = [...months].toSorted(([a], [b]) => orderOf(a) - orderOf(b));
  return [
    ...grid.slice(0, head),
    [...names.map(() => 'KPI'), '区分', '単位', ...order.map(([, text]) => text)],
    ...[...rows.values()].map(({ labels: texts, cells }) => [...texts, ...order.map(([key]) => cells.get(key) ?? '')]),
  ];
}

/** Kinds as a sheet says them. */
const WORDS: Readonly<Record<string, string>> = {
  target: '目標',
  actual: '実績',
  'last-year': '前年',
  ratio: '達成率',
  difference: '差異',
  forecast: '見込',
  cumulative: '累計',
};

/** Months with a year stand in their order; those without keep the order in which they come. */
function orderOf(key: string): number {
  const [year, month] = key.split('-');
  return year === '' ? 0 : Number(year) * 12 + Number(month);
}

function longColumns(grid: Grid): LongColumns | undefined {
  for (let head = 0; head < Math.min(LOOKED_AT, grid.length - 4); head++) {
    const found = columnsBelow(grid, head);
    if (found) return found;
  }
  return undefined;
}

function columnsBelow(grid: Grid, head: number): LongColumns | undefined {
  const width = widthOf(grid);
  const heads = Array.from({ length: width }, (_, column) => cellAt(grid, head, column).normalize('NFKC').trim());
  if (heads.filter(text => text !== '' && !/^\d+$/.test(text)).length < 3 || heads.some(text => monthHeading(text)))
    return undefined;
  const below = heads.map((_, column) =>
    grid.slice(head + 1).flatMap(row => ((row[column] ?? '').trim() === '' ? [] : [(row[column] ?? '').trim()])),
  );
  const share = (column: number, test: (text: string) => boolean) => {
    const cells = below[column] ?? [];
    return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
  };
  const filled = heads.flatMap((text, column) => (text === '' || (below[column]?.length ?? 0) === 0 ? [] : [column]));
  const month = filled.find(
    column => share(column, text => monthHeading(text) !== undefined) >= 0.8 && repeats(below[column] ?? []),
  );
  if (month === undefined || (below[month]?.length ?? 0) < 4) return undefined;
  const others = filled.filter(column => column !== month && !OTHER.test(heads[column] ?? ''));
  const kind = others.find(column => share(column, text => kindIn(text) !== undefined) >= 0.8);
  const unit = others.find(
    column => column !== kind && share(column, text => unitIn(text) !== undefined && !/\d/.test(text)) >= 0.7,
  );
  const isFigure = (column: number) => share(column, text => /\d/.test(text) || /^[-−–—]$/.test(text)) >= 0.6;
  const rest = others.filter(column => column !== kind && column !== unit);
  const numbers = rest.filter(isFigure).map(column => ({ column, kind: kindIn(heads[column] ?? '') }));
  // A lone column of figures without a kind holds values; of several, those that say what they are.
  const figures = numbers.filter(({ kind: said }) => kind !== undefined || said !== undefined || numbers.length === 1);
  const names = rest.filter(column => !isFigure(column));
  return names.length === 0 || figures.length === 0 ? undefined : { head, names, month, unit, kind, figures };
}

/** In a long table each month comes once for every KPI. */
function repeats(cells: readonly string[]): boolean {
  return new Set(cells).size * 2 <= cells.length;
}
