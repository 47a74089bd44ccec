import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultCalendar } from '../calendar/calendar-settings.ts';
import type { Day } from '../calendar/day.ts';
import { periodsBetween } from '../calendar/periods-between.ts';
import type { Formula } from '../formula/ast.ts';
import { parseFormula } from '../formula/parse.ts';
import { EMPTY_CATALOGUE, parseCatalogue } from '../metric/catalogue.ts';
import { parseDefinitions } from '../metric/definitions-parse.ts';
import { add, compareRationals, divide, multiply, type Rational, rational, subtract } from '../number/rational.ts';
import { decimalOf } from './measured-value.ts';
import type { Observation } from './observation.ts';
import { assemble } from './observe-assemble.ts';
import { type PlannedRequest, planQuery, type QueryPlan } from './observe-plan.ts';
import type { Part } from './parts.ts';
import type { Knowledge } from './question.ts';
import type { RequestAnswer } from './request-answers.ts';

const MONTHS = periodsBetween('2026-01-01' as Day, '2026-04-30' as Day, 'month', defaultCalendar).map(({ period }) => period);
const SHOPS = ['osaka', 'tokyo'];
const FORMULAS = [
  'a / b',
  'a + b * 2',
  'a - previous(b)',
  '(a - previous(a)) / previous(a)',
  'min(a, b) - max(3, b)',
  '-a / (b - 3)',
  'power(a, 3) + last-year(a)',
  'a / b / (a - b)',
];

const YAML = `
datasets:
  da: { kind: aggregate, columns: { shop: text, n: integer } }
  db: { kind: aggregate, columns: { shop: text, n: integer } }
metrics:
  a: { from: da, sum: n }
  b: { from: db, sum: n }
${FORMULAS.map((formula, index) => `  f${index}: { equals: "${formula}", unit: ratio, numerator: x, denominator: y }`).join('\n')}
`;

/** Amount per dataset, month and shop; nothing where there are no rows. */
type Data = readonly (readonly (number | undefined)[])[];

