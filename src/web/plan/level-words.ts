import type { NodeView } from '#contract/plan-view.ts';
import type { Day } from '#core/calendar/day.ts';
import { fromTo } from '#core/text/format-range.ts';
import type { Lang, Text } from '#core/text/text.ts';

type Target = NonNullable<NodeView['target']>;

/** What is said of a target or baseline beside another state of it: only what is not the same anyway. */
export type Level = Pick<Target, 'value' | 'per'> & Partial<Pick<Target, 'sign' | 'upTo' | 'by'>>;

export interface LevelWriter {
  readonly lang: Lang;
  readonly value: (value: string) => string;
  readonly day: (day: Day) => string;
  /** Less is better: a ceiling goes without saying. */
  readonly isDown: boolean;
}

const PER: Readonly<Record<NonNullable<Target['per']>, Text>> = {
  day: { ja: '1日', en: ' per day' },
  week: { ja: '週', en: ' per week' },
  month: { ja: '月', en: ' per month' },
  quarter: { ja: '四半期', en: ' per quarter' },
  half: { ja: '半期', en: ' per half-year' },
  year: { ja: '年', en: ' per year' },
};

const SIGNS: Readonly<Record<Exclude<Target['sign'], 'between'>, Text>> = {
  'at-least': { ja: '以上', en: 'at least ' },
  'at-most': { ja: '以下', en: 'at most ' },
  equal: { ja: 'ちょうど', en: 'exactly ' },
};

/** 「月200件」 and 「月240件」, "200" and "240 per month": two states of a target, or of a baseline. Empty where there is none. [SCR-43] */
export function levelChange(
  before: Level | null,
  after: Level | null,
  writer: LevelWriter,
): { readonly before: string; readonly after: string } {
  const isSigned = before !== null && after !== null && before.sign !== after.sign;
  const isDated = before?.by !== after?.by;
  const said = (level: Level | null, isPer: boolean) => (level ? levelWords(level, writer, { isSigned, isDated, isPer }) : '');
  // In English what both are for is said once, at the end.
  const isPerOnce = writer.lang === 'en' && before !== null && before.per === after?.per;
  return { before: said(before, !isPerOnce), after: said(after, true) };
}

function levelWords(
  { value, upTo = null, per, sign, by = null }: Level,
  { lang, value: show, day, isDown }: LevelWriter,
  { isSigned, isDated, isPer }: { readonly isSigned: boolean; readonly isDated: boolean; readonly isPer: boolean },
): string {
  const amount = upTo === null ? show(value) : fromTo(show(value), show(upTo), lang);
  const isUsual = sign === undefined || sign === 'between' || sign === (isDown ? 'at-most' : 'at-least');
  const bound = isUsual && !(isSigned && sign !== undefined && sign !== 'between') ? '' : boundOf(sign, lang);
  const each = per !== null && isPer ? PER[per][lang] : '';
  const dated = isDated && by !== null ? (lang === 'ja' ? `（${day(by)}まで）` : ` by ${day(by)}`) : '';
  return lang === 'ja' ? `${each}${amount}${bound}${dated}` : `${bound}${amount}${each}${dated}`;
}

function boundOf(sign: Target['sign'] | undefined, lang: Lang): string {
  return sign === undefined || sign === 'between' ? '' : SIGNS[sign][lang];
}
