import { useTranslation } from 'react-i18next';
import { parseDay } from '#core/calendar/day.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { usePeriodName } from '../progress/period-name.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { stretchesOf } from './stretches.ts';
import type { ScheduleDesk } from './use-schedule.ts';

/** Months by their names one by one; weeks as stretches, for there are many. */
export function useStepNames({ months, rhythm }: Pick<ScheduleDesk, 'months' | 'rhythm'>): (places: readonly number[]) => string {
  const { t } = useTranslation('schedule');
  const say = useSay();
  const nameOf = usePeriodName();
  const { lang } = useFigures();
  const name = (place: number) => nameOf(months[place]?.key ?? '');
  const dayOf = (place: number) => {
    const day = parseDay(months[place]?.key ?? '');
    return day ? formatDay(day, lang, 'numeric') : '';
  };
  return places => {
    const names =
      rhythm === 'month'
        ? places.map(name)
        : stretchesOf(places).map(([first, last]) =>
            first === last ? name(first) : t('stretch', { from: dayOf(first), to: dayOf(last) }),
          );
    return names.join(say({ ja: '・', en: ', ' }));
  };
}
