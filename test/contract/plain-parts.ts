import type { Day } from '#core/calendar/day.ts';
import type { CoarseRows, Figure, PartsRequest, Take } from '#core/measure/parts.ts';
import type { RowTerm } from '#core/measure/row-expression.ts';
import type { Condition } from '#core/metric/measurement.ts';
import {
  add,
  compareRationals,
  exactDecimal,
  multiply,
  type Rational,
  rational,
  rationalOf,
  subtract,
} from '#core/number/rational.ts';

/** A row as a plain reader sees it: its batch, its days, its time, its values as text ('' for none). */
export interface PlainRow {
  readonly batch: string;
  readonly from: Day;
  readonly to: Day;
  readonly values: Readonly<Record<string, string>>;
}

/** Answers a parts request by reading every row as the rules say: slowly and plainly. Lines of text, sorted. */
export function plainParts(rows: readonly PlainRow[], request: PartsRequest): readonly string[] {
  const live = rows.filter(row =>
    request.live.some(each => each.batch === row.batch && each.from <= row.from && row.to <= each.to),
  );
  const kept = live.filter(row => request.where.every(condition => holds(row, condition, request)));
  if (request.take.kind === 'between') return pairs(kept, request.take, request);
  if (request.take.kind === 'spans') throw new Error('amounts by their own days are no figures of periods');
  const { take } = request;
  const lines: string[] = [];
  for (const [index, period] of request.periods.entries()) {
    const inside = kept.filter(row => period.from <= row.from && row.to <= period.to);
    for (const [slice, sliceRows] of grouped(inside, row => sliceOf(row, request))) {
      const figure = figureOf(sliceRows, take, period.from, period.to);
      if (figure) lines.push(figureLine(index, slice, figure));
    }
  }
  return lines.toSorted();
}

export function plainCoarse(rows: readonly PlainRow[], request: PartsRequest): readonly string[] {
  const first = request.periods.map(({ from }) => from).toSorted()[0] ?? '';
  const last =
    request.periods
      .map(({ to }) => to)
      .toSorted()
      .at(-1) ?? '';
  const coarse = rows
    .filter(row => request.live.some(each => each.batch === row.batch && each.from <= row.from && row.to <= each.to))
    .filter(row => request.where.every(condition => holds(row, condition, request)))
    .filter(({ from, to }) => from < to && from <= last && to >= first)
    .map(row => coarseLine({ from: row.from, to: row.to, slice: JSON.parse(sliceOf(row, request)) as string[] }));
  return [...new Set(coarse)].toSorted();
}

export function figureLine(period: number, slice: string, figure: Figure): string {
  return `${period} ${slice} ${JSON.stringify(figure.kind === 'between' ? { ...figure, pairs: [...figure.pairs].sort((a, b) => (a.from + a.to < b.from + b.to || (a.from + a.to === b.from + b.to && (a.seconds ?? 0) < (b.seconds ?? 0)) ? -1 : 1)) } : figure)}`;
}

export function coarseLine({ from, to, slice }: CoarseRows): string {
  return `${from}..${to} ${JSON.stringify(slice)}`;
}

function figureOf(
  rows: readonly PlainRow[],
  take: Exclude<Take, { kind: 'between' | 'spans' }>,
  from: Day,
  to: Day,
): Figure | undefined {
  switch (take.kind) {
    case 'rows':
      return { kind: 'rows', rows: rows.length };
    case 'sum': {
      const values = rows.flatMap(row => termValue(take.expression.terms, row) ?? []);
      return { kind: 'sum', rows: rows.length, valued: values.length, sum: total(values) };
    }
    case 'single': {
      const values = rows
        .filter(row => row.from === from && row.to === to)
        .flatMap(row => termValue(take.expression.terms, row) ?? []);
      return { kind: 'single', rows: rows.length, exact: values.length, sum: total(values) };
    }
    case 'distinct':
      return {
        kind: 'distinct',
        rows: rows.length,
        distinct: new Set(rows.map(row => row.values[take.column]).filter(Boolean)).size,
      };
    case 'repeaters': {
      const people = grouped(rows, row => row.values[take.column] ?? '');
      const isRepeater = (own: readonly PlainRow[]) =>
        new Set(own.map(row => row.values[take.having]).filter(Boolean)).size >= take.atLeast;
      return {
        kind: 'distinct',
        rows: rows.length,
        distinct: [...people].filter(([id, own]) => id !== '' && isRepeater(own)).length,
      };
    }
    case 'last': {
      const valued = rows.filter(row => row.values[take.column]);
      const day = valued
        .map(row => row.to)
        .toSorted()
        .at(-1);
      if (!day) return undefined;
      return {
        kind: 'last',
        day,
        sum: total(valued.filter(row => row.to === day).map(row => rationalOf(row.values[take.column] ?? '0'))),
      };
    }
  }
}

