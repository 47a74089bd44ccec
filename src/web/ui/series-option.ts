import { toDayNumber } from '#core/calendar/day.ts';
import { type ChartLine, type LineKind, type SeriesChart, toldAt } from '#core/share/series-chart.ts';
import type { ChartOption } from './chart-engine.ts';
import type { Figures, Measure } from './figures.ts';
import { endWords, type SeriesFrame } from './series-frame.ts';

export interface SeriesWords {
  /** What each line is called, at its end and in the tip. */
  readonly names: Readonly<Record<LineKind, string>>;
  /** What the band of a forecast is called, where there may be one. */
  readonly band?: string;
  /** Under the axis: one per period, or one per month where the axis is of days. */
  readonly axis: readonly string[];
  /** On top of the tip: one per period. */
  readonly full: readonly string[];
}

export interface SeriesLook {
  readonly colours: Readonly<Record<LineKind | 'ink' | 'ink2' | 'ink3' | 'grid' | 'surface' | 'raised', string>>;
  readonly font: string;
  readonly width: number;
}

const WIDTH: Readonly<Record<LineKind, number>> = {
  actual: 2.6,
  plan: 1.4,
  'last-year': 1.4,
  compared: 1.4,
  forecast: 2,
  estimate: 2,
};

const DASHED: readonly LineKind[] = ['compared', 'forecast', 'estimate'];

/** How lines over time are drawn: the newest value written at each line's end, quiet plan and last year, notes as dotted strokes. */
export function seriesOption(
  chart: SeriesChart,
  of: Measure,
  words: SeriesWords,
  frame: SeriesFrame,
  look: SeriesLook,
  figures: Figures,
): ChartOption {
  const { colours } = look;
  const { plot, y } = frame;
  return {
    animation: false,
    textStyle: { fontFamily: look.font, fontSize: 12 },
    grid: { ...plot, outerBoundsMode: 'none' },
    tooltip: {
      trigger: 'axis',
      className: 'rashin-tip',
      backgroundColor: colours.raised,
      borderColor: colours.grid,
      padding: [8, 12],
      textStyle: { color: colours.ink, fontSize: 12.5, fontFamily: look.font },
      confine: true,
      transitionDuration: 0,
      axisPointer: { type: 'line', lineStyle: { color: colours.ink3, width: 1, type: 'solid' } },
      formatter: given => tip(chart, of, words, figures, placeOf(given)),
    },
    xAxis: axisOf(chart, frame, look),
    yAxis: {
      type: 'value',
      min: y.min,
      max: y.max,
      interval: y.step,
      axisLabel: {
        color: colours.ink2,
        fontSize: 12,
        formatter: value => y.labels.get(value) ?? y.labels.get(Number(value.toPrecision(12))) ?? '',
      },
      splitLine: { lineStyle: { color: colours.grid } },
    },
    series: [
      ...bandOf(chart, look),
      ...chart.lines.map(line => ({
        type: 'line' as const,
        name: words.names[line.kind],
        data: pointsOf(chart, line, of, words, frame, look, figures),
        symbol: 'circle',
        showAllSymbol: true,
        connectNulls: false,
        clip: false,
        z: line.kind === 'actual' ? 4 : 2,
        lineStyle: {
          width: WIDTH[line.kind],
          color: colours[line.kind],
          type: DASHED.includes(line.kind) ? ('dashed' as const) : ('solid' as const),
        },
        itemStyle: { color: colours[line.kind] },
        emphasis: { disabled: true },
        ...(line === chart.lines.at(-1) ? marksOf(chart, frame, look) : {}),
      })),
    ],
    aria: { enabled: false },
  };
}

function pointsOf(
  chart: SeriesChart,
  line: ChartLine,
  of: Measure,
  words: SeriesWords,
  frame: SeriesFrame,
  { colours, width }: SeriesLook,
  figures: Figures,
) {
  const last = line.values.findLastIndex(value => value !== null);
  const moved = frame.ends.get(line);
  const label = {
    show: true,
    formatter: endWords(line, of, words, figures, width),
    color: line.kind === 'last-year' || line.kind === 'compared' ? colours.ink3 : colours[line.kind],
    fontWeight: line.kind === 'actual' || line.kind === 'forecast' ? 650 : 400,
    lineHeight: 15,
    align: 'left' as const,
    position: 'right' as const,
    distance: 8,
    offset: [0, moved ?? 18] as [number, number],
    ...(moved === undefined ? { backgroundColor: colours.surface, padding: [1, 3] } : {}),
  };
  return line.values.map((value, place) => ({
    value: [xOf(chart, place), value ?? '-'],
    symbolSize: place === last && line.kind === 'actual' ? 7 : isAlone(line.values, place) ? 5 : 0,
    ...(place === line.unfinished
      ? { itemStyle: { color: colours.surface, borderWidth: 2, borderColor: colours[line.kind] } }
      : {}),
    ...(place === last && line.kind !== 'estimate' ? { label } : {}),
  }));
}

