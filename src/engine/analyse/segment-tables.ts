import type { Explanation } from '#core/analyse/explain.ts';
import { explainProblem } from '#core/analyse/explain-messages.ts';
import { amountEffects, rateEffects, type SegmentEffect, type SegmentFigures } from '#core/analyse/segment-effects.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import { referencesOf } from '#core/formula/ast.ts';
import type { ColumnId } from '#core/measure/dataset.ts';
import { numberOf } from '#core/measure/observation.ts';
import type { Condition, MetricId } from '#core/metric/measurement.ts';
import type { NodeId } from '#core/plan/plan.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { ask } from '../query/ask.ts';
import { type RateParts, ratePartsOf } from './rate-parts.ts';

/** A node's change by segment. [EXP-20] */
export interface SegmentTable {
  readonly node: NodeId;
  /** `amount`: volume, mix and rate · `rate`: mix and rate · `plain`: only what each segment changed by. */
  readonly kind: 'amount' | 'rate' | 'plain';
  /** What the rate is counted over. */
  readonly volume: MetricId | null;
  /** Change of the node by the segments' figures, and what is left to its own change: things counted in several segments. */
  readonly change: number;
  readonly rest: number;
  /** The largest effect first. */
  readonly rows: readonly SegmentRow[];
}

export interface SegmentRow {
  /** Empty: the column is not set. */
  readonly segment: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly volume: number | null;
  readonly mix: number | null;
  readonly rate: number | null;
  readonly effect: number;
  /** The effect in the explained node's unit; null where the node's own change is nothing, so that there is no share to pass on. */
  readonly inGoal: number | null;
}

/** One side that can be cut: measured rows over a range. A plan is not cut; it takes the shares of the other side. */
export type CutSide =
  | { readonly kind: 'measured'; readonly range: DayRange; readonly where: readonly Condition[] }
  | { readonly kind: 'planned'; readonly plannedValue: (node: NodeId) => number | undefined };

/** Drivers that are cut: those with the largest shares. */
const MOST_TABLES = 12;

/** The explained node and its drivers, cut by a column over the whole stretch. */
export async function segmentTables(
  app: App,
  stage: PlanStage,
  explanation: Explanation,
  column: ColumnId,
  sides: { readonly before: CutSide; readonly after: CutSide },
  problems: Problem[],
): Promise<readonly SegmentTable[]> {
  const drivers = explanation.factors.filter(({ kind }) => kind === 'driver').slice(0, MOST_TABLES);
  const wanted = [
    { node: explanation.node, share: explanation.change },
    ...drivers.filter(({ node }) => node !== explanation.node).map(({ node, share }) => ({ node, share })),
  ];
  const tables: SegmentTable[] = [];
  for (const { node, share } of wanted) {
    const table = await tableOf(app, stage, node, share, column, sides);
    if (table) tables.push(table);
    if (!table) problems.push(explainProblem('explain-not-cut', { node, column }));
  }
  const isPlanned = sides.before.kind === 'planned' || sides.after.kind === 'planned';
  if (isPlanned && tables.length > 0) problems.push(explainProblem('explain-plan-not-cut', {}));
  return tables;
}

async function tableOf(
  app: App,
  stage: PlanStage,
  node: NodeId,
  share: number,
  column: ColumnId,
  sides: { readonly before: CutSide; readonly after: CutSide },
): Promise<SegmentTable | undefined> {
  const metric = stage.sources.byNode.get(node)?.asked;
  if (metric === undefined) return undefined;
  const own = ratePartsOf(metric, stage.knowledge);
  const over = own ? undefined : volumeOf(node, metric, stage);
  const parts: RateParts | undefined = own ?? (over === undefined ? undefined : { amount: metric, volume: over });
  const metrics = parts ? [parts.amount, parts.volume] : [metric];
  const kind = own ? 'rate' : over === undefined ? 'plain' : 'amount';
  const [measured0, measured1] = [
    await cut(app, stage, metrics, column, sides.before),
    await cut(app, stage, metrics, column, sides.after),
  ];
  const planned = (side: CutSide, beside: Cut | undefined) =>
    side.kind === 'planned' && parts && beside ? plannedCut(side, node, kind, parts, beside, stage) : undefined;
  const before = measured0 ?? planned(sides.before, measured1);
  const after = measured1 ?? planned(sides.after, measured0);
  if (!before || !after) return undefined;
  const segments = [...new Set([...before.keys(), ...after.keys()])].sort();
  const [amount = '', volume = ''] = metrics;
  const figures = segments.map((segment): SegmentFigures => {
    const side = (of: Cut) => {
      const found = of.get(segment);
      return { amount: found?.get(amount) ?? 0, volume: parts ? (found?.get(volume) ?? 0) : 0 };
    };
    return { segment, before: side(before), after: side(after) };
  });
  const effects = effectsOf(kind, figures);
  if (!effects) return undefined;
  const total = (side: 'before' | 'after') => wholeOf(kind, figures, side);
  const change = total('after') - total('before');
  const sum = effects.reduce((all, effect) => all + sumOf(effect), 0);
  const rows = figures.map(({ segment, before: was, after: is }, i): SegmentRow => {
    const effect = effects[i];
    const all = effect ? sumOf(effect) : 0;
    const value = ({ amount: a, volume: v }: SegmentFigures['before']) => (kind === 'rate' ? (v === 0 ? null : a / v) : a);
    return {
      segment,
      before: value(was),
      after: value(is),
      volume: effect?.volume ?? null,
      mix: kind === 'plain' ? null : (effect?.mix ?? null),
      rate: kind === 'plain' ? null : (effect?.rate ?? null),
      effect: all,
      inGoal: Math.abs(change) <= 1e-12 * Math.abs(total('after')) ? null : (share * all) / change,
    };
  });
  return {
    node,
    kind,
    volume: parts?.volume ?? null,
    change,
    rest: change - sum,
    rows: rows.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect)),
  };
}

