import type { Text } from '../text/text.ts';
import type { DriverGrain } from './plain-series.ts';

const STEPS: Readonly<Record<DriverGrain, { readonly ja: string; readonly one: string; readonly now: Text }>> = {
  day: { ja: '日', one: 'day', now: { ja: '同じ日に', en: 'on the same day' } },
  week: { ja: '週', one: 'week', now: { ja: '同じ週に', en: 'in the same week' } },
  month: { ja: 'か月', one: 'month', now: { ja: '同じ月に', en: 'in the same month' } },
};

/** When it shows: 「14日後に」, "14 days later"; without a lag 「同じ日に」, "on the same day". */
export function lagText(lag: number, grain: DriverGrain): Text {
  const { now } = STEPS[grain];
  if (lag === 0) return now;
  const length = stepsText(lag, grain);
  return { ja: `${length.ja}後に`, en: `${length.en} later` };
}

/** So many steps: 「14日」, "14 days". */
export function stepsText(count: number, grain: DriverGrain): Text {
  const { ja, one } = STEPS[grain];
  const weeks = grain === 'week' ? '間' : '';
  return { ja: `${count}${ja}${weeks}`, en: `${count} ${one}${count === 1 ? '' : 's'}` };
}
