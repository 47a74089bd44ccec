import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { exactAlgebra } from '#core/formula/exact-algebra.ts';
import { parseCatalogue } from '#core/metric/catalogue.ts';
import { type Rational, rational, rationalOf } from '#core/number/rational.ts';
import type { Arithmetic } from '#core/plan/arithmetic.ts';
import { checkPlan, type PlanCheck } from '#core/plan/check-plan.ts';
import { evaluate } from '#core/plan/evaluate.ts';
import { evaluateDrivers } from '#core/plan/evaluate-drivers.ts';
import { type Bound, monthKey } from '#core/plan/month-bounds.ts';
import type { Reading } from '#core/plan/reading.ts';
import { decimalText } from '#core/plan/shown.ts';
import type { Param, Problem } from '#core/problem/problem.ts';
import { achievementOf } from '#core/progress/achievement.ts';
import { changeBetween } from '#core/text/change.ts';
import { readCatalogue } from '../../build/catalogue.mjs';

/**
 * Every folder in `plan/` is a case: `plan.yaml`, sometimes `sheet.csv`, and what must come out of them in `expect.json`.
 * Adding a case needs no code here. All errors and warnings of a plan are listed; what is listed must be there, and nothing else.
 */
interface Expected {
  /** Why the case is there. */
  readonly about: string;
  readonly goals?: Readonly<Record<string, ExpectedGoal>>;
  readonly problems?: readonly ExpectedProblem[];
  /** What nodes come to in the first month at full run rate, when drivers stand at what their targets name. */
  readonly values?: Readonly<Record<string, string>>;
  /** The same over the whole plan, for flows. */
  readonly totals?: Readonly<Record<string, string>>;
  /** The same in single months, delays included. */
  readonly months?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What nodes come to when drivers stand at their baselines. */
  readonly baselines?: Readonly<Record<string, string>>;
  /** What is wanted of nodes in the first month. */
  readonly wanted?: Readonly<Record<string, string>>;
  /** How far a measured value fulfils a node's target. */
  readonly achievements?: Readonly<Record<string, { readonly actual: string; readonly ratio: string }>>;
  /** From baseline to target: relative, index or points; of calculated nodes, from what baselines give to what targets give. */
  readonly changes?: Readonly<Record<string, { readonly relative?: string; readonly index?: string; readonly points?: string }>>;
}

interface ExpectedReading {
  readonly verdict: Reading['verdict'];
  readonly implied?: string;
  readonly coverage?: string;
  readonly shortBy?: string;
}

interface ExpectedGoal extends ExpectedReading {
  readonly steady?: ExpectedReading;
  readonly pipeline?: string;
  /** What drivers alone would have to be. */
  readonly required?: Readonly<Record<string, string>>;
  /** How many times its planned value each of them would have to be. */
  readonly factors?: Readonly<Record<string, string>>;
  /** Those of them that can never be. */
  readonly impossible?: readonly string[];
}

interface ExpectedProblem {
  readonly code: string;
  /** Path with dots. */
  readonly at?: string;
  readonly params?: Readonly<Record<string, Param>>;
}

const folder = fileURLToPath(new URL('./plan', import.meta.url));
const parsed = parseCatalogue(readCatalogue(fileURLToPath(new URL('../../catalogue', import.meta.url))));
if (!parsed.ok) throw new Error('the catalogue has errors');
const catalogue = parsed.value;

describe('plans', () => {
  test.each(readdirSync(folder).sort())('%s', name => {
    const file = (part: string) => `${folder}/${name}/${part}`;
    const sheet = existsSync(file('sheet.csv')) ? readFileSync(file('sheet.csv'), 'utf8') : '';
    const check = checkPlan({ yaml: readFileSync(file('plan.yaml'), 'utf8'), sheet }, catalogue);
    const expected = JSON.parse(readFileSync(file('expect.json'), 'utf8')) as Expected;
    expect(problemsAsExpected(check.problems, expected.problems ?? [])).toEqual(expected.problems ?? []);
    for (const [id, goal] of Object.entries(expected.goals ?? {}))
      expect({ [id]: goalAsExpected(check, id, goal) }).toEqual({ [id]: goal });
    expect(figures(check, expected)).toEqual(listed(expected));
  });
});

/** The problems that matter, with as much of each as is expected of it. */
function problemsAsExpected(problems: readonly Problem[], expected: readonly ExpectedProblem[]): readonly ExpectedProblem[] {
  const open = problems.filter(problem => problem.severity !== 'info' || expected.some(({ code }) => code === problem.code));
  const found: ExpectedProblem[] = [];
  for (const one of expected) {
    const place = open.findIndex(problem => isLike(problem, one));
    if (place === -1) continue;
    open.splice(place, 1);
    found.push(one);
  }
  return [...found, ...open.map(({ code, at, params }) => ({ code, at: at.join('.'), params: params as Record<string, Param> }))];
}

function isLike(problem: Problem, expected: ExpectedProblem): boolean {
  return (
    problem.code === expected.code &&
    (expected.at === undefined || problem.at.join('.') === expected.at) &&
    Object.entries(expected.params ?? {}).every(([key, value]) => JSON.stringify(problem.params[key]) === JSON.stringify(value))
  );
}

