import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import { addDays, addMonths, type Day, parseDay } from '../calendar/day.ts';
import type { Decimal } from '../measure/observation.ts';
import type { Catalogue } from '../metric/catalogue.ts';
import type { MetricId } from '../metric/measurement.ts';
import type { Metric } from '../metric/metric.ts';
import { compareDecimals, shiftPoint, trimmed } from '../number/decimal.ts';
import { add, exactDecimal, multiply, rational, rationalOf, roundRational } from '../number/rational.ts';
import { type Problem, problemsOf } from '../problem/problem.ts';
import { normalise } from '../text/normalise.ts';
import { beginMessages } from './begin-messages.ts';
import type { KpiSheet, MonthKey } from './kpi-sheet.ts';
import { freeId, nodeId } from './node-id.ts';
import { proposedGoals, proposeTree } from './propose-tree.ts';
import { type SheetKpi, sheetKpis } from './sheet-kpis.ts';
import { type BegunNode, type BegunPlan, begunTexts } from './write-plan.ts';

const problem = problemsOf(beginMessages);

/** What was decided about a sheet: by the proposal, or by somebody. */
export interface SheetChoices {
  /** The metric of each KPI by its key; a KPI that is not here is one of the team's own. */
  readonly metrics: ReadonlyMap<string, MetricId>;
  /** Key of the KPI that is the goal; the best proposal when absent. */
  readonly goal?: string;
  readonly id: string;
  readonly name: string;
  /** Answers for every target until others do. */
  readonly owner?: string;
  readonly calendar: CalendarSettings;
  readonly currency: string;
}

/** A plan out of a sheet, with the values that were measured already. */
export interface SheetPlan {
  readonly texts: { readonly yaml: string; readonly sheet: string };
  readonly nodes: readonly SheetNode[];
  /** Keys of the KPIs that may be the goal, the best first. */
  readonly goals: readonly string[];
  /** Values measured so far, exact, in the units of the nodes. */
  readonly actuals: readonly { readonly node: string; readonly month: MonthKey; readonly value: Decimal }[];
  readonly doubts: readonly Problem[];
}

/** What became of a KPI of the sheet. */
export interface SheetNode {
  readonly kpi: string;
  readonly id: string;
  readonly name: string;
  /** `tree`: the goal rests on it. `watch`: it is followed beside the tree. */
  readonly place: 'goal' | 'tree' | 'watch';
  readonly metric: MetricId | undefined;
  readonly unit: Measured['unit'];
  readonly target: ReadonlyMap<MonthKey, Decimal>;
  readonly actual: ReadonlyMap<MonthKey, Decimal>;
}

/**
 * A plan out of a sheet: targets by month, a tree out of the metrics that are there, what is not in it watched beside it. Every figure
 * is the sheet's, in base units; a goal that adds up is the sum of its months. [BEG-11 … BEG-16]
 *
 * In    the sheet, and what its KPIs are
 * Out   the two texts, what became of each KPI, and the actuals to import; doubts about units and totals
 * Empty a sheet without targets gives a plan of the fiscal year that follows its actuals, with everything undecided
 */
