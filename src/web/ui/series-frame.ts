import { toDayNumber } from '#core/calendar/day.ts';
import { noteLanes, spreadLabels } from '#core/share/label-places.ts';
import type { ChartLine, SeriesChart } from '#core/share/series-chart.ts';
import { axisTicks } from '#core/text/axis-ticks.ts';
import type { Figures, Measure } from './figures.ts';
import type { SeriesWords } from './series-option.ts';

/** Where everything of a chart stands, in pixels of its box. */
export interface SeriesFrame {
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly y: { readonly min: number; readonly max: number; readonly step: number; readonly labels: ReadonlyMap<number, string> };
  /** How far the label of each line is moved up or down from the line's end; undefined: the line ends before the chart does. */
  readonly ends: ReadonlyMap<ChartLine, number>;
  /** The names under the axis that there is room for; nothing for the others. */
  readonly names: readonly string[];
  /** What stands above the stroke of each mark. */
  readonly notes: readonly { readonly text: string; readonly lift: number; readonly align: 'left' | 'right' }[];
}

const LINE = 15;
const LANE = 17;
const LANES = 2;

export function seriesFrame(
  chart: SeriesChart,
  of: Measure,
  words: SeriesWords,
  figures: Figures,
  box: { readonly width: number; readonly height: number; readonly zero: boolean },
): SeriesFrame {
  const values = [
    ...chart.lines.flatMap(line => line.values.filter(value => value !== null)),
    ...(chart.band ?? []).flatMap(at => (at ? [at.low, at.high] : [])),
  ];
  const ends = box.zero ? [0, ...values] : values;
  const ticks = axisTicks(Math.min(...ends), Math.max(...ends), box.height < 220 ? 4 : 5, of.unit, figures.lang);
  const numbers = ticks.map(({ value }) => Number(value));
  const [min = 0, second = 1] = numbers;
  const max = numbers.at(-1) ?? 1;
  const labelled = chart.lines.filter(line => line.values.at(-1) !== null);
  const plot = {
    left: 16 + Math.max(...ticks.map(({ label }) => widthOf(label))),
    right:
      14 +
      Math.max(0, ...labelled.map(line => Math.max(...endWords(line, of, words, figures, box.width).split('\n').map(widthOf)))),
    top: chart.marks.length > 0 ? 12 + LANES * LANE : 14,
    bottom: words.axis.some(name => name.includes('\n')) ? 40 : 26,
  };
  const high = box.height - plot.bottom - plot.top;
  const yOf = (value: number) => plot.top + (1 - (value - min) / (max - min || 1)) * high;
  const wanted = labelled.map(line => yOf(line.values.at(-1) ?? min));
  const room = isNarrow(box.width) ? 2 * LINE + 2 : LINE + 2;
  const places = spreadLabels(wanted, room, plot.top - 12, box.height - plot.bottom + 8);
  return {
    plot,
    y: { min, max, step: second - min, labels: new Map(ticks.map(({ value, label }) => [Number(value), label])) },
    names: thinned(words.axis, box.width - plot.left - plot.right),
    ends: new Map(labelled.map((line, place) => [line, (places[place] ?? 0) - (wanted[place] ?? 0)])),
    notes: notesOf(chart, box.width - plot.left - plot.right, plot.right - 8, box.width),
  };
}

/** Every so many names, so that none touch; those with a second line (a new year) decide which. */
function thinned(names: readonly string[], width: number): readonly string[] {
  const widest = Math.max(0, ...names.flatMap(name => name.split('\n').map(widthOf)));
  const step = Math.max(1, Math.ceil(((widest + 10) * (names.length - 1)) / Math.max(1, width)));
  const anchor = Math.max(
    0,
    names.findIndex((name, place) => place > 0 && name.includes('\n')),
  );
  return names.map((name, place) => ((place - anchor) % step === 0 ? name : ''));
}

/** What stands at the end of a line: its name and newest value. */
export function endWords(line: ChartLine, of: Measure, words: SeriesWords, figures: Figures, width: number): string {
  const value = line.values.findLast(one => one !== null) ?? 0;
  return `${words.names[line.kind]}${isNarrow(width) ? '\n' : ' '}${figures.value(value, of)}`;
}

export function isNarrow(width: number): boolean {
  return width < 560;
}

function notesOf(chart: SeriesChart, plotWidth: number, spare: number, width: number): SeriesFrame['notes'] {
  const { axis } = chart;
  const [first, last] =
    axis.kind === 'days'
      ? [toDayNumber(axis.whole.from), toDayNumber(axis.whole.to)]
      : [0, Math.max(1, chart.periods.length - 1)];
  const texts = chart.marks.map(({ notes }) =>
    shortened(`${notes[0]?.text ?? ''}${notes.length > 1 ? ` +${notes.length - 1}` : ''}`, isNarrow(width) ? 10 : 22),
  );
  const spans = chart.marks.map(({ x }, place) => ({
    x: ((x - first) / (last - first)) * plotWidth,
    width: widthOf(texts[place] ?? ''),
  }));
  return noteLanes(spans, plotWidth + spare, LANES).map(({ lane, from }, place) => ({
    text: lane === undefined ? '' : (texts[place] ?? ''),
    lift: 4 + (lane ?? 0) * LANE,
    align: from === 'start' ? 'left' : 'right',
  }));
}

function shortened(text: string, most: number): string {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}

/** Width of a text at 12 px, near enough to keep room for it. */
function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (letter.charCodeAt(0) > 0x2e80 ? 12 : 7.4), 0);
}
