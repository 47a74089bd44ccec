import { describe, expect, test } from 'vitest';
import { addDays, type Day, dayOfWeek, parseDay } from '../calendar/day.ts';
import { type BeforeAfterInput, readEffect } from './before-after.ts';
import type { EffectReading } from './effect-reading.ts';
import type { EffectPoint } from './week-blocks.ts';

const START = day('2026-06-01');

describe('verdicts on series in which nothing was done', () => {
  const readings = Array.from({ length: 1000 }, (_, seed) => readEffect(noEffect(seed)));

  test('[EFF-03] at most 1 in 10 series without an effect is called improved or worsened', () => {
    const wrong = readings.filter(({ verdict }) => verdict === 'improved' || verdict === 'worsened').length;
    expect(wrong / readings.length).toBeLessThanOrEqual(0.1);
    expect(wrong).toBeGreaterThan(0);
  });

  test('[EFF-03] the same series fool the rule "5 % more than before" in at least 1 of 5 cases', () => {
    const fooled = readings.filter(({ change }) => (change ?? 0) > 0.05).length;
    expect(fooled / readings.length).toBeGreaterThan(0.2);
  });

  test('[EFF-03] with one year, two years and three years of history alike', () => {
    for (const weeks of [56, 78, 108, 156]) {
      const wrong = Array.from({ length: 300 }, (_, seed) => readEffect(noEffect(seed + 5000, { weeks }))).filter(isMoved).length;
      expect(wrong / 300, `${weeks} weeks`).toBeLessThanOrEqual(0.1);
    }
  });

  test('[EFF-03] when people state that there is no season, half a year without one is read as safely', () => {
    const wrong = Array.from({ length: 300 }, (_, seed) =>
      readEffect({ ...noEffect(seed + 9000, { weeks: 26, amplitude: 0 }), seasonal: false }),
    ).filter(isMoved).length;
    expect(wrong / 300).toBeLessThanOrEqual(0.1);
  });
});

test('[EFF-03] an effect of 30 % is seen in most series, in its direction and never the other way', () => {
  for (const better of ['up', 'down'] as const) {
    const readings = Array.from({ length: 200 }, (_, seed) =>
      readEffect({ ...noEffect(seed, { weeks: 130, effect: 0.3 }), better }),
    );
    const right = better === 'up' ? 'improved' : 'worsened';
    expect(readings.filter(({ verdict }) => verdict === right).length).toBeGreaterThan(160);
    expect(readings.filter(reading => isMoved(reading) && reading.verdict !== right)).toEqual([]);
  }
});

test('[EFF-04] the usual movement holds about 95 of 100 changes without an effect', () => {
  let inside = 0;
  for (let seed = 0; seed < 300; seed++) {
    const { change, usual } = readEffect(noEffect(seed, { weeks: 130 }));
    if (change !== null && usual && change >= usual.low && change <= usual.high) inside++;
  }
  expect(inside / 300).toBeGreaterThan(0.9);
});

test('[EFF-05] two years of a strongly seasonal series are compared with the same weeks a year earlier, and read more sharply', () => {
  const short = readEffect(noEffect(7, { weeks: 90, amplitude: 0.3 }));
  const long = readEffect(noEffect(7, { weeks: 130, amplitude: 0.3 }));
  expect(short.usual?.compared).toBe('windows');
  expect(long.usual?.compared).toBe('last-year');
  expect(width(long)).toBeLessThan(width(short));
});