export function sheetPlan(sheet: KpiSheet, choices: SheetChoices, catalogue: Catalogue): SheetPlan {
  const doubts: Problem[] = [];
  const kpis = sheetKpis(sheet);
  const measured = kpis.map(kpi => inUnits(kpi, metricOf(kpi, choices, catalogue), doubts));
  const ids = idsOf(measured, catalogue);
  const idOf = ({ kpi }: Measured) => ids.get(kpi.key) ?? 'kpi';
  const there = new Set(measured.flatMap(({ metric }) => (metric ? [metric.id] : [])));
  const goals = goalKeys(measured, there, catalogue);
  const goal = measured.find(({ kpi }) => kpi.key === (choices.goal ?? goals[0])) ?? measured[0];
  const tree = goal?.metric
    ? proposeTree(goal.metric.id, there, catalogue)
    : { formulas: new Map<string, string>(), reached: new Set<string>() };
  const period = periodOf(measured, choices.calendar);
  const isInTree = (each: Measured) => each === goal || (each.metric !== undefined && tree.reached.has(each.metric.id));
  const fieldsOf = (each: Measured): BegunNode['fields'] => {
    const formula = each.metric && isInTree(each) ? tree.formulas.get(each.metric.id) : undefined;
    const hasTarget = [...each.target.keys()].some(month => within(month, period));
    const isGoal = each === goal;
    return {
      ...(isNamedSo(each) ? {} : { name: each.kpi.name }),
      ...(each.metric ? {} : { unit: each.unit.text, aggregation: each.unit.aggregation, direction: each.unit.direction }),
      target: isGoal ? goalTarget(each, period) : hasTarget || formula || !isInTree(each) ? undefined : '未定',
      ...(formula === undefined ? {} : { equals: formula }),
      ...(choices.owner === undefined || (!isGoal && !hasTarget) ? {} : { owner: choices.owner }),
      ...(isInTree(each) ? {} : { watch: true }),
    };
  };
  const nodeOf = (each: Measured): BegunNode => ({
    id: idOf(each),
    fields: fieldsOf(each),
    months: new Map([...each.target].map(([month, value]) => [month, written(value, each)])),
  });
  for (const each of measured) checkTotal(each, doubts);
  const plan: BegunPlan = {
    id: choices.id,
    name: choices.name,
    period,
    calendar: choices.calendar,
    currency: choices.currency,
    goals: goal ? [nodeOf(goal)] : [],
    kpis: measured
      .filter(each => each !== goal)
      .toSorted((a, b) => Number(isInTree(b)) - Number(isInTree(a)))
      .map(nodeOf),
  };
  return {
    texts: begunTexts(plan),
    nodes: measured.map(each => ({
      kpi: each.kpi.key,
      id: idOf(each),
      name: each.kpi.name,
      place: each === goal ? 'goal' : isInTree(each) ? 'tree' : 'watch',
      metric: each.metric?.id,
      unit: each.unit,
      target: each.target,
      actual: each.actual,
    })),
    goals,
    actuals: measured.flatMap(each => [...each.actual].map(([month, value]) => ({ node: idOf(each), month, value }))),
    doubts,
  };
}

/** A KPI with its figures in base units. */
interface Measured {
  readonly kpi: SheetKpi;
  readonly metric: Metric | undefined;
  readonly unit: OwnUnit;
  readonly adds: { readonly isSum: boolean; readonly isLast: boolean };
  readonly target: ReadonlyMap<MonthKey, Decimal>;
  readonly actual: ReadonlyMap<MonthKey, Decimal>;
  readonly total: Decimal | undefined;
}

interface OwnUnit {
  readonly kind: 'count' | 'money' | 'ratio' | 'other';
  readonly text: string;
  readonly aggregation: 'sum' | 'mean' | 'ratio' | 'last';
  readonly direction: 'up' | 'down';
}

function metricOf(kpi: SheetKpi, { metrics }: SheetChoices, catalogue: Catalogue): Metric | undefined {
  const id = metrics.get(kpi.key);
  return id === undefined ? undefined : catalogue.metrics.get(id);
}

/** Applies what the sheet as a whole says about money, and settles rates without a sign. [BEG-06] */
function inUnits(kpi: SheetKpi, metric: Metric | undefined, doubts: Problem[]): Measured {
  const unit = metric ? unitOfMetric(metric) : ownUnit(kpi);
  const power = powerOf(kpi, metric, unit, doubts);
  const scaled = (value: Decimal) => (power === 0 ? value : trimmed(shiftPoint(value, power)));
  const all = (values: ReadonlyMap<MonthKey, Decimal>) => new Map([...values].map(([month, value]) => [month, scaled(value)]));
  const aggregation = metric?.aggregation ?? unit.aggregation;
  const months = (of: 'target' | 'actual') => all(withWeeks(kpi[of], kpi.weeks[of], aggregation));
  if (kpi.weeks.target.size + kpi.weeks.actual.size > 0 && aggregation !== 'sum') {
    doubts.push(problem('begin-weeks-not-added', { name: kpi.name, isLast: aggregation === 'last' }, { at: [kpi.key] }));
  }
  return {
    kpi,
    metric,
    unit,
    adds: { isSum: aggregation === 'sum', isLast: aggregation === 'last' },
    target: months('target'),
    actual: months('actual'),
    total: kpi.total === undefined ? undefined : scaled(kpi.total),
  };
}

