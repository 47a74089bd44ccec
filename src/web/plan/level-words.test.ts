import { describe, expect, test } from 'vitest';
import type { Day } from '#core/calendar/day.ts';
import { type Level, levelChange } from './level-words.ts';

const of = (value: string, more: Partial<Level> = {}): Level => ({
  value,
  per: null,
  sign: 'at-least',
  upTo: null,
  by: null,
  ...more,
});
const month = (value: string, more: Partial<Level> = {}) => of(value, { per: 'month', ...more });

const said = (before: Level | null, after: Level | null, isDown = false) =>
  (['ja', 'en'] as const).map(lang => {
    const value = (text: string) => (lang === 'ja' ? `${text}件` : text);
    const words = levelChange(before, after, { lang, value, day: day => day, isDown });
    return `${words.before} → ${words.after}`;
  });

describe('[SCR-43] two states of a target in words', () => {
  test('another amount for the same length of time', () => {
    expect(said(month('200'), month('240'))).toEqual(['月200件 → 月240件', '200 → 240 per month']);
    expect(said(of('10'), of('12'))).toEqual(['10件 → 12件', '10 → 12']);
  });

  test('another length of time is said on both sides', () => {
    expect(said(month('200'), of('60', { per: 'week' }))).toEqual(['月200件 → 週60件', '200 per month → 60 per week']);
  });

  test('what goes without saying is left out; another sign is said on both sides', () => {
    expect(said(of('5', { sign: 'at-most' }), of('4', { sign: 'at-most' }), true)).toEqual(['5件 → 4件', '5 → 4']);
    expect(said(of('5', { sign: 'at-most' }), of('4', { sign: 'at-most' }))).toEqual([
      '5件以下 → 4件以下',
      'at most 5 → at most 4',
    ]);
    expect(said(of('5'), of('5', { sign: 'equal' }))).toEqual(['5件以上 → 5件ちょうど', 'at least 5 → exactly 5']);
    expect(said(of('5'), of('5', { sign: 'between', upTo: '8' }))).toEqual(['5件以上 → 5件〜8件', 'at least 5 → 5–8']);
  });

  test('a deadline only where it moves; a target that comes or goes', () => {
    const by = (day: string) => of('9', { by: day as Day });
    expect(said(by('2027-03-31'), of('8', { by: '2027-03-31' as Day }))).toEqual(['9件 → 8件', '9 → 8']);
    expect(said(by('2027-03-31'), by('2027-06-30'))).toEqual([
      '9件（2027-03-31まで） → 9件（2027-06-30まで）',
      '9 by 2027-03-31 → 9 by 2027-06-30',
    ]);
    expect(said(null, month('9'))[1]).toBe(' → 9 per month');
  });
});
