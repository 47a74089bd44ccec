import { useTranslation } from 'react-i18next';
import type { Freshness } from '#contract/dataset.ts';
import { Pill } from '../ui/pill.tsx';

/** Whether a source's data reach as far as they should. */
export function FreshnessPill({ source }: { readonly source: Freshness }) {
  const { t } = useTranslation('data');
  const { through, daysLate } = source;
  if (through === null) return <Pill tone={source.refresh === null ? 'none' : 'warn'}>{t('notArrived')}</Pill>;
  if (daysLate === null) return <Pill tone="none">{t('noRhythm')}</Pill>;
  return daysLate > 0 ? (
    <Pill tone="warn">{t('lateDays', { count: daysLate, days: daysLate })}</Pill>
  ) : (
    <Pill tone="good">{t('fresh')}</Pill>
  );
}

/** The same in words, for spreadsheets. */
export function useFreshnessWord(): (source: Freshness) => string {
  const { t } = useTranslation('data');
  return ({ through, daysLate }) => {
    if (through === null) return t('notArrived');
    if (daysLate === null) return t('noRhythm');
    return daysLate > 0 ? t('lateDays', { count: daysLate, days: daysLate }) : t('fresh');
  };
}
