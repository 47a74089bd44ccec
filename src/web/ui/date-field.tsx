import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Day, dayOf, parseDay, partsOf } from '#core/calendar/day.ts';
import { IconButton } from './button.tsx';
import style from './date-field.module.css';
import { Field, TextInput } from './field.tsx';
import { Popover } from './popover.tsx';

const CalendarSheet = lazy(() => import('./calendar-sheet.tsx').then(({ CalendarSheet }) => ({ default: CalendarSheet })));

export interface DateFieldProps {
  readonly label: string;
  readonly value: Day | null;
  readonly today: Day;
  readonly onChange: (day: Day | null) => void;
  readonly required?: boolean;
  readonly problem?: string | undefined;
  readonly hint?: string | undefined;
}

/** A day, typed (2026-11-20, 11/20) or chosen from a calendar. */
export function DateField({ label, value, today, onChange, required = false, problem, hint }: DateFieldProps) {
  const { t } = useTranslation('ui');
  const anchor = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string>();
  const unreadable = typed !== undefined && typed.trim() !== '' && typedDay(typed, today) === undefined;
  const finish = () => {
    if (typed === undefined || unreadable) return;
    onChange(typedDay(typed, today) ?? null);
    setTyped(undefined);
  };
  return (
    <Field label={label} required={required} problem={unreadable ? t('dayUnreadable') : problem} hint={hint}>
      {control => (
        <div ref={anchor} className={style.row}>
          <TextInput
            {...control}
            inputMode="numeric"
            autoComplete="off"
            placeholder="YYYY-MM-DD"
            value={typed ?? value ?? ''}
            onChange={event => setTyped(event.target.value)}
            onBlur={finish}
            onKeyDown={event => event.key === 'Enter' && finish()}
          />
          <IconButton small name={t('pickDay')} icon="calendar" aria-expanded={open} onClick={() => setOpen(!open)} />
          {open && (
            <Popover anchor={anchor} label={t('pickDay')} align="end" onClose={() => setOpen(false)}>
              <Suspense fallback={<div className={style.sheet} style={{ height: 290 }} />}>
                <CalendarSheet
                  chosen={value}
                  today={today}
                  onChoose={day => {
                    setTyped(undefined);
                    setOpen(false);
                    onChange(day);
                  }}
                />
              </Suspense>
            </Popover>
          )}
        </div>
      )}
    </Field>
  );
}

/** 2026-11-20, 2026/11/20, 20261120, 11/20 (this year) and 11月20日. */
function typedDay(text: string, today: Day): Day | undefined {
  const plain = text.normalize('NFKC').trim();
  const [, year, month, day] = /^(?:(\d{4})[-/.年]?)?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(plain) ?? [];
  if (month === undefined || day === undefined) return parseDay(plain);
  return dayOf({ year: year === undefined ? partsOf(today).year : Number(year), month: Number(month), day: Number(day) });
}