function effectsOf(kind: SegmentTable['kind'], figures: readonly SegmentFigures[]): readonly SegmentEffect[] | undefined {
  switch (kind) {
    case 'rate':
      return rateEffects(figures);
    case 'amount':
      return amountEffects(figures);
    case 'plain':
      return figures.map(({ segment, before, after }) => ({ segment, mix: 0, rate: after.amount - before.amount }));
  }
}

function wholeOf(kind: SegmentTable['kind'], figures: readonly SegmentFigures[], side: 'before' | 'after'): number {
  const amount = figures.reduce((sum, each) => sum + each[side].amount, 0);
  const volume = figures.reduce((sum, each) => sum + each[side].volume, 0);
  return kind === 'rate' ? amount / volume : amount;
}

function sumOf({ volume = 0, mix, rate }: SegmentEffect): number {
  return volume + mix + rate;
}

/** The metric over which an amount's own rate is counted: for revenue = orders × order value, the order value is revenue ÷ orders. */
function volumeOf(node: NodeId, metric: MetricId, { plan, sources, knowledge }: PlanStage): MetricId | undefined {
  const equals = plan.nodes.get(node)?.equals;
  for (const part of equals ? referencesOf(equals) : []) {
    const asked = sources.byNode.get(part)?.asked;
    const parts = asked === undefined ? undefined : ratePartsOf(asked, knowledge);
    if (parts?.amount === metric) return parts.volume;
  }
  return undefined;
}

type Cut = ReadonlyMap<string, ReadonlyMap<MetricId, number>>;

/**
 * A plan has no segments: its rate is taken to be the same in all of them, and its volume shared out as it was measured, so that
 * nothing of the difference is mix.
 */
function plannedCut(
  { plannedValue }: Extract<CutSide, { kind: 'planned' }>,
  node: NodeId,
  kind: SegmentTable['kind'],
  { amount, volume }: RateParts,
  beside: Cut,
  { sources }: PlanStage,
): Cut | undefined {
  const measured = [...beside.values()].reduce((sum, figures) => sum + (figures.get(volume) ?? 0), 0);
  const over = [...sources.byNode.values()].find(({ asked }) => asked === volume)?.node;
  const total = kind === 'rate' ? measured : over === undefined ? undefined : plannedValue(over);
  const own = plannedValue(node);
  if (own === undefined || total === undefined || measured === 0 || total === 0) return undefined;
  const rate = kind === 'rate' ? own : own / total;
  return new Map(
    [...beside].map(([segment, figures]) => {
      const share = ((figures.get(volume) ?? 0) / measured) * total;
      return [
        segment,
        new Map([
          [volume, share],
          [amount, share * rate],
        ]),
      ];
    }),
  );
}

async function cut(
  app: App,
  { knowledge, key }: PlanStage,
  metrics: readonly MetricId[],
  column: ColumnId,
  side: CutSide,
): Promise<Cut | undefined> {
  if (side.kind === 'planned') return undefined;
  const answered = await ask(app, { metrics, periods: [side.range], by: [column], where: side.where }, knowledge, key);
  if (!answered.ok) return undefined;
  const found = new Map<string, Map<MetricId, number>>();
  for (const { metric, cells } of answered.value) {
    for (const { slice, observation } of cells) {
      const value = numberOf(observation);
      if (value === undefined) continue;
      const segment = slice[column] ?? '';
      const own = found.get(segment) ?? new Map<MetricId, number>();
      own.set(metric, value);
      found.set(segment, own);
    }
  }
  return found;
}
