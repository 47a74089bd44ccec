import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { formatPeriod } from '#core/calendar/format-period.ts';
import type { NodeProgress } from '#core/progress/node-progress.ts';
import { cumulativeChart } from '#core/share/cumulative-chart.ts';
import { type SeriesChart, type SeriesPoint, seriesChart } from '#core/share/series-chart.ts';
import type { Stands } from '../app/standing-page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { useVersionName } from '../app/version-name.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Segmented } from '../ui/segmented.tsx';
import { SeriesChartView } from '../ui/series-chart.tsx';
import { ChartTable } from './chart-table.tsx';
import style from './executive.module.css';
import { measureOf } from './node-words.ts';
import type { NodeLanding } from './use-landing.ts';

interface GoalChartProps {
  readonly goal: NodeView;
  readonly progress: NodeProgress;
  readonly stands: Stands;
  /** Where each month's end is expected to be, from the plan's start; null while that is not known. */
  readonly expected: NodeLanding['cumulative'];
}

/** The course of a goal: flows added up over the plan, everything else month by month. */
export function GoalChart({ goal, progress, stands, expected }: GoalChartProps) {
  const { t } = useTranslation('progress');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const figures = useFigures();
  const nameOf = useVersionName();
  const [as, setAs] = useState<'chart' | 'table'>('chart');
  const isFlow = goal.time === 'flow';
  const answer = stands.progress;
  const annotations = useAnswer('annotations', { plan: stands.view.id, from: stands.view.period.from, to: answer.to });
  const chart = useMemo(() => {
    const notes = (annotations.data?.annotations ?? []).filter(({ node }) => node === null || node === goal.id);
    return isFlow ? cumulative(goal, progress, stands, notes, expected) : monthly(progress, notes);
  }, [annotations.data, goal, progress, stands, isFlow, expected]);
  const { calendar, lang } = figures;
  const nameOfMonth = (day: SeriesPoint['from'], short: boolean) =>
    formatPeriod({ grain: 'month', from: day, to: day }, lang, calendar, short ? 'short' : 'full');
  const words = {
    names: {
      actual: t('actual'),
      plan: nameOf(answer.version),
      'last-year': t('lastYear'),
      compared: answer.compare ? nameOf(answer.compare.version) : t('compared'),
      forecast: t('landing'),
      estimate: t('estimate'),
    },
    band: t('band80'),
    axis: (chart.axis.kind === 'days' ? chart.axis.months : chart.periods).map(({ to }, place) =>
      axisName(nameOfMonth(to, true), place, to),
    ),
    full: chart.periods.map(({ to }) => (isFlow ? t('byDayShort', { day: formatDay(to, lang) }) : nameOfMonth(to, false))),
  };
  const summary = t('chartSummary', {
    name: say(goal.name),
    what: isFlow ? t('cumulative') : t('actual'),
    value: figures.observed(progress.plan.actual, measureOf(goal)),
  });
  return (
    <div>
      <div className={style.chartHead}>
        <span className="dim">
          {isFlow ? t('cumulativeFrom', { day: formatDay(stands.view.period.from, lang, 'month-day') }) : t('month')}
        </span>
        <Segmented
          label={ui('showAs')}
          value={as}
          options={[
            { value: 'chart', label: ui('showChart') },
            { value: 'table', label: ui('showTable') },
          ]}
          onChange={setAs}
        />
      </div>
      {as === 'chart' ? (
        <SeriesChartView chart={chart} of={measureOf(goal)} words={words} summary={summary} height={292} zero={isFlow} />
      ) : (
        <ChartTable chart={chart} of={measureOf(goal)} words={words} label={summary} />
      )}
    </div>
  );
}

/** On the axis the month's number is enough, but for the first one and January. */
function axisName(name: string, place: number, day: string): string {
  return place === 0 || day.slice(5, 7) === '01' ? name : name.replace('月', '');
}

type Notes = Parameters<typeof seriesChart>[1];

function cumulative(
  goal: NodeView,
  progress: NodeProgress,
  { view, progress: answer }: Stands,
  notes: Notes,
  expected: GoalChartProps['expected'],
): SeriesChart {
  const scheduleIn = (all: readonly { readonly node: string; readonly months: readonly (string | null)[] }[]) =>
    all.find(({ node }) => node === goal.id)?.months ?? [];
  const other = answer.compare;
  const sofar = {
    actual: progress.plan.actual,
    due: progress.plan.due,
    lastYear: progress.plan.lastYear.observation,
    compared: other?.nodes.find(({ node }) => node === goal.id)?.planDue ?? undefined,
  };
  return cumulativeChart(
    {
      whole: view.period,
      months: view.months,
      to: answer.to,
      measured: progress.trend,
      planned: scheduleIn(answer.schedule),
      ...(other ? { compared: scheduleIn(other.schedule) } : {}),
      sofar,
      ...(expected ? { expected: expected.map(month => month && { middle: month.p50, low: month.p10, high: month.p90 }) } : {}),
    },
    notes,
  );
}

function monthly({ trend }: NodeProgress, notes: Notes): SeriesChart {
  const points = trend.map(
    ({ range, actual, planned, lastYear, running, definedSince, lastYearSince }): SeriesPoint => ({
      ...range,
      actual,
      planned: planned ?? null,
      lastYear,
      running,
      definedSince: definedSince ?? null,
      lastYearSince: lastYearSince ?? null,
    }),
  );
  return seriesChart(points, notes);
}
