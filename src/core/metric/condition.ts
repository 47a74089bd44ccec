import { addDays, parseDay } from '../calendar/day.ts';
import type { Column, ColumnType, Dataset } from '../measure/dataset.ts';
import { isDecimal } from '../number/decimal.ts';
import type { Place, Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import { unreachable } from '../problem/unreachable.ts';
import { conditionMessages } from './condition-messages.ts';
import type { Condition } from './measurement.ts';

/** As `where` writes it: all scalars as their text, an empty one as null. */
export type RawConditions = Readonly<Record<string, RawCondition>>;
export type RawCondition =
  | string
  | null
  | readonly (string | null)[]
  | Readonly<Record<string, string | null | readonly (string | null)[]>>;

const CONDITION_LIMITS = { conditions: 50, values: 1_000, characters: 1_000 } as const;

const problem = problemsOf(conditionMessages);

/**
 * Reads a `where` block against a dataset's columns. [MET-03]
 *
 * `country: [Japan, France]` one of · `country: '!= Japan'` none of · `country:` (nothing) not set ·
 * `quantity: '> 0'`, `'>= 1'`, `'1..10'` (ends included) · `price: { more: 0, at-most: 100 }` · `country: { set: yes }`
 *
 * A day compared with moments means the whole day: `<= 2026-03-31` includes its evening.
 */
export function parseConditions(
  raw: RawConditions,
  dataset: Dataset,
  placeOf: (column: string) => Place,
): { readonly conditions: readonly Condition[]; readonly problems: readonly Problem[] } {
  const read = Object.entries(raw).map(([column, value]) => ({ column, found: conditionsFrom(column, value, dataset) }));
  const conditions = read.flatMap(({ found }) => found);
  return {
    conditions: conditions.map(condition => wholeDays(condition, dataset)),
    problems: conditions.flatMap(condition => checkCondition(condition, dataset, placeOf(condition.column))),
  };
}

/** What is wrong with a condition, whoever wrote it. */
export function checkCondition({ column: id, is, values }: Condition, dataset: Dataset, place: Place = {}): readonly Problem[] {
  const column = dataset.columns.find(each => each.id === id);
  if (!column) {
    const known = dataset.columns.map(each => each.id);
    return [problem('condition-column', { column: id, dataset: dataset.id, ...suggestion(id, known) }, place)];
  }
  if (values.length > CONDITION_LIMITS.values)
    return [problem('condition-too-many', { column: id, limit: CONDITION_LIMITS.values }, place)];
  switch (is) {
    case 'set':
    case 'not-set':
      return [];
    case 'one-of':
    case 'none-of':
      return values
        .filter(value => value !== '' && !isValueOf(value, column.type))
        .map(value => wrongValue(column, value, place));
    case 'less':
    case 'at-most':
    case 'more':
    case 'at-least': {
      if (!HAS_ORDER[column.type]) return [problem('condition-order', { column: id }, place)];
      const [value = ''] = values;
      return values.length === 1 && isValueOf(value, column.type) ? [] : [wrongValue(column, value, place)];
    }
    default:
      return unreachable(is);
  }
}

const HAS_ORDER: Readonly<Record<ColumnType, boolean>> = {
  text: false,
  boolean: false,
  integer: true,
  decimal: true,
  date: true,
  timestamp: true,
};

const OPERATORS: readonly (readonly [RegExp, Condition['is']])[] = [
  [/^(?:>=|≥|≧)\s*(.*)$/s, 'at-least'],
  [/^(?:<=|≤|≦)\s*(.*)$/s, 'at-most'],
  [/^>\s*(.*)$/s, 'more'],
  [/^<\s*(.*)$/s, 'less'],
];
const NOT = /^(?:!=|≠)\s*(.*)$/s;
const RANGE = /^(.+?)\s*\.\.\s*(.+)$/s;
const NAMED = ['one-of', 'none-of', 'less', 'at-most', 'more', 'at-least', 'set'] as const;

function conditionsFrom(column: string, raw: RawCondition, dataset: Dataset): readonly Condition[] {
  if (raw === null) return [{ column, is: 'not-set', values: [] }];
  if (typeof raw === 'string') return textCondition(column, raw, dataset);
  if (isList(raw)) return [{ column, is: 'one-of', values: raw.map(value => value ?? '') }];
  return Object.entries(raw).flatMap(([name, value]): Condition[] => {
    const is = NAMED.find(known => known === name);
    const values = (isList(value) ? value : [value]).map(each => each ?? '');
    if (is === 'set') return [{ column, is: /^(?:yes|true|set)$/i.test(values[0] ?? '') ? 'set' : 'not-set', values: [] }];
    return is === undefined ? [] : [{ column, is, values }];
  });
}

/** Signs of order mean something only where the column has an order; text may begin with any of them. */
function textCondition(column: string, text: string, dataset: Dataset): readonly Condition[] {
  const not = NOT.exec(text);
  if (not) return [{ column, is: 'none-of', values: [not[1] ?? ''] }];
  const type = dataset.columns.find(({ id }) => id === column)?.type;
  if (type && HAS_ORDER[type]) {
    for (const [pattern, is] of OPERATORS) {
      const match = pattern.exec(text);
      if (match) return [{ column, is, values: [match[1] ?? ''] }];
    }
    const range = RANGE.exec(text);
    if (range) {
      return [
        { column, is: 'at-least', values: [range[1] ?? ''] },
        { column, is: 'at-most', values: [range[2] ?? ''] },
      ];
    }
  }
  return [{ column, is: 'one-of', values: [text] }];
}

function wholeDays(condition: Condition, dataset: Dataset): Condition {
  const [value = ''] = condition.values;
  const day = dataset.columns.find(({ id }) => id === condition.column)?.type === 'timestamp' ? parseDay(value) : undefined;
  if (!day) return condition;
  if (condition.is === 'at-most') return { ...condition, is: 'less', values: [addDays(day, 1)] };
  if (condition.is === 'more') return { ...condition, is: 'at-least', values: [addDays(day, 1)] };
  return condition;
}

function isValueOf(value: string, type: ColumnType): boolean {
  switch (type) {
    case 'text':
      return value.length <= CONDITION_LIMITS.characters;
    case 'integer':
      return /^-?(?:0|[1-9]\d{0,17})$/.test(value);
    case 'decimal':
      return isDecimal(value) && /^-?\d{1,29}(?:\.\d{1,9})?$/.test(value);
    case 'boolean':
      return value === 'true' || value === 'false';
    case 'date':
      return parseDay(value) !== undefined;
    case 'timestamp':
      return parseDay(value.slice(0, 10)) !== undefined && /^.{10}(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?$/.test(value);
    default:
      return unreachable(type);
  }
}

function wrongValue(column: Column, value: string, place: Place): Problem {
  return problem('condition-value', { column: column.id, value: value.slice(0, 60), type: column.type }, place);
}

function isList(value: RawCondition): value is readonly (string | null)[] {
  return Array.isArray(value);
}
