import type { Decimal } from '../observation.ts';

/** A column heading taken apart: what it names, and the unit written beside the name. */
export interface HeaderText {
  /** For comparison with other headings: width, case, blanks and joining signs do not matter. */
  readonly key: string;
  /** ISO code, when the heading names a currency: `消化金額 (JPY)`. */
  readonly currency?: string;
  /** What the column's plain numbers are multiplied by: 1000000 for `売上高（百万円）`, 0.01 for `確度(%)`. */
  readonly scale?: Decimal;
}

const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  円: 'JPY',
  '¥': 'JPY',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  ドル: 'USD',
  ユーロ: 'EUR',
};
const JAPANESE_SCALES: Readonly<Record<string, Decimal>> = {
  千: '1000',
  万: '10000',
  十万: '100000',
  百万: '1000000',
  千万: '10000000',
  億: '100000000',
  十億: '1000000000',
  兆: '1000000000000',
};
const ENGLISH_SCALES: Readonly<Record<string, Decimal>> = {
  k: '1000',
  thousand: '1000',
  thousands: '1000',
  m: '1000000',
  mn: '1000000',
  million: '1000000',
  millions: '1000000',
  bn: '1000000000',
};
const CURRENCY_CODES =
  'JPY USD EUR GBP CHF CAD AUD NZD CNY HKD TWD KRW SGD THB MYR IDR PHP VND INR SEK NOK DKK PLN CZK HUF TRY BRL MXN ZAR AED SAR KWD BHD';
const CODES: ReadonlySet<string> = new Set(CURRENCY_CODES.split(' '));

/** Only so much of a heading is looked at. */
const LONGEST = 300;

/**
 * Takes a heading apart. Brackets that do not hold a unit belong to the name: `クリック(すべて)`. Advertising interfaces write money in
 * millionths, `cost_micros`. [ING-11]
 */
export function headerText(heading: string): HeaderText {
  const text = heading.slice(0, LONGEST).normalize('NFKC').trim();
  let name = text;
  let currency: string | undefined;
  let scale: Decimal | undefined;
  for (const [bracket, inside = ''] of text.matchAll(/[([【〔]([^()[\]【】〔〕]{1,12})[)\]】〕]/g)) {
    const unit = unitOf(inside);
    if (!unit) continue;
    name = name.replace(bracket, '');
    currency ??= unit.currency;
    scale ??= unit.scale;
  }
  const micros = /^(.+?)[\s_-]*micros$/i.exec(name);
  if (micros) {
    name = micros[1] ?? name;
    scale ??= '0.000001';
  }
  const key = headerKey(name);
  return { key: key === '' ? headerKey(text) : key, ...(currency ? { currency } : {}), ...(scale ? { scale } : {}) };
}

/** A name without what does not tell names apart. */
export function headerKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.\-‐–#:]/g, '');
}

/** The unit inside brackets; an empty object for one that changes nothing (`税込`, `件`). Undefined: not a unit. */
function unitOf(inside: string): { currency?: string; scale?: Decimal } | undefined {
  const unit = inside.trim().replace(/^単位[:]?\s*/, '');
  if (unit === '%' || unit === 'percent') return { scale: '0.01' };
  const code = unit.toUpperCase();
  if (CODES.has(code)) return { currency: code };
  const sign = CURRENCY_SIGNS[unit];
  if (sign) return { currency: sign };
  const japanese = /^(千万|十万|百万|十億|千|万|億|兆)(円|ドル|ユーロ|人|件|個|回|枚|台|名|pv)?$/i.exec(unit);
  if (japanese) return withUnit(JAPANESE_SCALES[japanese[1] ?? ''], CURRENCY_SIGNS[japanese[2] ?? '']);
  const english = /^(jpy|usd|eur|gbp|yen|[¥$€£])?\s*(k|m|mn|bn|thousands?|millions?)\s*(jpy|usd|eur|gbp|yen)?$/i.exec(unit);
  if (english) {
    const money = (english[1] ?? english[3] ?? '').toUpperCase();
    return withUnit(
      ENGLISH_SCALES[(english[2] ?? '').toLowerCase()],
      money === 'YEN' ? 'JPY' : (CURRENCY_SIGNS[money] ?? (money || undefined)),
    );
  }
  if (/^(?:税込|税抜|税別|件|人|名|個|回|本|枚|秒|日|pv|yen)$/i.test(unit))
    return unit.toLowerCase() === 'yen' ? { currency: 'JPY' } : {};
  return undefined;
}

function withUnit(scale: Decimal | undefined, currency: string | undefined): { currency?: string; scale?: Decimal } {
  return { ...(scale ? { scale } : {}), ...(currency ? { currency } : {}) };
}
