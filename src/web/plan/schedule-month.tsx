import { useTranslation } from 'react-i18next';
import { measureOf } from '../progress/node-words.ts';
import { usePeriodName } from '../progress/period-name.ts';
import { Select } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import { OUTLOOK } from './outlook-rows.tsx';
import style from './schedule.module.css';
import type { ScheduleGridProps } from './schedule-grid.tsx';
import { StoredField } from './stored-field.tsx';

/** One month of the sheet as a list, for narrow screens. */
export function ScheduleMonth({ planning, schedule, month, onMonth }: ScheduleGridProps) {
  const { t } = useTranslation('schedule');
  const say = useSay();
  const figures = useFigures();
  const nameOf = usePeriodName();
  const { months, rows, outlooks } = schedule;
  const lock = months[month]?.lock;
  return (
    <div className={style.month}>
      <Select
        aria-label={t(schedule.rhythm)}
        value={String(month)}
        options={months.map((one, place) => ({
          value: String(place),
          label: `${nameOf(one.key)}${one.lock ? ` · ${t(one.lock)}` : ''}`,
        }))}
        onChange={event => onMonth(Number(event.target.value))}
      />
      {outlooks?.map(({ arrivals, months: each }) => {
        const [goal, one] = [planning.nodeOf(arrivals.goal), each[month]];
        if (!goal || !one) return null;
        return (
          <p key={goal.id} className={style.monthOutlook}>
            <span>{t('outlookOf', { goal: say(goal.name) })}</span>
            <b className="num">{figures.value(Math.round(one.value), measureOf(goal))}</b>
            <Pill tone={OUTLOOK[one.state].tone}>{t(OUTLOOK[one.state].word)}</Pill>
          </p>
        );
      })}
      {rows.map(row => {
        const given = row.given[month] ?? row.standing[month];
        return lock ? (
          <p key={row.key} className={style.monthRow}>
            <span>{say(row.name)}</span>
            <span className="num">{given === undefined ? '' : figures.value(given, row.of)}</span>
          </p>
        ) : (
          <StoredField
            key={`${row.key} ${month}`}
            label={say(row.name)}
            value={schedule.plain(row, month)}
            placeholder={row.given[month] === undefined && given !== undefined ? figures.value(given, row.of) : undefined}
            onStore={text => schedule.write([{ row, month, text }])}
          />
        );
      })}
    </div>
  );
}
