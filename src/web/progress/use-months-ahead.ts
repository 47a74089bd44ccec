import { useMemo } from 'react';
import { addMonths } from '#core/calendar/day.ts';
import { numberOf } from '#core/measure/observation.ts';
import type { ForecastPoint } from '#core/share/forecast-chart.ts';
import { usePlace } from '../app/place.ts';
import { progressInput } from '../app/standing.ts';
import { useAnswer } from '../app/use-answer.ts';
import type { KpiAnswer, KpiProps } from './kpi-props.ts';

const MOST = 6;
const NONE: readonly ForecastPoint[] = [];

/** What is expected of the plan's next months; nothing until it is worked out, and the page does not wait for it. [SCR-17] */
export function useMonthsAhead(kpi: KpiAnswer, view: KpiProps['view']): readonly ForecastPoint[] {
  const place = usePlace();
  const isMeasured = kpi.source.by !== 'none' && kpi.progress !== null;
  const asked = { plan: kpi.plan, node: kpi.node.id, ...(place.to ? { to: place.to } : {}) };
  const forecast = useAnswer('nodeForecast', asked, { when: isMeasured, keep: true }).data;
  const progress = useAnswer('progress', progressInput(place), { when: isMeasured, keep: true }).data;
  return useMemo(() => {
    if (forecast?.node !== kpi.node.id) return NONE;
    const planned =
      progress?.state === 'standing' ? progress.schedule.find(({ node }) => node === kpi.node.id)?.months : undefined;
    return forecast.monthly.ahead
      .filter(({ from }) => from <= view.period.to)
      .slice(0, MOST)
      .map(({ from, to, median, low80, high80 }): ForecastPoint => {
        const month = view.months.findIndex(one => one.from === from);
        const wanted = planned?.[month];
        const before = kpi.series.monthly.find(one => one.from === addMonths(from, -12));
        return {
          from,
          to,
          median,
          low: low80,
          high: high80,
          planned: wanted === null || wanted === undefined ? null : Number(wanted),
          lastYear: before ? (numberOf(before.actual) ?? null) : null,
        };
      });
  }, [forecast, progress, kpi, view]);
}