describe('what a reading says', () => {
  const flat = steady(70, () => 100);

  test('[EFF-02] equal windows of whole weeks before and after the start', () => {
    const reading = readEffect({ points: flat, grain: 'day', start: START, better: 'up' });
    expect(reading.windows?.before).toEqual({ days: { from: '2026-05-04', to: '2026-05-31' }, weeks: 4, value: 100 });
    expect(reading.windows?.after).toEqual({ days: { from: '2026-06-01', to: '2026-06-28' }, weeks: 4, value: 100 });
    expect(reading.change).toBe(0);
  });

  test('[EFF-02] a weekday pattern alone is no change, wherever in the week the start lies', () => {
    for (let shift = 0; shift < 7; shift++) {
      const start = addDays(START, shift);
      const points = steady(70, at => 100 + 50 * dayOfWeek(at), start);
      expect(Math.abs(readEffect({ points, grain: 'day', start, better: 'up' }).change ?? 1)).toBeLessThan(1e-12);
    }
  });

  test('[EFF-02] while the weeks after are fewer, both windows are shorter', () => {
    const points = steady(70, () => 100).filter(point => point.day < '2026-06-20');
    const reading = readEffect({ points, grain: 'day', start: START, better: 'up' });
    expect(reading.windows?.after).toMatchObject({ days: { from: '2026-06-01', to: '2026-06-14' }, weeks: 2 });
    expect(reading.windows?.before).toMatchObject({ days: { from: '2026-05-18', to: '2026-05-31' }, weeks: 2 });
  });

  test('[EFF-02] one week in four may lack a day and is left out; more may not', () => {
    const without = (...days: string[]) => flat.filter(point => !days.includes(point.day));
    const one = readEffect({ points: without('2026-06-03'), grain: 'day', start: START, better: 'up' });
    expect(one.windows?.after.weeks).toBe(3);
    const two = readEffect({ points: without('2026-06-03', '2026-06-10'), grain: 'day', start: START, better: 'up' });
    expect(two.reasons).toEqual([{ code: 'days-missing' }]);
    expect(two.change).toBeNull();
  });

  test('[EFF-02] the week in which the start lies is left out of weekly values', () => {
    const weekly = Array.from({ length: 74 }, (_, index) => ({
      day: addDays(day('2025-01-06'), index * 7),
      value: index < 73 ? 10 : 20,
    }));
    const reading = readEffect({ points: weekly, grain: 'week', start: day('2026-04-30'), better: 'up' });
    expect(reading.windows?.before.days.to).toBe('2026-04-26');
    expect(reading.windows?.after.days.from).toBe('2026-05-04');
  });

  test('[EFF-02] the days of a lag belong to neither window', () => {
    const reading = readEffect({ points: flat, grain: 'day', start: START, lagDays: 10, better: 'up' });
    expect(reading.windows?.before.days.to).toBe('2026-05-31');
    expect(reading.windows?.after.days.from).toBe('2026-06-15');
  });

  test('[EFF-02] the value of a rate is the ratio of sums, not the mean of daily rates', () => {
    const points = steady(70, (_, index) => (index % 2 === 0 ? 0.1 : 0.2)).map((point, index) => ({
      ...point,
      weight: index % 2 === 0 ? 300 : 100,
    }));
    const reading = readEffect({ points, grain: 'day', start: START, better: 'up' });
    expect(reading.windows?.after.value).toBeCloseTo(0.125, 12);
  });

  test('[EFF-08] values that reach zero are compared by difference, not by ratio', () => {
    const points = steady(70, (_, index) => (index >= 0 ? 3 : 0));
    const reading = readEffect({ points, grain: 'day', start: START, better: 'up' });
    expect(reading.scale).toBe('difference');
    expect(reading.change).toBe(3);
    expect(reading.verdict).toBe('improved');
  });
});

