import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { useFigures } from '../ui/figures.ts';

const DAY = 86_400_000;

/** People, shares, money and spans of time as this organisation writes them. */
export function useMeasures({ currency, valueDigits }: Pick<JourneyContentsAnswer, 'currency' | 'valueDigits'>) {
  const { t } = useTranslation('journey');
  const figures = useFigures();
  const money = { unit: { kind: 'money' as const, currency }, counter: null };
  const whole = { unit: { kind: 'count' as const }, counter: null };
  const counted = { unit: { kind: 'count' as const }, counter: { ja: '人', en: 'people' } };
  return {
    figures,
    /** With 人 in Japanese, bare in English. */
    people: (count: number) => figures.value(Math.round(count), counted),
    count: (count: number, digits = 0) => figures.value(Number(count.toFixed(digits)), whole),
    share: (share: number | null, digits = 1) => (share === null ? '–' : figures.percent(share, digits)),
    /** From the smallest unit. */
    money: (amount: number) => figures.value((amount / 10 ** valueDigits).toFixed(valueDigits), money),
    /** A span of ms, in the unit one would say it in. */
    span: (ms: number) => {
      if (ms < 3_600_000)
        return figures.value(Math.round(ms / 60_000), { unit: { kind: 'duration', in: 'minutes' }, counter: null });
      if (ms < 2 * DAY)
        return figures.value(Number((ms / 3_600_000).toFixed(1)), { unit: { kind: 'duration', in: 'hours' }, counter: null });
      return figures.value(Number((ms / DAY).toFixed(1)), { unit: { kind: 'duration', in: 'days' }, counter: null });
    },
    days: (count: number) => t('days', { count }),
  };
}
