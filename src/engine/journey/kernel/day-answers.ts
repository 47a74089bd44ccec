import type { JourneyQuestion } from '#core/journey/journey-question.ts';
import type { RollingAnswer, RollingQuestion, SeriesAnswer, SeriesQuestion, SeriesRow } from '#core/journey/series-question.ts';
import { codesOf, DAY, type DayCounts, type DayCountsQuestion } from './day-counts.ts';
import { newSince } from './distinct-by-day.ts';
import { dimensionIndex, type Vocabulary } from './event-part.ts';
import { compareTexts } from './text-rank.ts';

/** Most cells of day and value, and most days looked at for one answer: it is put together where it is asked for, in a few ms. */
const MOST_CELLS = 1 << 17;

export type CountedQuestion = SeriesQuestion | RollingQuestion;

/**
 * The counts by day from which the question's answer follows exactly; null where it does not: series whole or by one dimension and rolling people, of all events
 * or of those with certain values of that dimension, in buckets of whole days of 24 hours that begin at the same hour. [JRN-32]
 */
export function dayCountsFor(
  question: JourneyQuestion,
  vocabulary: Vocabulary,
  span: { readonly first: number; readonly last: number },
): { readonly question: CountedQuestion; readonly counts: DayCountsQuestion } | null {
  if (question.ask !== 'series' && question.ask !== 'rolling') return null;
  const by = question.ask === 'series' ? (question.by ?? []) : [];
  const { events, where = [], value } = question.select;
  const [dimension = null] = by;
  if (events || value || by.length > 1 || where.some(condition => condition.dimension !== dimension)) return null;
  const [edge = 0] = question.edges;
  if (!question.edges.every(each => (each - edge) % DAY === 0)) return null;
  const from = edge + Math.floor((span.first - edge) / DAY) * DAY;
  const days = Math.floor((span.last - from) / DAY) + 1;
  if (days > 65_535 || days * codesOf(dimension, vocabulary) > MOST_CELLS) return null;
  if (question.ask === 'rolling' && days * Math.min(days, question.length) > MOST_CELLS) return null;
  return { question, counts: { ask: 'day-counts', by: dimension, from, days } };
}

export function answerFromDays(
  question: CountedQuestion,
  counts: DayCounts,
  { from, days }: DayCountsQuestion,
  vocabulary: Vocabulary,
): SeriesAnswer | RollingAnswer {
  const bounds = question.edges.map(edge => Math.max(0, Math.min(days, (edge - from) / DAY)));
  return question.ask === 'series'
    ? { rows: seriesRows(question, counts, bounds, vocabulary) }
    : rollingPeople(question, counts, bounds);
}

/** `bounds`: the first day of each bucket, and of what follows the last. */
function seriesRows(
  { by = [], select }: SeriesQuestion,
  { codes, events, value, people, sessions }: DayCounts,
  bounds: readonly number[],
  vocabulary: Vocabulary,
): readonly SeriesRow[] {
  const [dimension] = by;
  const values = dimension === undefined ? [null] : (vocabulary.dimensions[dimensionIndex(vocabulary, dimension)]?.values ?? []);
  const wanted = (select.where ?? []).map(({ in: list, not }) => ({ list: new Set(list), not: not === true }));
  const slices = Array.from({ length: codes }, (_, code) => ({ code, text: values[code] ?? null }))
    .filter(({ text }) => wanted.every(({ list, not }) => list.has(text) !== not))
    .sort((a, b) => compareTexts(a.text, b.text))
    .map(({ code, text }) => ({ code, slice: dimension === undefined ? [] : [text] }));
  const rows: SeriesRow[] = [];
  for (let bucket = 0; bucket + 1 < bounds.length; bucket++) {
    const [first, end] = [bounds[bucket] as number, bounds[bucket + 1] as number];
    if (first === end) continue;
    for (const { code, slice } of slices) {
      const row = { bucket, slice, events: 0, people: 0, sessions: 0, value: 0 };
      for (let day = first; day < end; day++) {
        const cell = day * codes + code;
        if (events[cell] === 0) continue;
        row.events += events[cell] as number;
        row.value += value[cell] as number;
        row.people += newSince(people, cell, first);
        row.sessions += newSince(sessions, cell, first);
      }
      if (row.events > 0) rows.push(row);
    }
  }
  return rows;
}

/** Without a dimension a day is one cell. */
function rollingPeople({ length }: RollingQuestion, { people }: DayCounts, bounds: readonly number[]): RollingAnswer {
  const distinct = (first: number, end: number) => {
    let sum = 0;
    for (let day = first; day < end; day++) sum += newSince(people, day, first);
    return sum;
  };
  const buckets = bounds.length - 1;
  const over = (bucket: number, before: number) =>
    distinct(bounds[Math.max(0, bucket - before)] as number, bounds[bucket + 1] as number);
  return {
    active: Array.from({ length: buckets }, (_, bucket) => over(bucket, 0)),
    rolling: Array.from({ length: buckets }, (_, bucket) => over(bucket, length - 1)),
  };
}