/** Weeks as the months they make: what adds up is their sum, a level the last of them, a rate or price their mean. [BEG-09] */
function withWeeks(
  values: ReadonlyMap<MonthKey, Decimal>,
  weeks: ReadonlyMap<MonthKey, readonly Decimal[]>,
  aggregation: string,
): ReadonlyMap<MonthKey, Decimal> {
  if (aggregation === 'sum' || weeks.size === 0) return values;
  const of = (figures: readonly Decimal[]) => (aggregation === 'last' ? (figures.at(-1) ?? '0') : meanOf(figures));
  return new Map([...values].map(([month, value]) => [month, weeks.has(month) ? of(weeks.get(month) ?? []) : value]));
}

const MEAN_DIGITS = 6;

function meanOf(figures: readonly Decimal[]): Decimal {
  const mean = multiply(rationalOf(sumOf(figures)), rational(1n, Math.max(figures.length, 1)));
  return exactDecimal(mean) ?? trimmed(roundRational(mean, MEAN_DIGITS));
}

function unitOfMetric({ unit, aggregation, direction }: Metric): OwnUnit {
  const kind = unit.kind === 'money' || unit.kind === 'count' || unit.kind === 'ratio' ? unit.kind : 'other';
  const adds = aggregation === 'sum' || aggregation === 'ratio' || aggregation === 'last' ? aggregation : 'mean';
  return { kind, text: unit.kind, aggregation: adds, direction: direction === 'down' ? 'down' : 'up' };
}

const PRICE = /単価|あたり|当たり|平均|CPA|CPC|CPO|CAC|AOV|ARPU|LTV|price|average|per /i;
const STOCK = /残高|在庫|会員数|フォロワー|登録者数|契約数|followers|members|balance/i;
const COST = /費|コスト|原価|経費|解約|離脱|直帰|返品|クレーム|cost|spend|churn|bounce/i;

/** What one of the team's own KPIs is, by its name and by how its figures are written. */
function ownUnit({ name, unit, money, target, actual }: SheetKpi): OwnUnit {
  const direction = COST.test(name) && !/削減|改善/.test(name) ? 'down' : 'up';
  if (unit?.kind === 'percent' || (!unit && /(?:率|比|割合|シェア|rate|ratio|share|%)$/i.test(name)))
    return { kind: 'ratio', text: 'ratio', aggregation: 'ratio', direction };
  const isMoney =
    unit?.kind === 'money' ||
    (!unit && money !== undefined && /売上|金額|費|利益|粗利|コスト|収益|revenue|sales|cost|profit/i.test(name));
  if (isMoney || (!unit && [...target.values(), ...actual.values()].length > 0 && /単価|売上|費用|費$/.test(name))) {
    return { kind: 'money', text: 'money', aggregation: PRICE.test(name) ? 'mean' : 'sum', direction };
  }
  if (unit?.kind === 'duration') return { kind: 'other', text: 'days', aggregation: 'mean', direction: 'down' };
  if (unit?.kind === 'multiple') return { kind: 'other', text: 'multiple', aggregation: 'mean', direction: 'up' };
  return { kind: 'count', text: 'count', aggregation: STOCK.test(name) ? 'last' : 'sum', direction };
}

/** Powers of ten that are still to be applied. */
function powerOf(kpi: SheetKpi, metric: Metric | undefined, unit: OwnUnit, doubts: Problem[]): number {
  if (kpi.unit) return 0;
  const values = [...kpi.target.values(), ...kpi.actual.values()];
  if (unit.kind === 'ratio') {
    const isFraction = values.every(value => compareDecimals(value, '1') <= 0);
    const [text = '0'] = values;
    const read = `${trimmed(shiftPoint(text, isFraction ? 2 : 0))}%`;
    if (values.some(value => compareDecimals(value, '0') !== 0))
      doubts.push(problem('begin-percent-assumed', { name: kpi.name, text, read }, { at: [kpi.key] }));
    return isFraction ? 0 : -2;
  }
  const { money } = kpi;
  if (unit.kind !== 'money' || !money || money.power === 0) return 0;
  const isPrice = metric?.unit.kind === 'money' ? metric.unit.per !== undefined : PRICE.test(kpi.name);
  if (!isPrice) return money.power;
  // A price of a thousand and more in a sheet in thousands would be a million: it is written in yen.
  const isSmall = values.every(value => compareDecimals(value, '1000') < 0);
  doubts.push(problem('begin-price-scale', { name: kpi.name, unit: money.text, scaled: isSmall }, { at: [kpi.key] }));
  return isSmall ? money.power : 0;
}

