import type { DayRange } from '#core/calendar/day-range.ts';
import { type AnswerInterval, answerShareInterval, meanInterval, netInterval } from '#core/measure/answer-interval.ts';
import { answersBehind } from '#core/measure/answers-behind.ts';
import type { Dataset } from '#core/measure/dataset.ts';
import type { Condition, MetricId } from '#core/metric/measurement.ts';
import type { App } from '../app/app.ts';
import type { PlanStage } from './plan-stage.ts';

/** The range of a figure that is made from answers, and what it is of; undefined for other metrics, and without answers. [ANS-01] */
export async function readAnswers(
  app: App,
  { known, sources }: PlanStage,
  metric: MetricId | undefined,
  { from, to }: DayRange,
): Promise<(AnswerInterval & { readonly kind: 'mean' | 'share' | 'net' }) | undefined> {
  if (metric === undefined) return undefined;
  const { catalogue } = known.metrics;
  const behind = answersBehind(metric, { from, to }, { definitions: sources.definitions, catalogue });
  const dataset = behind && known.metrics.definitions.datasets.get(behind.dataset)?.dataset;
  if (!behind || dataset?.kind !== 'event') return undefined;
  const live = known.live.get(dataset.id) ?? [];
  const ask = async (where: readonly Condition[], by: readonly string[]) => {
    const answer = await app.warehouse.parts({ dataset, take: { kind: 'rows' }, periods: [{ from, to }], by, where, live });
    return answer.ok && answer.value.kind === 'parts'
      ? answer.value.parts.map(({ slice, figure }) => ({ value: slice[0] ?? '', rows: figure.kind === 'rows' ? figure.rows : 0 }))
      : [];
  };
  const count = async (where: readonly Condition[]) => (await ask(where, []))[0]?.rows ?? 0;
  const interval = await (async () => {
    switch (behind.kind) {
      case 'mean': {
        if (!isNumeric(dataset, behind.column)) return undefined;
        const scores = await ask(behind.where, [behind.column]);
        return meanInterval(
          scores.filter(({ value }) => value !== '').map(({ value, rows }) => ({ score: Number(value), count: rows })),
        );
      }
      case 'share':
        return scaled(answerShareInterval(await count(behind.up), await count(behind.all)), behind.scale);
      case 'net':
        return scaled(netInterval(await count(behind.up), await count(behind.down), await count(behind.all)), behind.scale / 100);
    }
  })();
  return interval && { kind: behind.kind, ...interval };
}

function scaled(interval: AnswerInterval | undefined, by: number): AnswerInterval | undefined {
  return interval && { ...interval, value: interval.value * by, low: interval.low * by, high: interval.high * by };
}

function isNumeric({ columns }: Dataset, id: string): boolean {
  return columns.some(({ id: own, type }) => own === id && (type === 'integer' || type === 'decimal'));
}