/** Two lines without ink, the second lying on the first: what is between them is the band. */
function bandOf(chart: SeriesChart, { colours }: SeriesLook) {
  const { band } = chart;
  if (!band) return [];
  const shared = {
    type: 'line' as const,
    stack: 'band',
    stackStrategy: 'all' as const,
    symbol: 'none',
    silent: true,
    z: 1,
    lineStyle: { opacity: 0 },
    emphasis: { disabled: true },
  };
  return [
    { ...shared, data: band.map((at, place) => [xOf(chart, place), at?.low ?? '-']) },
    {
      ...shared,
      areaStyle: { color: colours.forecast, opacity: 0.13 },
      data: band.map((at, place) => [xOf(chart, place), at ? at.high - at.low : '-']),
    },
  ];
}

function marksOf(chart: SeriesChart, { notes }: SeriesFrame, { colours }: SeriesLook) {
  if (chart.marks.length === 0) return {};
  return {
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      lineStyle: { color: colours.ink3, type: 'dotted' as const, width: 1.4 },
      label: { color: colours.ink2, position: 'end' as const, fontSize: 12 },
      data: chart.marks.map(({ x }, place) => {
        const { text = '', lift = 0, align = 'left' } = notes[place] ?? {};
        return { xAxis: x, label: { show: text !== '', formatter: text, align, distance: [0, lift] as [number, number] } };
      }),
    },
  };
}

function xOf({ axis, periods }: SeriesChart, place: number): number {
  return axis.kind === 'days' ? toDayNumber(periods[place]?.to ?? axis.whole.to) : place;
}

function axisOf({ axis }: SeriesChart, { names }: SeriesFrame, { colours }: SeriesLook): NonNullable<ChartOption['xAxis']> {
  const shared = {
    axisLine: { show: true, onZero: false, lineStyle: { color: colours.ink3 } },
    axisTick: { show: false },
    splitLine: { show: false },
  };
  const label = { color: colours.ink2, fontSize: 12, lineHeight: 14, margin: 9 };
  if (axis.kind === 'periods')
    return { type: 'category', data: [...names], boundaryGap: false, ...shared, axisLabel: { ...label, interval: 0 } };
  const middles = axis.months.map(({ from, to }) => Math.round((toDayNumber(from) + toDayNumber(to)) / 2));
  return {
    type: 'value',
    min: toDayNumber(axis.whole.from),
    max: toDayNumber(axis.whole.to),
    ...shared,
    axisLabel: { ...label, customValues: middles, formatter: (day: number) => names[middles.indexOf(day)] ?? '' },
  };
}

/** A value between two gaps has no line; it is shown as a dot. */
function isAlone(values: readonly (number | null)[], place: number): boolean {
  return values[place] !== null && (values[place - 1] ?? null) === null && (values[place + 1] ?? null) === null;
}

function placeOf(given: unknown): number {
  const first: unknown = Array.isArray(given) ? given[0] : given;
  return typeof first === 'object' && first !== null && 'dataIndex' in first && typeof first.dataIndex === 'number'
    ? first.dataIndex
    : 0;
}

/** The tip as HTML: texts of people are escaped. */
function tip(chart: SeriesChart, of: Measure, words: SeriesWords, figures: Figures, at: number): string {
  const rows = [...chart.lines].reverse().flatMap(line => {
    const value = toldAt(chart, line, at);
    return value === null
      ? []
      : [`<tr><td>${escaped(words.names[line.kind])}</td><td>${escaped(figures.value(value, of))}</td></tr>`];
  });
  const notes = chart.marks
    .filter(mark => isAt(chart, mark.x, at))
    .flatMap(mark => mark.notes.map(note => `<div class="note">${escaped(note.text)}</div>`));
  const band = chart.band?.[at];
  if (band && band.low !== band.high)
    rows.splice(
      1,
      0,
      `<tr><td>${escaped(words.band ?? '')}</td><td>${escaped(figures.range(band.low, band.high, of))}</td></tr>`,
    );
  return `<table><tr><th colspan="2">${escaped(words.full[at] ?? '')}</th></tr>${rows.join('')}</table>${notes.join('')}`;
}

/** On an axis of days, a note belongs to the first value from its day on. */
function isAt({ axis, periods }: SeriesChart, x: number, at: number): boolean {
  if (axis.kind === 'periods') return x === at;
  return periods.findIndex(({ to }) => toDayNumber(to) >= x) === at;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`);
}
