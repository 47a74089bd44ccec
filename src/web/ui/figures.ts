import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import type { Observation } from '#core/measure/observation.ts';
import { decimalOf, shiftPoint, trimmed } from '#core/number/decimal.ts';
import { rationalOf } from '#core/number/rational.ts';
import { formatDifference, formatIndex } from '#core/text/format-change.ts';
import { formatRange } from '#core/text/format-range.ts';
import { defaultFormat, type FormatSettings } from '#core/text/format-settings.ts';
import { formatValue } from '#core/text/format-value.ts';
import type { Lang, Text } from '#core/text/text.ts';
import type { ValueOptions } from '#core/text/value-shape.ts';
import type { Unit } from '#core/unit/unit.ts';
import { useLang } from './language.ts';

/** What is known of a number before it is written: its unit, and the word that stands behind a count. */
export interface Measure {
  readonly unit: Unit;
  readonly counter: Text | null;
}

/** How this organisation writes numbers and divides time. */
export interface HouseStyle {
  readonly format: FormatSettings;
  readonly calendar: CalendarSettings;
}

export const HouseStyleContext = createContext<HouseStyle>({ format: defaultFormat, calendar: defaultCalendar });

/** Every number on screen is written by one of these; see docs/spec/text.md. */
export interface Figures {
  readonly lang: Lang;
  readonly calendar: CalendarSettings;
  readonly format: FormatSettings;
  /** 1.80億円, 158件, 41.2% */
  value(value: string | number, of: Measure, options?: ValueOptions): string;
  /** As `value`; a missing or impossible value is a word. */
  observed(observation: Observation, of: Measure, options?: ValueOptions): string;
  /** 2.60〜3.02億円 */
  range(low: string | number, high: string | number, of: Measure): string;
  /** −870万円, +0.5pt */
  difference(value: string | number, of: Measure): string;
  /** 95.4% of something: an achievement or a share. */
  percent(share: number, digits?: number): string;
  /** A comparison with an earlier value as set: 118% or +18%. */
  index(index: number, digits?: number): string;
  /** As a spreadsheet takes it: a bare number, rates with %, nothing where there is no value. */
  plain(value: string | number | Observation | null | undefined, of: Measure): string;
}

export function useFigures(): Figures {
  const lang = useLang();
  const { t } = useTranslation('ui');
  const { format, calendar } = useContext(HouseStyleContext);
  return useMemo(() => {
    // In English the name of the KPI says what is counted; a singular noun behind every number would only be in the way.
    const counted = ({ counter }: Measure) => (counter && lang === 'ja' ? { counter } : {});
    const value: Figures['value'] = (number, of, options) =>
      formatValue(number, of.unit, lang, format, { ...counted(of), ...options });
    return {
      lang,
      calendar,
      format,
      value,
      observed: (observation, of, options) => {
        if (observation.state === 'no-data') return t('noData');
        if (observation.state === 'undefined') return t('notComputable');
        return value(observation.exact, of, options);
      },
      range: (low, high, of) => formatRange(decimalOf(low), decimalOf(high), of.unit, lang, format, counted(of)),
      difference: (number, of) => formatDifference(decimalOf(number), of.unit, lang, format, counted(of)),
      percent: (share, digits) => formatIndex(rationalOf(share), { ...format, change: 'index' }, digits),
      index: (index, digits) => formatIndex(rationalOf(index), format, digits),
      plain: (given, { unit }) => {
        const exact = exactOf(given);
        if (exact === undefined) return '';
        return unit.kind === 'ratio' ? `${trimmed(shiftPoint(exact, 2))}%` : exact;
      },
    };
  }, [lang, calendar, format, t]);
}

function exactOf(given: string | number | Observation | null | undefined): string | undefined {
  if (given === null || given === undefined) return undefined;
  if (typeof given !== 'object') return decimalOf(given);
  return given.state === 'no-data' || given.state === 'undefined' ? undefined : given.exact;
}
