import type { EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import type { SeriesChart } from '#core/share/series-chart.ts';
import style from './chart.module.css';
import { type Measure, useFigures } from './figures.ts';
import { seriesFrame } from './series-frame.ts';
import { type SeriesWords, seriesOption } from './series-option.ts';
import { useStore } from './store.ts';
import { shownTheme } from './theme.ts';

export interface SeriesChartViewProps {
  readonly chart: SeriesChart;
  readonly of: Measure;
  readonly words: SeriesWords;
  /** What a person who does not see the picture is told. */
  readonly summary: string;
  readonly height?: number;
  /** The axis starts at zero; for amounts, not for rates. */
  readonly zero?: boolean;
}

/** Lines over time. The numbers behind it stand in a table beside every chart. */
export function SeriesChartView({ chart, of, words, summary, height = 280, zero = true }: SeriesChartViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const engine = useRef<EChartsType>(undefined);
  const figures = useFigures();
  const theme = useStore(shownTheme);
  const draw = useRef<() => void>(() => {});
  draw.current = () => {
    const target = place.current;
    if (!target || !engine.current || target.clientWidth === 0) return;
    const { clientWidth: width, clientHeight } = target;
    engine.current.resize({ width, height: clientHeight });
    const frame = seriesFrame(chart, of, words, figures, { width, height: clientHeight, zero });
    const look = { colours: colours(), font: getComputedStyle(document.body).fontFamily, width };
    engine.current.setOption(seriesOption(chart, of, words, frame, look, figures), { notMerge: true });
  };
  /** The part that draws could not be loaded: the picture is told in words. */
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => {
    const target = place.current;
    if (!target) return undefined;
    let gone = false;
    const watched = new ResizeObserver(() => draw.current());
    const start = async () => {
      try {
        const { startChart } = await import('./chart-engine.ts');
        if (gone) return;
        engine.current = startChart(target);
        watched.observe(target);
        draw.current();
      } catch {
        if (!gone) setIsMissing(true);
      }
    };
    void start();
    return () => {
      gone = true;
      watched.disconnect();
      engine.current?.dispose();
      engine.current = undefined;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again whenever what is shown, its words or its colours change
  useEffect(() => draw.current(), [chart, of, words, figures, theme, height, zero]);
  return (
    <div className={style.chart} style={{ height }} role="img" aria-label={summary}>
      <div ref={place} className={style.canvas}>
        {isMissing && <p className="mut">{summary}</p>}
      </div>
    </div>
  );
}

function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    actual: of('--ai'),
    plan: of('--chart-plan'),
    'last-year': of('--chart-last'),
    compared: of('--chart-plan'),
    forecast: of('--ai'),
    estimate: of('--ai'),
    ink: of('--ink'),
    ink2: of('--ink-2'),
    ink3: of('--ink-3'),
    grid: of('--chart-grid'),
    surface: of('--surface'),
    raised: of('--raised'),
  };
}