describe('when it cannot be told', () => {
  const long = (days: number, after: number) =>
    steady(days, (_, index) => 100 + (index % 3)).filter(point => point.day < addDays(START, after));

  test('[EFF-06] fewer than two whole weeks after the start: the day it can be read is named', () => {
    const reading = readEffect({ points: long(70, 13), grain: 'day', start: START, better: 'up' });
    expect(reading.verdict).toBe('cannot-tell');
    expect(reading.reasons).toEqual([{ code: 'too-few-days', weeks: 1, needed: 2, on: '2026-06-15' }]);
  });

  test('[EFF-06] too little history to know the usual movement', () => {
    const reading = readEffect({ points: steady(10, () => 100), grain: 'day', start: START, better: 'up', seasonal: false });
    expect(reading.reasons).toEqual([{ code: 'history-too-short', weeks: 10, needed: 20 }]);
    expect(reading.usual?.pairs).toBe(3);
  });

  test('[EFF-06] less than a year and a window: the season is unknown, unless people state there is none', () => {
    const input: BeforeAfterInput = {
      points: noEffect(1, { weeks: 40, effect: 3 }).points,
      grain: 'day',
      start: START,
      better: 'up',
    };
    expect(readEffect(input).reasons).toEqual([{ code: 'season-unknown', weeks: 40, needed: 56 }]);
    expect(readEffect({ ...input, seasonal: false }).verdict).toBe('improved');
  });

  test('[EFF-06] within the usual movement, with the smallest change that could have been seen', () => {
    const reading = readEffect(noEffect(2, { weeks: 130 }));
    expect(reading.verdict).toBe('cannot-tell');
    const [reason] = reading.reasons;
    expect(reason?.code).toBe('within-usual-movement');
    expect(reason?.code === 'within-usual-movement' && reason.smallest).toBeGreaterThan(0.02);
  });

  test('[EFF-06] no change is said only when the promised effect would have been seen', () => {
    const run = noEffect(2, { weeks: 130 });
    expect(readEffect({ ...run, expected: { mode: 'relative', size: 0.6 } }).verdict).toBe('no-change');
    expect(readEffect({ ...run, expected: { mode: 'relative', size: 0.03 } }).verdict).toBe('cannot-tell');
    expect(readEffect({ ...run, expected: { mode: 'difference', size: 600 } }).verdict).toBe('no-change');
  });

  test('[EFF-06] an effect that came as promised is rarely called no change', () => {
    let missed = 0;
    for (let seed = 0; seed < 300; seed++) {
      const reading = readEffect({ ...noEffect(seed, { weeks: 130, effect: 0.15 }), expected: { mode: 'relative', size: 0.15 } });
      if (reading.verdict === 'no-change') missed++;
    }
    expect(missed / 300).toBeLessThanOrEqual(0.05);
  });

  test('[EFF-07] another initiative, campaign or season in part of the windows', () => {
    const run = noEffect(3, { weeks: 130, effect: 3 });
    const tv = { kind: 'campaign', name: 'テレビCM', days: { from: day('2026-06-10'), to: day('2026-06-20') } } as const;
    const obon = { kind: 'season', name: '大型連休', days: { from: day('2026-05-01'), to: day('2026-05-06') } } as const;
    const earlier = { kind: 'initiative', name: '昨年の施策', days: { from: day('2025-05-01'), to: day('2025-05-06') } } as const;
    const always = { kind: 'campaign', name: '検索広告', days: { from: day('2026-01-01'), to: day('2026-12-31') } } as const;
    expect(readEffect({ ...run, happenings: [earlier, always] }).verdict).toBe('improved');
    const reading = readEffect({ ...run, happenings: [tv, obon, earlier, always] });
    expect(reading.verdict).toBe('cannot-tell');
    expect(reading.reasons).toEqual([
      { code: 'overlap', names: ['テレビCM'] },
      { code: 'season-in-window', names: ['大型連休'] },
    ]);
    expect(reading.meanwhile.map(({ name }) => name)).toEqual(['テレビCM', '大型連休', '検索広告']);
    expect(reading.change).toBeGreaterThan(1);
  });

  test('[EFF-08] no values at all, or a start before them, are reasons and no numbers', () => {
    expect(readEffect({ points: [], grain: 'day', start: START, better: 'up' }).reasons[0]?.code).toBe('too-few-days');
    const before = readEffect({ points: steady(70, () => 1), grain: 'day', start: day('2020-01-01'), better: 'up' });
    expect(before.reasons[0]?.code).toBe('history-too-short');
    const zero = readEffect({ points: steady(70, () => 0), grain: 'day', start: START, better: 'up' });
    expect(JSON.stringify(zero)).not.toMatch(/NaN|Infinity/);
    expect(zero.change).toBe(0);
  });
});

function isMoved({ verdict }: EffectReading): boolean {
  return verdict === 'improved' || verdict === 'worsened';
}

function width({ usual }: EffectReading): number {
  return usual ? usual.high - usual.low : Number.POSITIVE_INFINITY;
}

/** Daily values of `weeks` weeks before the start and 10 after; `value` gets the day's index, 0 = the start. */
function steady(weeks: number, value: (day: Day, index: number) => number, start: Day = START): EffectPoint[] {
  return Array.from({ length: (weeks + 10) * 7 }, (_, index) => {
    const at = addDays(start, index - weeks * 7);
    return { day: at, value: value(at, index - weeks * 7) };
  });
}

interface Series {
  readonly weeks?: number;
  readonly amplitude?: number;
  readonly effect?: number;
}

/** A daily KPI with growth, weekdays, a yearly cycle and autocorrelated noise (φ 0.5, σ 8 %); from the start on × (1 + effect). */
function noEffect(seed: number, { weeks, amplitude, effect = 0 }: Series = {}): BeforeAfterInput {
  const random = generator(seed * 7919 + 17);
  const history = weeks ?? 56 + Math.floor(random() * 100);
  const yearly = amplitude ?? 0.05 + 0.2 * random();
  const growth = Math.log(0.9 + 0.5 * random());
  const phase = random() * 2 * Math.PI;
  const weekday = Array.from({ length: 7 }, () => 0.8 + 0.4 * random());
  let noise = 0.08 * normal(random);
  const points = Array.from({ length: (history + 4) * 7 }, (_, index) => {
    noise = 0.5 * noise + 0.08 * Math.sqrt(0.75) * normal(random);
    const at = addDays(START, index - history * 7);
    const season = 1 + yearly * Math.sin((2 * Math.PI * index) / 365.25 + phase);
    const level = 1000 * Math.exp((growth * index) / 365) * (weekday[index % 7] ?? 1) * season * (1 + noise);
    return { day: at, value: level * (index >= history * 7 ? 1 + effect : 1) };
  });
  return { points, grain: 'day', start: START, better: 'up' };
}

/** Mulberry32. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`no such day: ${text}`);
  return parsed;
}
