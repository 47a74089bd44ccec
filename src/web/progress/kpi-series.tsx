import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '#core/calendar/format-day.ts';
import { formatPeriod } from '#core/calendar/format-period.ts';
import { withForecast } from '#core/share/forecast-chart.ts';
import { seriesChart } from '#core/share/series-chart.ts';
import { useVersionName } from '../app/version-name.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Segmented } from '../ui/segmented.tsx';
import { SeriesChartView } from '../ui/series-chart.tsx';
import { Empty } from '../ui/states.tsx';
import { AnnotationDialog } from './annotation-dialog.tsx';
import { ChartTable } from './chart-table.tsx';
import style from './kpi.module.css';
import type { KpiProps } from './kpi-props.ts';
import { measureOf } from './node-words.ts';
import { useMonthsAhead } from './use-months-ahead.ts';

const SERIES = { day: 'daily', week: 'weekly', month: 'monthly' } as const;

/** The course of the KPI by day, week or month, with the plan, last year and what happened. */
export function KpiSeries({ kpi, view }: KpiProps) {
  const { t } = useTranslation('progress');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const figures = useFigures();
  const nameOf = useVersionName();
  const navigate = useNavigate();
  const { grain = 'month' } = useSearch({ from: '/progress/kpi/$node' });
  const [as, setAs] = useState<'chart' | 'table'>('chart');
  const [isNoting, setNoting] = useState(false);
  const { node } = kpi;
  const points = kpi.series[SERIES[grain]];
  const ahead = useMonthsAhead(kpi, view);
  const chart = useMemo(() => {
    const breaks = kpi.definitions.flatMap(({ since }) =>
      since ? [{ days: { from: since, to: since }, text: t('definedAnew') }] : [],
    );
    const stages = kpi.stageBreaks.map(({ stage, since }) => ({
      days: { from: since, to: since },
      text: t('stageDefinedAnew', { stage: stage.toUpperCase() }),
    }));
    const sofar = seriesChart(points, [...kpi.annotations, ...breaks, ...stages]);
    return grain === 'month' ? withForecast(sofar, ahead) : sofar;
  }, [points, kpi.annotations, kpi.definitions, kpi.stageBreaks, t, grain, ahead]);
  const { lang, calendar } = figures;
  const period = (range: { from: typeof kpi.to; to: typeof kpi.to }, short: boolean) =>
    grain === 'day'
      ? formatDay(range.to, lang, short ? 'numeric' : 'weekday')
      : grain === 'week' && short
        ? formatDay(range.from, lang, 'numeric')
        : formatPeriod({ grain, ...range }, lang, calendar, short ? 'short' : 'full');
  const words = {
    names: {
      actual: t('actual'),
      plan: nameOf(kpi.version),
      'last-year': t('lastYear'),
      forecast: t('expected'),
      compared: t('compared'),
      estimate: t('estimate'),
    },
    band: t('band80'),
    axis: chart.periods.map((range, at) =>
      grain === 'month' ? withYear(period(range, true), range.to, at) : period(range, true),
    ),
    full: chart.periods.map((range, at) => `${period(range, false)}${points[at]?.running ? ` ${t('provisionalShort')}` : ''}`),
  };
  const summary = t('chartSummary', {
    name: say(node.name),
    what: t('actual'),
    value: kpi.progress ? figures.observed(kpi.progress.month.actual, measureOf(node)) : ui('noData'),
  });
  return (
    <Section
      title={t('series')}
      tools={
        <>
          <Segmented
            label={t('grain')}
            value={grain}
            options={(['day', 'week', 'month'] as const).map(value => ({ value, label: t(value) }))}
            onChange={value => void navigate({ to: '.', search: previous => ({ ...previous, grain: value }), replace: true })}
          />
          <Segmented
            label={ui('showAs')}
            value={as}
            options={[
              { value: 'chart', label: ui('showChart') },
              { value: 'table', label: ui('showTable') },
            ]}
            onChange={setAs}
          />
          <Button small look="quiet" icon="flag" onClick={() => setNoting(true)}>
            {t('annotate')}
          </Button>
        </>
      }
    >
      {chart.lines.some(({ kind }) => kind === 'actual') ? (
        as === 'chart' ? (
          <SeriesChartView
            chart={chart}
            of={measureOf(node)}
            words={words}
            summary={summary}
            height={288}
            zero={node.time === 'flow'}
          />
        ) : (
          <ChartTable chart={chart} of={measureOf(node)} words={words} label={summary} />
        )
      ) : (
        <Empty small icon="chart" title={kpi.source.by === 'none' ? t('notMeasured') : ui('noData')}>
          {kpi.source.by === 'none' && t('notMeasuredText')}
        </Empty>
      )}
      {kpi.annotations.length > 0 && (
        <details>
          <summary className={style.subhead}>{t('annotationsCount', { count: kpi.annotations.length })}</summary>
          <ul className={style.list}>
            {kpi.annotations.map(({ id, days, text }) => (
              <li key={id} className={style.row}>
                <span className="num">{formatDay(days.from, lang)}</span> {text}
              </li>
            ))}
          </ul>
        </details>
      )}
      {isNoting && <AnnotationDialog plan={kpi.plan} node={node.id} on={kpi.to} onClose={() => setNoting(false)} />}
    </Section>
  );
}

/** The year stands below the first month and every January. */
function withYear(name: string, day: string, at: number): string {
  return at === 0 || day.slice(5, 7) === '01' ? `${name}\n${day.slice(0, 4)}` : name;
}
