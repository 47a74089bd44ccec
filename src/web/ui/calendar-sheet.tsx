import { type KeyboardEvent, useContext, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holidayName, isBusinessDay } from '#core/calendar/business-day.ts';
import { addDays, addMonths, type Day, dayOfWeek, partsOf } from '#core/calendar/day.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { Button, IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import style from './date-field.module.css';
import { HouseStyleContext } from './figures.ts';
import { useLang, useSay } from './language.ts';

export interface CalendarSheetProps {
  readonly chosen: Day | null;
  readonly today: Day;
  readonly first?: Day | undefined;
  readonly last?: Day | undefined;
  readonly onChoose: (day: Day) => void;
  readonly onClear?: (() => void) | undefined;
  /** What the button that clears says. */
  readonly clearWord?: string;
}

const WEEKDAYS = { ja: ['月', '火', '水', '木', '金', '土', '日'], en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] } as const;

/** A month of days to choose from, with days off in red as on Japanese calendars. Arrows move by day and week, Page keys by month. */
export function CalendarSheet({ chosen, today, first, last, onChoose, onClear, clearWord }: CalendarSheetProps) {
  const lang = useLang();
  const say = useSay();
  const { t } = useTranslation('ui');
  const { calendar } = useContext(HouseStyleContext);
  const [at, setAt] = useState<Day>(chosen ?? clamped(today, first, last));
  const grid = useRef<HTMLTableElement>(null);
  const { year, month } = partsOf(at);
  const start = addDays(at, 1 - partsOf(at).day);
  const opening = addDays(start, 1 - dayOfWeek(start));
  const isOut = (day: Day) => (first !== undefined && day < first) || (last !== undefined && day > last);
  const go = (day: Day) => {
    setAt(clamped(day, first, last));
    requestAnimationFrame(() => grid.current?.querySelector<HTMLButtonElement>('[tabindex="0"]')?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = {
      ArrowLeft: () => addDays(at, -1),
      ArrowRight: () => addDays(at, 1),
      ArrowUp: () => addDays(at, -7),
      ArrowDown: () => addDays(at, 7),
      PageUp: () => addMonths(at, -1),
      PageDown: () => addMonths(at, 1),
    }[event.key];
    if (!move) return;
    event.preventDefault();
    go(move());
  };
  return (
    <div className={style.sheet}>
      <div className={style.head}>
        <IconButton small name={t('previousMonth')} icon="left" onClick={() => setAt(clamped(addMonths(at, -1), first, last))} />
        <strong aria-live="polite">{lang === 'ja' ? `${year}年${month}月` : formatDay(start, 'en').replace(/^\d+ /, '')}</strong>
        <IconButton small name={t('nextMonth')} icon="right" onClick={() => setAt(clamped(addMonths(at, 1), first, last))} />
      </div>
      <table ref={grid} className={style.grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {WEEKDAYS[lang].map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[0, 1, 2, 3, 4, 5].map(week => (
            <tr key={week}>
              {[0, 1, 2, 3, 4, 5, 6].map(weekday => {
                const day = addDays(opening, week * 7 + weekday);
                const holiday = holidayName(day, calendar);
                return (
                  <td key={day}>
                    <button
                      type="button"
                      tabIndex={day === at ? 0 : -1}
                      {...(day === at ? { 'data-first': true } : {})}
                      disabled={isOut(day)}
                      title={say(holiday)}
                      aria-label={`${formatDay(day, lang, 'weekday')}${holiday ? ` ${say(holiday)}` : ''}`}
                      aria-pressed={day === chosen}
                      className={classNames(
                        style.day,
                        partsOf(day).month !== month && style.outside,
                        !isBusinessDay(day, calendar) && style.off,
                        day === today && style.today,
                        day === chosen && style.chosen,
                      )}
                      onClick={() => onChoose(day)}
                    >
                      {partsOf(day).day}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={style.foot}>
        <Button small look="quiet" disabled={isOut(today)} onClick={() => onChoose(today)}>
          {t('today')}
        </Button>
        {onClear && (
          <Button small look="quiet" onClick={onClear}>
            {clearWord ?? t('clearDay')}
          </Button>
        )}
      </div>
    </div>
  );
}

function clamped(day: Day, first: Day | undefined, last: Day | undefined): Day {
  if (first !== undefined && day < first) return first;
  return last !== undefined && day > last ? last : day;
}