function idsOf(measured: readonly Measured[], catalogue: Catalogue): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set(measured.flatMap(({ metric }) => (metric ? [metric.id] : [])));
  for (const { kpi, metric } of measured) {
    const id = metric?.id ?? freeId(nodeId(kpi.name), wanted => taken.has(wanted) || catalogue.metrics.has(wanted));
    taken.add(id);
    ids.set(kpi.key, id);
  }
  return ids;
}

/** Proposed goals first, then what else adds up, in the order of the sheet. */
function goalKeys(measured: readonly Measured[], there: ReadonlySet<MetricId>, catalogue: Catalogue): readonly string[] {
  const withTarget = new Set(measured.flatMap(({ metric, target }) => (metric && target.size > 0 ? [metric.id] : [])));
  const ranked = proposedGoals(there, catalogue);
  const known = [...ranked.filter(id => withTarget.has(id)), ...ranked.filter(id => !withTarget.has(id))].flatMap(
    id => measured.find(({ metric }) => metric?.id === id)?.kpi.key ?? [],
  );
  const others = measured
    .filter(({ kpi }) => !known.includes(kpi.key))
    .toSorted((a, b) => Number(b.adds.isSum) - Number(a.adds.isSum));
  return [...known, ...others.map(({ kpi }) => kpi.key)];
}

/** From the first to the last month with a target; without targets the year behind the last actual. */
function periodOf(measured: readonly Measured[], calendar: CalendarSettings): { readonly from: Day; readonly to: Day } {
  const targets = measured.flatMap(({ target }) => [...target.keys()]).toSorted();
  const [first, last] = [targets[0], targets.at(-1)];
  if (first !== undefined && last !== undefined) return { from: firstDay(first, calendar), to: lastDay(last, calendar) };
  const newest =
    measured
      .flatMap(({ actual }) => [...actual.keys()])
      .toSorted()
      .at(-1) ?? '2026-03';
  const from = addDays(lastDay(newest, calendar), 1);
  return { from, to: addDays(addMonths(from, 12), -1) };
}

/** Business months are named by their last day. */
function lastDay(month: MonthKey, { closingDay }: CalendarSettings): Day {
  const first = parseDay(`${month}-01`);
  if (!first) throw new Error(`no month: ${month}`);
  return typeof closingDay === 'number' ? addDays(first, closingDay - 1) : addDays(addMonths(first, 1), -1);
}

function firstDay(month: MonthKey, calendar: CalendarSettings): Day {
  const last = lastDay(month, calendar);
  return typeof calendar.closingDay === 'number' ? addDays(addMonths(last, -1), 1) : (parseDay(`${month}-01`) ?? last);
}

function within(month: MonthKey, period: { readonly from: Day; readonly to: Day }): boolean {
  return month >= period.from.slice(0, 7) && month <= period.to.slice(0, 7);
}

function goalTarget(goal: Measured, period: { readonly from: Day; readonly to: Day }): string {
  const months = [...goal.target].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const last = months.at(-1)?.[1];
  if (last === undefined) return '未定';
  return `${written(goal.adds.isSum ? sumOf(months.map(([, value]) => value)) : last, goal)} by ${period.to}`;
}

function sumOf(values: readonly Decimal[]): Decimal {
  return exactDecimal(values.reduce((sum, value) => add(sum, rationalOf(value)), rational(0n))) ?? '0';
}

/** As plans read it: rates with their sign, everything else plain. */
function written(value: Decimal, { unit, metric }: Measured): string {
  if (unit.kind === 'ratio') return `${trimmed(shiftPoint(value, 2))}%`;
  return metric?.unit.kind === 'duration' || unit.text === 'days'
    ? `${value} ${metric?.unit.kind === 'duration' ? metric.unit.in : 'days'}`
    : value;
}

function isNamedSo({ kpi, metric }: Measured): boolean {
  return metric !== undefined && normalise(metric.name.ja) === normalise(kpi.name);
}

/** The sheet's own total against the sum of its months. [BEG-15] */
function checkTotal({ kpi, adds, target, total }: Measured, doubts: Problem[]): void {
  if (total === undefined || !adds.isSum || target.size === 0) return;
  const sum = sumOf([...target.values()]);
  if (compareDecimals(sum, total) !== 0)
    doubts.push(problem('begin-total-differs', { name: kpi.name, total, sum }, { at: [kpi.key] }));
}
