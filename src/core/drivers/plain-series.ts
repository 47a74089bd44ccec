import { at } from '../stats/at.ts';
import { type DayRows, isUnusual } from '../stats/day-effects.ts';
import { fillGaps } from '../stats/fill-gaps.ts';
import { harmonics } from '../stats/harmonics.ts';
import { leastSquares } from '../stats/least-squares.ts';
import { seasonShape } from '../stats/season-shape.ts';
import { type Support, toWorking, type WorkingScale, workingScaleFor } from '../stats/working-scale.ts';

export type DriverGrain = 'day' | 'week' | 'month';

/** A history in equal steps, oldest first; null where there is no value. */
export interface RawSeries {
  readonly values: readonly (number | null)[];
  readonly support: Support;
}

export interface Steps {
  readonly grain: DriverGrain;
  /** Of days: what is known of each (`dayRows`), once for all series; empty for other grains. */
  readonly rows: DayRows;
}

/** What is left of a history without growth, season and kinds of days, on the scale on which these add. */
export interface PlainSeries {
  readonly values: readonly (number | null)[];
  readonly scale: WorkingScale;
  /** Free numbers that were taken from it beside a level and one slope. */
  readonly used: number;
}

/** Steps that one straight piece of the trend spans at least, and steps of a year. */
const PIECE: Readonly<Record<DriverGrain, number>> = { day: 90, week: 26, month: 24 };
const YEAR: Readonly<Record<DriverGrain, number>> = { day: 365.25, week: 52.18, month: 12 };
const HARMONICS = 2;

/**
 * Takes growth and season out of a history. [DRV-02]
 *
 * How   all at once by least squares, nothing shrunk, because what is left of a common weekday would look like an association: a trend of
 *       straight pieces of 90 days, 26 weeks or 24 months at least; of days the weekday and the ends of months; of two years and more of days and weeks the year's course by two harmonics. Days off on weekdays, 年末年始, ゴールデンウィーク
 *       and お盆 are left out. Of months the year's shape is taken out before, where two years and more prove one.
 */
export function plainSeries({ values, support }: RawSeries, { grain, rows }: Steps): PlainSeries {
  const scale = workingScaleFor(values, support);
  const worked = values.map(value => (value === null ? null : toWorking(value, scale)));
  const usual = worked.map((value, t) => (isUnusual(rows[t] ?? []) ? null : value));
  const kinds = grain === 'day' ? kindsSeen(usual, rows) : usual.map(() => [1]);
  const even = grain === 'month' ? withoutShape(usual) : { values: usual, used: 0 };
  const rests = withoutTrend(even.values, kinds, grain);
  return { values: rests.values, scale, used: even.used + rests.used };
}

interface Rests {
  readonly values: readonly (number | null)[];
  readonly used: number;
}

/** Rows of 0 and 1, only of the kinds of days that occur. */
function kindsSeen(values: readonly (number | null)[], rows: DayRows): readonly (readonly number[])[] {
  const seen = (rows[0] ?? []).map((_, i) => rows.some((row, t) => values[t] !== null && row[i] === 1));
  return rows.map(row => row.filter((_, i) => seen[i]));
}

function withoutShape(values: readonly (number | null)[]): Rests {
  const first = values.findIndex(value => value !== null);
  const shape = first < 0 ? undefined : seasonShape(fillGaps(values.slice(first)), YEAR.month);
  if (!shape) return { values, used: 0 };
  const even = values.map((value, t) => (value === null ? null : value - at(shape, (t - first) % YEAR.month)));
  return { values: even, used: YEAR.month - 1 };
}

function withoutTrend(values: readonly (number | null)[], kinds: readonly (readonly number[])[], grain: DriverGrain): Rests {
  const known = values.flatMap((value, t) => (value === null ? [] : [{ t, value }]));
  const [first, last] = [known[0]?.t ?? 0, known.at(-1)?.t ?? 0];
  const length = last - first + 1;
  const pieces = Math.max(1, Math.floor(length / PIECE[grain]));
  const bends = Array.from({ length: pieces - 1 }, (_, i) => first + ((i + 1) * length) / pieces);
  const isSeasonal = grain !== 'month' && known.length >= 2 * YEAR[grain];
  const row = (t: number) => [
    ...(kinds[t] ?? []),
    (t - first) / length,
    ...bends.map(bend => Math.max(0, t - bend) / length),
    ...(isSeasonal ? harmonics((t / YEAR[grain]) % 1, HARMONICS) : []),
  ];
  const width = row(first).length;
  if (known.length <= width) return { values: values.map(value => (value === null ? null : 0)), used: 0 };
  const coefficients = leastSquares(
    known.map(({ t }) => row(t)),
    known.map(({ value }) => value),
    RIDGE,
  );
  const level = (t: number) => row(t).reduce((sum, value, i) => sum + value * at(coefficients, i), 0);
  const rests = values.map((value, t) => (value === null ? null : value - level(t)));
  const squaresOf = (some: readonly (number | null)[]) => some.reduce<number>((sum, value) => sum + (value ?? 0) ** 2, 0);
  const isStill = squaresOf(rests) <= STILL * squaresOf(values);
  return { values: isStill ? values.map(value => (value === null ? null : 0)) : rests, used: width - 2 };
}

/** Keeps columns that say nothing new from breaking the sums; too small to leave anything of an effect. */
const RIDGE = 1e-12;

/** What is left of a series that only grows or stands still is the noise of the sums. */
const STILL = 1e-18;
