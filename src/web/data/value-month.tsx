import { useTranslation } from 'react-i18next';
import { StoredField } from '../plan/stored-field.tsx';
import { usePeriodName } from '../progress/period-name.ts';
import { Select } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { measureOfLine, type ValueDesk } from './use-value-desk.ts';
import { useMonthNote } from './value-grid.tsx';
import style from './values.module.css';

/** One month of the sheet as a list, for narrow screens. */
export function ValueMonth({
  desk,
  now,
  month,
  onMonth,
}: {
  readonly desk: ValueDesk;
  readonly now: string;
  readonly month: number;
  readonly onMonth: (month: number) => void;
}) {
  const { t } = useTranslation('data');
  const say = useSay();
  const figures = useFigures();
  const nameOf = usePeriodName();
  const note = useMonthNote(now);
  return (
    <div className={style.month}>
      <Select
        aria-label={t('valueMonth')}
        value={String(month)}
        options={desk.months.map((one, place) => ({
          value: String(place),
          label: [nameOf(one.key), note(one)].filter(Boolean).join(' · '),
        }))}
        onChange={event => onMonth(Number(event.target.value))}
      />
      {desk.months[month]?.close === 'final' && <p className="mut">{t('lockFinalWhy')}</p>}
      {desk.rows.map((row, place) => {
        const value = desk.valueOf(place, month);
        return desk.lockOf(place, month) ? (
          <p key={row.metric} className={style.fixed}>
            <span>{say(row.name)}</span>
            <span className="num">{value === null ? t('reviewEmpty') : figures.value(value, measureOfLine(row))}</span>
          </p>
        ) : (
          <StoredField
            key={`${row.metric} ${month}`}
            label={say(row.name)}
            value={desk.plain(place, month)}
            onStore={text => desk.write([{ row: place, column: month, text }])}
          />
        );
      })}
    </div>
  );
}
