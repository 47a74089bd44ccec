import { expect, test } from 'vitest';
import { defaultCalendar } from '../calendar/calendar-settings.ts';
import { parseDay } from '../calendar/day.ts';
import { type OutlookTold, outlookSentences } from './outlook-sentences.ts';

const MARCH = rangeOf('2027-03-01', '2027-03-31');
const JANUARY = rangeOf('2027-01-01', '2027-01-31');
const LEADS = { ja: 'リード数', en: 'Leads' };

test.each([
  ['below the target and rising', { slope: 10, next: 160, value: 200, reachedIn: JANUARY }, '目標の200に届くのは2027年1月です'],
  ['below the target and falling', { slope: -10, next: 160, value: 200, reachedIn: null }, 'この傾向では届きません'],
  ['above the target and rising', { slope: 10, next: 237, value: 210, reachedIn: null }, '目標の210はこの水準なら満たします'],
  ['above the target and falling', { slope: -10, next: 237, value: 210, reachedIn: JANUARY }, '2027年1月に満たさなくなります'],
  [
    'under a ceiling',
    { slope: -10, next: 160, value: 200, reachedIn: null, isCeiling: true },
    '目標の200はこの水準なら満たします',
  ],
] as const)('[LND-60] a trend %s is said to be just that', (_, { slope, next, value, reachedIn, ...more }, said) => {
  const told: OutlookTold = {
    trend: { slope, next, reached: null },
    target: { value, month: MARCH, isCeiling: 'isCeiling' in more },
    reachedIn,
    natural: null,
    mape: null,
    probability: null,
  };
  const [sentence] = outlookSentences(told, LEADS, { kind: 'count' }, defaultCalendar);
  expect(sentence?.ja).toContain(said);
});

function rangeOf(first: string, last: string) {
  const [from, to] = [parseDay(first), parseDay(last)];
  if (!from || !to) throw new Error(first);
  return { from, to };
}
