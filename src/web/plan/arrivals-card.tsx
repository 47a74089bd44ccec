import { useTranslation } from 'react-i18next';
import { measureOf } from '../progress/node-words.ts';
import { usePeriodName } from '../progress/period-name.ts';
import { Section } from '../ui/card.tsx';
import { Select } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { arrivingFrom, arrivingIn } from './outlook.ts';
import style from './schedule.module.css';
import type { ScheduleGridProps } from './schedule-grid.tsx';

/** When what is created in the chosen month becomes part of the goal, and where that month's part of it comes from. */
export function ArrivalsCard({ planning, schedule, month, onMonth }: ScheduleGridProps) {
  const { t } = useTranslation('schedule');
  const say = useSay();
  const figures = useFigures();
  const nameOf = usePeriodName();
  const { months, outlooks } = schedule;
  if (!outlooks || outlooks.length === 0) return null;
  const key = months[month]?.key ?? '';
  const lastMonth = months.at(-1)?.key ?? '';
  return (
    <Section
      title={t('when')}
      className={style.section}
      tools={
        <Select
          small
          aria-label={t(schedule.rhythm)}
          value={String(month)}
          options={months.map((one, place) => ({ value: String(place), label: nameOf(one.key) }))}
          onChange={event => onMonth(Number(event.target.value))}
        />
      }
    >
      <div className={style.arrivals}>
        {outlooks.flatMap(({ arrivals }) =>
          arrivals.levers.map(({ node: id, amounts }) => {
            const [lever, goal] = [planning.nodeOf(id), planning.nodeOf(arrivals.goal)];
            if (!lever || !goal) return null;
            const of = measureOf(goal);
            const name = say(lever.name);
            const planned = amounts[month] ?? 0;
            const amount = figures.value(planned < 10 ? planned : Math.round(planned), measureOf(lever));
            const forward = arrivingFrom(arrivals, id, month);
            const back = arrivingIn(arrivals, id, month);
            const most = Math.max(...forward.map(({ value }) => value));
            return (
              <div key={`${id} ${goal.id}`}>
                <p>
                  {forward.length > 0
                    ? t('whenForward', { month: nameOf(key), name, amount, goal: say(goal.name) })
                    : t('whenNothing', { month: nameOf(key), name })}
                </p>
                <ul className={style.bars}>
                  {forward.map(one => (
                    <li key={one.month}>
                      <span>
                        {nameOf(one.month)}
                        {one.month > lastMonth && <small> {t('afterPlan')}</small>}
                      </span>
                      <i style={{ inlineSize: `${Math.max(2, (one.value / most) * 100)}%` }} />
                      <b className="num">{figures.value(Math.round(one.value), of)}</b>
                    </li>
                  ))}
                </ul>
                <p className="mut">
                  {back.length > 0
                    ? t('whenBack', {
                        month: nameOf(key),
                        name,
                        goal: say(goal.name),
                        from: back.map(({ from }) => nameOf(months[from]?.key ?? '')).join(say({ ja: '・', en: ', ' })),
                      })
                    : t('whenBackNone', { month: nameOf(key), goal: say(goal.name) })}
                </p>
              </div>
            );
          }),
        )}
      </div>
    </Section>
  );
}
