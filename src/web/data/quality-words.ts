import { useTranslation } from 'react-i18next';
import { formatDayRange } from '#core/calendar/format-day.ts';
import { type Measure, useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import type { QualityAnswer } from './quality-page.tsx';

export type Finding = QualityAnswer['open'][number];

const RATE: Measure = { unit: { kind: 'ratio' }, counter: null };

/** A share as a percentage; a dash where nothing is expected. */
export function useShareWords(): (share: number | null) => string {
  const figures = useFigures();
  return share => (share === null ? '–' : figures.value(share, RATE));
}

/** Which days a ticket is about, and what is unusual about them. */
export function useFindingWords() {
  const { t } = useTranslation('data');
  const figures = useFigures();
  const days = (finding: Pick<Finding, 'days'>) => formatDayRange(finding.days, figures.lang);
  const say = useSay();
  const share = useShareWords();
  const detail = (finding: Finding) =>
    finding.kind === 'disagreement'
      ? t('disagreementWords', {
          value: figures.value(tidy(finding.value), { unit: finding.unit, counter: null }),
          other: say(finding.otherName),
          beside: figures.value(tidy(finding.beside), { unit: finding.unit, counter: null }),
          difference: share(finding.difference),
          tolerance: share(finding.tolerance),
        })
      : finding.kind === 'outlier'
        ? t('outlierWords', {
            value: figures.value(tidy(finding.value), { unit: finding.unit, counter: null }),
            usual: figures.value(tidy(finding.usual), { unit: finding.unit, counter: null }),
            z: finding.z.toFixed(1).replace('-', '−'),
          })
        : '';
  return { days, detail };
}

/** A month's usual value is reckoned from days: its rounding error is not for reading. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
