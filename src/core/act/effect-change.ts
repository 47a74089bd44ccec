import { decimalOf } from '../number/decimal.ts';
import { rationalOf } from '../number/rational.ts';
import { formatDifference, formatRelative } from '../text/format-change.ts';
import type { Lang } from '../text/text.ts';
import type { Unit } from '../unit/unit.ts';
import type { EffectReading } from './effect-reading.ts';

const PLAIN: Unit = { kind: 'count' };

/** A change on the scale of a reading, signed: +12%, −0.4pt, +30件. */
export function formatEffect(change: number, { scale, unit }: Pick<EffectReading, 'scale' | 'unit'>, lang: Lang): string {
  return scale === 'relative' ? formatRelative(rationalOf(change)) : formatDifference(decimalOf(change), unit ?? PLAIN, lang);
}

/** Two changes as a range, each with its sign: −6%〜+9%. */
export function formatEffectRange(low: number, high: number, reading: Pick<EffectReading, 'scale' | 'unit'>, lang: Lang): string {
  const [first, last] = [formatEffect(low, reading, lang), formatEffect(high, reading, lang)];
  return lang === 'ja' ? `${first}〜${last}` : `${first} to ${last}`;
}