function goalAsExpected(check: PlanCheck, id: string, expected: ExpectedGoal): unknown {
  const goal = check.goals.find(one => one.id === id);
  if (!goal) return undefined;
  const required = goal.alone.filter(({ node }) => expected.required && node in expected.required);
  return {
    ...readingAsExpected(goal.period, expected),
    ...(expected.steady ? { steady: readingAsExpected(goal.steady, expected.steady) } : {}),
    ...(expected.pipeline ? { pipeline: goal.pipeline } : {}),
    ...(expected.required ? { required: Object.fromEntries(required.map(({ node, value }) => [node, decimalText(value)])) } : {}),
    ...(expected.factors
      ? {
          factors: Object.fromEntries(
            goal.alone.flatMap(({ node, factor }) => (node in (expected.factors ?? {}) ? [[node, shortText(factor)]] : [])),
          ),
        }
      : {}),
    ...(expected.impossible
      ? { impossible: goal.alone.filter(({ possible }) => possible !== 'yes').map(({ node }) => node) }
      : {}),
  };
}

function readingAsExpected(reading: Reading, expected: ExpectedReading): ExpectedReading {
  const text = (key: 'implied' | 'coverage' | 'shortBy') => {
    const value = reading[key];
    return expected[key] === undefined ? {} : { [key]: value && decimalText(value) };
  };
  return { verdict: reading.verdict, ...text('implied'), ...text('coverage'), ...text('shortBy') };
}

type Figures = Pick<Expected, 'wanted' | 'values' | 'totals' | 'months' | 'baselines' | 'changes' | 'achievements'>;

function listed(expected: Expected): Figures {
  const { wanted = {}, values = {}, totals = {}, months = {}, baselines = {}, changes = {}, achievements = {} } = expected;
  return { wanted, values, totals, months, baselines, changes, achievements };
}

function figures({ arithmetic }: PlanCheck, expected: Expected): Figures {
  if (!arithmetic) return listed({ about: '' });
  const stated = (_id: string, bound: Bound) => bound.low ?? bound.high;
  const steady = evaluateDrivers(arithmetic.steady, arithmetic, stated);
  const lagged = evaluateDrivers(arithmetic.lagged, arithmetic, stated);
  const before = evaluate<Rational | undefined>(arithmetic.steady, 1, exactAlgebra, {
    leaf: id => arithmetic.baselines.get(id),
    before: id => arithmetic.baselines.get(id),
    pipeline: () => undefined,
    arriving: () => undefined,
  });
  const ends = (id: string): Ends => {
    const bound = arithmetic.bounds.get(id)?.[0];
    const now = bound && stated(id, bound);
    return { from: arithmetic.baselines.get(id) ?? before.value(id, 0), to: now ?? steady.value(id, 0) };
  };
  const sum = (id: string) =>
    arithmetic.months.reduce<Rational | undefined>(
      (total, _, month) => exactAlgebra.add(total, steady.value(id, month)),
      rational(0),
    );
  const monthOf = (key: string) => arithmetic.months.findIndex(part => monthKey(part) === key);
  return {
    wanted: each(expected.wanted, id => text(ends(id).to)),
    values: each(expected.values, id => text(steady.value(id, 0))),
    totals: each(expected.totals, id => text(sum(id))),
    months: each(expected.months, (key, nodes) => each(nodes, id => text(lagged.value(id, monthOf(key))))),
    baselines: each(expected.baselines, id => text(before.value(id, 0))),
    changes: each(expected.changes, (id, wanted) => changeOf(ends(id), wanted)),
    achievements: each(expected.achievements, (id, { actual }) => ({ actual, ratio: achieved(id, actual, arithmetic) })),
  };
}

interface Ends {
  readonly from: Rational | undefined;
  readonly to: Rational | undefined;
}

function changeOf({ from, to }: Ends, wanted: Readonly<Record<string, string | undefined>>): Record<string, string> {
  if (!from || !to) return {};
  const { relative, index, points } = changeBetween(decimalText(from), decimalText(to));
  const texts = { relative: text(relative), index: text(index), points: text(rationalOf(points)) };
  return Object.fromEntries(Object.entries(texts).filter(([key]) => key in wanted));
}

function achieved(id: string, actual: string, { plan }: Arithmetic): string {
  const node = plan.nodes.get(id);
  if (!node?.target) return 'no target';
  const { value, upTo } = node.target;
  const aim = { value: Number(value), ...(upTo === undefined ? {} : { upTo: Number(upTo) }) };
  const achievement = achievementOf(Number(actual), aim, node.direction);
  return achievement ? shortText(achievement.ratio) : 'none';
}

function each<T, R>(record: Readonly<Record<string, T>> | undefined, value: (id: string, item: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record ?? {}).map(([id, item]) => [id, value(id, item)]));
}

function text(value: Rational | undefined): string {
  return value ? decimalText(value) : 'none';
}

/** A double without the noise of its last digits. */
function shortText(value: number): string {
  return String(Number(value.toPrecision(12)));
}
