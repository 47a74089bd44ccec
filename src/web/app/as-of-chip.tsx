import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '#core/calendar/day.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import type { CloseState } from '#core/measure/observation.ts';
import { classNames } from '../ui/class-names.ts';
import { useLang } from '../ui/language.ts';
import { Popover } from '../ui/popover.tsx';
import style from './page.module.css';
import { usePlace } from './place.ts';
import { useWorkspace } from './workspace-context.ts';

const CalendarSheet = lazy(() => import('../ui/calendar-sheet.tsx').then(({ CalendarSheet }) => ({ default: CalendarSheet })));

export const CLOSE_WORDS = { open: 'open', preliminary: 'preliminary', final: 'final' } as const satisfies Record<
  CloseState,
  string
>;

/** Up to which day data count, and how settled they are: 「11月20日時点・速報」. */
export function AsOfChip({ to, close, period }: { readonly to: Day; readonly close: CloseState; readonly period: DayRange }) {
  const { t } = useTranslation('app');
  const lang = useLang();
  const navigate = useNavigate();
  const { today } = useWorkspace();
  const chosen = usePlace().to;
  const anchor = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  const go = (day: Day | undefined) => {
    setOpen(false);
    void navigate({ to: '.', search: previous => ({ ...previous, to: day }) });
  };
  return (
    <span ref={anchor}>
      <button
        type="button"
        className={classNames(style.chip, chosen && style.moved)}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span>
          {t('asOf', { day: formatDay(to, lang, 'month-day') })}
          {lang === 'ja' ? '・' : ' · '}
          <b>{t(CLOSE_WORDS[close])}</b>
        </span>
      </button>
      {open && (
        <Popover anchor={anchor} label={t('chooseDay')} onClose={() => setOpen(false)}>
          <Suspense fallback={<div style={{ width: 276, height: 310 }} />}>
            <CalendarSheet
              chosen={to}
              today={today}
              first={period.from}
              last={period.to < today ? period.to : today}
              onChoose={go}
              onClear={chosen ? () => go(undefined) : undefined}
              clearWord={t('latest')}
            />
          </Suspense>
        </Popover>
      )}
    </span>
  );
}
