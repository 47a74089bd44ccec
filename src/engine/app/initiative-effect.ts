import { readEffect } from '#core/act/before-after.ts';
import type { EffectReading, Happening } from '#core/act/effect-reading.ts';
import type { Initiative } from '#core/act/initiative.ts';
import type { KpiRef } from '#core/act/kpi-ref.ts';
import { daysOf } from '#core/act/overlap.ts';
import type { EffectPoint } from '#core/act/week-blocks.ts';
import { addDays, type Day } from '#core/calendar/day.ts';
import { periodsBetween } from '#core/calendar/periods-between.ts';
import { numberOf } from '#core/measure/observation.ts';
import type { MetricId } from '#core/metric/measurement.ts';
import { listAnnotations } from '../ledger/annotation-store.ts';
import { listInitiatives } from '../ledger/initiative-store.ts';
import { type PlanStage, stagePlan } from '../progress/plan-stage.ts';
import { ask } from '../query/ask.ts';
import type { App } from './app.ts';

/** Days of history that are looked at before the start: a little over two years. */
const HISTORY_DAYS = 800;

/**
 * The before/after reading of an initiative on its first KPI, as closing would store it. [EFF-01]
 * Null: it has not started, its plan is gone, or nobody measures the KPI.
 */
export async function readInitiativeEffect(app: App, initiative: Initiative, weeks?: number): Promise<EffectReading | null> {
  const [kpi] = initiative.kpis;
  const start = initiative.startedOn;
  if (!kpi || start === null) return null;
  const staged = await stagePlan(app, { plan: kpi.plan });
  if (staged.kind !== 'staged') return null;
  const { stage } = staged;
  const node = stage.plan.nodes.get(kpi.node);
  const metric = stage.sources.byNode.get(kpi.node)?.asked;
  if (!node || metric === undefined) return null;
  const { expected } = initiative;
  const beside = {
    start,
    ...(weeks === undefined ? {} : { weeks }),
    better: node.direction === 'down' ? ('down' as const) : ('up' as const),
    unit: node.unit,
    ...(expected
      ? {
          expected: {
            mode: expected.mode === 'relative' ? ('relative' as const) : ('difference' as const),
            size: Math.abs(Number(expected.value)),
          },
        }
      : {}),
    happenings: await happeningsBeside(app, initiative, kpi),
  };
  const daily = await pointsOf(app, stage, metric, start, 'day');
  const byDay = daily.length > 0 ? readEffect({ ...beside, points: daily, grain: 'day' }) : null;
  if (byDay && !hasGaps(byDay)) return byDay;
  const weekly = await pointsOf(app, stage, metric, start, 'week');
  const byWeek = weekly.length > 0 ? readEffect({ ...beside, points: weekly, grain: 'week' }) : null;
  return byWeek && (!byDay || !hasGaps(byWeek)) ? byWeek : byDay;
}

/** Rates and durations have no value on days on which nothing happened, such as weekends; their weeks may still have one. */
function hasGaps({ reasons }: EffectReading): boolean {
  return reasons.some(({ code }) => code === 'days-missing' || code === 'history-too-short');
}

async function pointsOf(
  app: App,
  { knowledge, key, to }: PlanStage,
  metric: MetricId,
  start: Day,
  grain: 'day' | 'week',
): Promise<readonly EffectPoint[]> {
  const parts = periodsBetween(addDays(start, -HISTORY_DAYS), to, grain, knowledge.calendar);
  const periods = parts.filter(({ clipped }) => !clipped).map(part => ({ from: part.from, to: part.to, grain }));
  const weight = denominatorOf(metric, knowledge);
  const metrics = weight === undefined ? [metric] : [metric, weight];
  const answered = await ask(app, { metrics, periods, by: [], where: [] }, knowledge, key);
  if (!answered.ok) return [];
  const [values, weights] = answered.value;
  return (values?.totals ?? []).flatMap((cell, index): EffectPoint[] => {
    const value = numberOf(cell.observation);
    const weighed = weights?.totals[index];
    const of = weighed && numberOf(weighed.observation);
    return value === undefined ? [] : [{ day: cell.from, value, ...(of === undefined ? {} : { weight: of }) }];
  });
}

/** What a rate is a share of, so that busy days count for more. */
function denominatorOf(metric: MetricId, { definitions, catalogue }: PlanStage['knowledge']): MetricId | undefined {
  const own = definitions.metrics.get(metric)?.versions.at(-1)?.measurement;
  const formula = own ? (own.kind === 'formula' ? own.formula : undefined) : catalogue.metrics.get(metric)?.formula;
  if (formula?.kind !== 'operation' || formula.operator !== '/') return undefined;
  return formula.right.kind === 'reference' ? formula.right.id : undefined;
}

async function happeningsBeside(app: App, initiative: Initiative, kpi: KpiRef): Promise<readonly Happening[]> {
  const { db } = app.workspace.ledger;
  const others = (await listInitiatives(db, { kpi })).filter(({ id }) => id !== initiative.id);
  const notes = await listAnnotations(db, { plan: kpi.plan, node: kpi.node });
  return [
    ...others.flatMap((other): Happening[] => {
      const days = daysOf(other);
      return days ? [{ kind: 'initiative', name: other.title, days }] : [];
    }),
    ...notes.flatMap(({ source, text, days }): Happening[] =>
      source === 'campaign' || source === 'season' ? [{ kind: source, name: text, days }] : [],
    ),
  ];
}
