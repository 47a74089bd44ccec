import { type Duration, daysOf, parseDuration } from '../calendar/duration.ts';
import type { Decimal } from '../measure/observation.ts';
import { shiftPoint, trimmed } from '../number/decimal.ts';
import { add, compareRationals, rational, rationalOf } from '../number/rational.ts';
import { normalCumulative, normalQuantile } from '../stats/normal.ts';

/** One share of what a delay delays, and how long it takes. */
export interface LagShare {
  /** Part of 1. */
  readonly share: Decimal;
  readonly takes: Duration;
}

export type SpreadRead =
  /** In the order of time, shares adding up to exactly 1. */
  | { readonly kind: 'read'; readonly shares: readonly LagShare[] }
  /** Shares that add up to something else, in percent. */
  | { readonly kind: 'total'; readonly percent: string }
  /** No distribution is meant, or it cannot be read. */
  | { readonly kind: 'none' };

/**
 * Reads a distribution of delays: `15% in 1 month, 85% in 2 months`, `1か月で15%、2か月で85%`, or by two marks that were passed
 * `half within 45 days, 90% within 120 days`, `45日以内に半数、120日以内に9割`. [PLN-31]
 *
 * Marks become the log-normal distribution through both, cut after 99 % and told as at most twelve equal steps of whole days.
 */
export function parseSpread(text: string): SpreadRead {
  const parts = text
    .normalize('NFKC')
    .split(/[,、;]/)
    .map(part => part.trim());
  if (parts.length < 2) return { kind: 'none' };
  const shares = parts.map(part => entryIn(part, SHARE));
  if (shares.every(share => share !== undefined)) return spreadOf(shares);
  const marks = parts.map(part => entryIn(part, MARK));
  return marks.every(mark => mark !== undefined) ? throughMarks(marks) : { kind: 'none' };
}

/** A distribution as it is written into a plan. */
export function spreadText(shares: readonly LagShare[]): string {
  const [only, ...more] = shares;
  if (only && more.length === 0) return durationText(only.takes);
  return shares.map(({ share, takes }) => `${trimmed(shiftPoint(share, 2))}% in ${durationText(takes)}`).join(', ');
}

function durationText({ amount, in: unit }: Duration): string {
  const word = unit === 'business-days' ? 'business days' : unit;
  return `${amount} ${amount === 1 ? word.replace(/s$/, '') : word}`;
}

/** The mean delay, in days. */
export function meanDays(shares: readonly LagShare[]): number {
  return shares.reduce((sum, { share, takes }) => sum + Number(share) * daysOf(takes), 0);
}

const NUMBER = String.raw`(half|半数|半分|\d+割|\d+(?:\.\d+)?\s*%)`;
const SHARE = [new RegExp(`^${NUMBER}\\s+in\\s+(.+)$`, 'i'), new RegExp(`^(.+?)(?:後に|で|に)\\s*${NUMBER}$`)] as const;
const MARK = [new RegExp(`^${NUMBER}\\s+within\\s+(.+)$`, 'i'), new RegExp(`^(.+?)(?:以内に|までに)\\s*${NUMBER}$`)] as const;

function entryIn(part: string, [english, japanese]: typeof SHARE): LagShare | undefined {
  const [first, second] = [english.exec(part), japanese.exec(part)];
  const [number, length] = first ? [first[1], first[2]] : [second?.[2], second?.[1]];
  const takes = length === undefined ? undefined : parseDuration(length);
  return takes && number !== undefined ? { share: shareIn(number), takes } : undefined;
}

function shareIn(text: string): Decimal {
  if (text.endsWith('%')) return trimmed(shiftPoint(text.slice(0, -1).trim(), -2));
  return text.endsWith('割') ? trimmed(shiftPoint(text.slice(0, -1), -1)) : '0.5';
}

function spreadOf(shares: readonly LagShare[]): SpreadRead {
  const total = shares.reduce((sum, { share }) => add(sum, rationalOf(share)), rational(0));
  if (compareRationals(total, rational(1)) !== 0)
    return { kind: 'total', percent: String(shares.reduce((sum, { share }) => sum + Math.round(Number(share) * 1e6), 0) / 1e4) };
  const some = shares.filter(({ share }) => Number(share) > 0);
  return { kind: 'read', shares: some.toSorted((a, b) => daysOf(a.takes) - daysOf(b.takes)) };
}

const STEPS = 12;
const CUT = 0.99;

function throughMarks(marks: readonly LagShare[]): SpreadRead {
  const [early, late, ...more] = marks.map(({ share, takes }) => ({ share: Number(share), days: daysOf(takes) }));
  if (!early || !late || more.length > 0) return { kind: 'none' };
  const isOrdered = early.share > 0 && early.share < late.share && late.share < 1 && early.days > 0 && early.days < late.days;
  if (!isOrdered) return { kind: 'none' };
  const width = Math.log(late.days / early.days) / (normalQuantile(late.share) - normalQuantile(early.share));
  const middle = Math.log(early.days) - width * normalQuantile(early.share);
  const passed = (days: number) => (days <= 0 ? 0 : normalCumulative((Math.log(days) - middle) / width));
  const step = Math.max(1, Math.ceil(Math.exp(middle + width * normalQuantile(CUT)) / STEPS));
  const whole = passed(step * STEPS);
  const counts = Array.from({ length: STEPS }, (_, i) =>
    Math.round(((passed(step * (i + 1)) - passed(step * i)) / whole) * 10_000),
  );
  const rest = 10_000 - counts.reduce((sum, count) => sum + count, 0);
  const most = counts.indexOf(Math.max(...counts));
  return spreadOf(
    counts.map((count, i) => ({
      share: trimmed(shiftPoint(String(i === most ? count + rest : count), -4)),
      takes: { amount: step * (i + 0.5), in: 'days' },
    })),
  );
}