function pairs(rows: readonly PlainRow[], take: Extract<Take, { kind: 'between' }>, request: PartsRequest): readonly string[] {
  const time = request.dataset.kind === 'event' ? request.dataset.time : '';
  const at = (row: PlainRow) => row.values[time] ?? '';
  const found: { readonly from: Day; readonly to: PlainRow; readonly seconds: number }[] = [];
  const secondsOf = (row: PlainRow) => Math.floor(Date.parse(`${at(row).replace(' ', 'T')}Z`) / 1_000);
  for (const [thing, own] of grouped(rows, row => row.values[take.of] ?? '')) {
    if (thing === '') continue;
    const [begin] = own.filter(row => take.from.every(c => holds(row, c, request))).toSorted((a, b) => (at(a) < at(b) ? -1 : 1));
    if (!begin) continue;
    const [end] = own
      .filter(row => take.to.every(c => holds(row, c, request)) && at(row) >= at(begin))
      .toSorted((a, b) => (at(a) < at(b) ? -1 : 1));
    if (end) found.push({ from: begin.from, to: end, seconds: take.precise ? secondsOf(end) - secondsOf(begin) : 0 });
  }
  return request.periods
    .flatMap((period, index) => {
      const inside = found.filter(({ to }) => period.from <= to.from && to.from <= period.to);
      return [...grouped(inside, ({ to }) => sliceOf(to, request))].map(([slice, own]) => {
        const counted = [...grouped(own, ({ from, to, seconds }) => `${from} ${to.from} ${seconds}`)].map(([days, same]) => ({
          from: days.slice(0, 10) as Day,
          to: days.slice(11, 21) as Day,
          count: same.length,
          ...(take.precise ? { seconds: Number(days.slice(22)) } : {}),
        }));
        return figureLine(index, slice, { kind: 'between', pairs: counted });
      });
    })
    .toSorted();
}

function holds(row: PlainRow, { column, is, values }: Condition, { dataset }: PartsRequest): boolean {
  const value = row.values[column] ?? '';
  const type = dataset.columns.find(({ id }) => id === column)?.type;
  const isNumber = type === 'integer' || type === 'decimal';
  const isSame = (other: string) =>
    isNumber && value !== '' && other !== '' ? compareRationals(rationalOf(value), rationalOf(other)) === 0 : value === other;
  const order = (other: string) =>
    isNumber ? compareRationals(rationalOf(value), rationalOf(other)) : value < other ? -1 : value > other ? 1 : 0;
  const [bound = ''] = values;
  switch (is) {
    case 'one-of':
      return values.some(isSame);
    case 'none-of':
      return !values.some(isSame);
    case 'less':
      return value !== '' && order(bound) < 0;
    case 'at-most':
      return value !== '' && order(bound) <= 0;
    case 'more':
      return value !== '' && order(bound) > 0;
    case 'at-least':
      return value !== '' && order(bound) >= 0;
    case 'set':
      return value !== '';
    case 'not-set':
      return value === '';
  }
}

function termValue(term: RowTerm, row: PlainRow): Rational | undefined {
  switch (term.kind) {
    case 'number':
      return rationalOf(term.value);
    case 'column': {
      const value = row.values[term.id];
      return value ? rationalOf(value) : undefined;
    }
    case 'negation': {
      const value = termValue(term.operand, row);
      return value && multiply(value, rational(-1));
    }
    case 'operation': {
      const [left, right] = [termValue(term.left, row), termValue(term.right, row)];
      return left && right && { '+': add, '-': subtract, '*': multiply }[term.operator](left, right);
    }
    case 'least':
    case 'greatest': {
      const values = term.of.map(part => termValue(part, row));
      const sorted = values.flatMap(value => value ?? []).toSorted(compareRationals);
      return sorted.length < values.length ? undefined : sorted.at(term.kind === 'least' ? 0 : -1);
    }
  }
}

function total(values: readonly Rational[]): string {
  return exactDecimal(values.reduce(add, rational(0))) ?? '';
}

function sliceOf(row: PlainRow, { by }: PartsRequest): string {
  return JSON.stringify(by.map(column => row.values[column] ?? ''));
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
