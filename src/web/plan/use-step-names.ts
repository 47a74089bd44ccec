import { useTranslation } from 'react-i18next';
import { usePeriodName } from '../progress/period-name.ts';
import { useSay } from '../ui/language.ts';
import { stretchesOf } from './stretches.ts';
import type { ScheduleDesk } from './use-schedule.ts';

/** Months by their names one by one; weeks as stretches, for there are many. */
export function useStepNames({ months, rhythm }: Pick<ScheduleDesk, 'months' | 'rhythm'>): (places: readonly number[]) => string {
  const { t } = useTranslation('schedule');
  const say = useSay();
  const nameOf = usePeriodName();
  const name = (place: number) => nameOf(months[place]?.key ?? '');
  return places => {
    const names =
      rhythm === 'month'
        ? places.map(name)
        : stretchesOf(places).map(([first, last]) =>
            first === last ? name(first) : t('stretch', { from: name(first), to: name(last) }),
          );
    return names.join(say({ ja: '・', en: ', ' }));
  };
}