test('[CNV-07] derived metrics are evaluated over exact sums, per slice and in total, on random data and formulas', () => {
  const amount = fc.option(fc.integer({ min: -3, max: 6 }), { nil: undefined });
  const table = fc.array(fc.array(amount, { minLength: 2, maxLength: 2 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(table, table, (a, b) => {
      const plan = planned();
      const answers = assemble(plan, new Map(plan.requests.map(request => [request.key, answerFrom(request, { da: a, db: b })])));
      for (const [index, text] of FORMULAS.entries()) {
        const formula = parsed(text);
        const answer = answers[index];
        for (const month of MONTHS.keys()) {
          const inTotal = (table: Data, at: number) => sumOf(table[at] ?? []);
          expect(short(answer?.totals[month]?.observation), `${text} in month ${month}`).toBe(
            expected(formula, month, a, b, inTotal),
          );
          for (const [shop, name] of SHOPS.entries()) {
            const cell = answer?.cells.find(each => each.from === MONTHS[month]?.from && each.slice.shop === name);
            const inShop = (table: Data, at: number) => table[at]?.[shop];
            if (cell) expect(short(cell.observation), `${text} of ${name}`).toBe(expected(formula, month, a, b, inShop));
            else expect([...a, ...b].every(row => row[shop] === undefined)).toBe(true);
          }
        }
      }
    }),
    { seed: 20261125, numRuns: 150 },
  );
});

test('[OBS-10] each figure is asked for once, however many metrics rest on it', () => {
  const kinds = planned().requests.map(({ kind, key }) => `${kind} ${key.includes('"da"') || key.endsWith('da') ? 'da' : 'db'}`);
  expect(kinds.toSorted()).toEqual(['covered-days da', 'covered-days db', 'parts da', 'parts da', 'parts db', 'parts db']);
});

test('[MET-09] a catalogue metric is computed by its formula when its inputs are measured, and named when they are not', () => {
  const text = { ja: '名', en: 'name' };
  const entry = { name: text, meaning: text, unit: 'ratio', direction: 'up' as const, aggregation: 'ratio' as const };
  const catalogue = parseCatalogue({
    things: {},
    metrics: {
      a: { ...entry, unit: 'count' },
      b: { ...entry, unit: 'count' },
      c: { ...entry, unit: 'count' },
      rate: { ...entry, formula: 'a / b' },
      other: { ...entry, formula: 'rate / c' },
      stock: { ...entry, unit: 'count', formula: 'previous(stock) + a' },
    },
  });
  if (!catalogue.ok) throw new Error(JSON.stringify(catalogue.problems));
  const known = knowledge({ catalogue: catalogue.value });
  const ask = (metric: string) => planQuery({ metrics: [metric], periods: MONTHS, by: [], where: [] }, known);
  expect(ask('rate').ok).toBe(true);
  expect(ask('other').problems).toMatchObject([
    { code: 'metric-inputs-not-measured', params: { metric: 'other', missing: ['c'] } },
  ]);
  expect(ask('c').problems).toMatchObject([{ code: 'metric-not-measured', params: { metric: 'c' } }]);
  expect(ask('stock').problems).toMatchObject([{ code: 'metric-not-measured' }]);
  expect(ask('nothing').problems).toMatchObject([{ code: 'metric-not-measured' }]);
});

test('[OBS-10] cuts and conditions that a dataset cannot answer are named', () => {
  const ask = (more: object) =>
    planQuery({ metrics: ['a'], periods: MONTHS, by: [], where: [], ...more }, knowledge({})).problems;
  expect(ask({ by: ['shp'] })).toMatchObject([
    { code: 'dimension-unknown', params: { column: 'shp', dataset: 'da', suggestion: 'shop' } },
  ]);
  expect(ask({ where: [{ column: 'city', is: 'set', values: [] }] })).toMatchObject([{ code: 'dimension-unknown' }]);
  expect(ask({ where: [{ column: 'n', is: 'more', values: ['x'] }] })).toMatchObject([{ code: 'condition-value' }]);
  expect(ask({ by: ['shop', 'shop', 'shop', 'shop', 'shop', 'shop', 'shop'] })).toMatchObject([{ code: 'too-many-dimensions' }]);
});

function planned(): QueryPlan {
  const metrics = FORMULAS.map((_, index) => `f${index}`);
  const plan = planQuery({ metrics, periods: MONTHS, by: ['shop'], where: [] }, knowledge({}));
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  return plan.value;
}

function knowledge(more: Partial<Knowledge>): Knowledge {
  const definitions = parseDefinitions(YAML, EMPTY_CATALOGUE, 'JPY');
  if (!definitions.ok) throw new Error(JSON.stringify(definitions.problems));
  return {
    definitions: definitions.value,
    catalogue: EMPTY_CATALOGUE,
    live: new Map(),
    closes: [],
    calendar: defaultCalendar,
    today: '2027-01-01' as Day,
    ...more,
  };
}

function answerFrom(planned: PlannedRequest, data: Readonly<Record<string, Data>>): RequestAnswer {
  if (planned.kind !== 'parts') return { kind: 'covered-days', days: [{ from: '2020-01-01' as Day, to: '2026-12-31' as Day }] };
  const { request } = planned;
  const table = data[request.dataset.id] ?? [];
  const parts = request.periods.flatMap(({ from }, period): readonly Part[] => {
    const row = table[MONTHS.findIndex(month => month.from === from)] ?? [];
    const part = (slice: readonly string[], n: number | undefined): readonly Part[] =>
      n === undefined ? [] : [{ period, slice, figure: { kind: 'sum', rows: 1, valued: 1, sum: String(n) } }];
    return request.by.length === 0 ? part([], sumOf(row)) : row.flatMap((n, shop) => part([SHOPS[shop] ?? ''], n));
  });
  return { kind: 'parts', answer: { kind: 'parts', parts, coarse: [] } };
}

type Outcome = Rational | 'no-data' | 'undefined';

/** The formula over plain numbers, written out by hand. */
function expected(
  formula: Formula,
  month: number,
  a: Data,
  b: Data,
  valueIn: (table: Data, month: number) => number | undefined,
): string {
  const of = (part: Formula, at: number): Outcome => {
    switch (part.kind) {
      case 'number':
        return rational(BigInt(part.value));
      case 'reference': {
        const value = valueIn(part.id === 'a' ? a : b, at);
        return value === undefined ? 'no-data' : rational(value);
      }
      case 'negation':
        return both(rational(-1), of(part.operand, at), multiply);
      case 'operation':
        return both(
          of(part.left, at),
          of(part.right, at),
          { '+': add, '-': subtract, '*': multiply, '/': divide }[part.operator],
        );
      case 'call': {
        const [first, second] = part.args;
        if (!first) throw new Error('no argument');
        if (part.name === 'previous') return of(first, at - 1);
        if (part.name === 'last-year') return of(first, at - 12);
        const value = of(first, at);
        if (part.name === 'power') return both(both(value, value, multiply), value, multiply);
        const other = second ? of(second, at) : value;
        const pick = (wanted: number) => (x: Rational, y: Rational) => (compareRationals(x, y) === wanted ? x : y);
        return both(value, other, pick(part.name === 'min' ? -1 : 1));
      }
    }
  };
  const outcome = of(formula, month);
  return typeof outcome === 'string' ? outcome : decimalOf(outcome);
}

function both(x: Outcome, y: Outcome, compute: (x: Rational, y: Rational) => Rational | undefined): Outcome {
  if (x === 'no-data' || y === 'no-data') return 'no-data';
  if (x === 'undefined' || y === 'undefined') return 'undefined';
  return compute(x, y) ?? 'undefined';
}

function short(observation: Observation | undefined): string {
  if (!observation) return 'missing';
  return observation.state === 'no-data' || observation.state === 'undefined' ? observation.state : observation.exact;
}

function sumOf(values: readonly (number | undefined)[]): number | undefined {
  const present = values.filter(value => value !== undefined);
  return present.length === 0 ? undefined : present.reduce((sum, value) => sum + value, 0);
}

function parsed(text: string): Formula {
  const formula = parseFormula(text);
  if (!formula.ok) throw new Error(text);
  return formula.value;
}
