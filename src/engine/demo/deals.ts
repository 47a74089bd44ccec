import { addBusinessDays, businessDayOnOrAfter } from '#core/calendar/business-day.ts';
import { addDays } from '#core/calendar/day.ts';
import type { Deal, LossReason, Product } from './deal.ts';
import { CALENDAR } from './demo-days.ts';
import type { Lead } from './lead.ts';
import { type Random, randomFor } from './random.ts';
import { ShareOut } from './share-out.ts';

/** The deals that the meetings led to, in the order in which they close. [DMO-03] */
export function simulateDeals(leads: readonly Lead[]): readonly Deal[] {
  const random = randomFor('deals');
  const begun = leads.flatMap(lead =>
    lead.meeting ? [{ lead, closes: closingDay(lead, random), time: officeTime(random) }] : [],
  );
  begun.sort((a, b) => (a.closes + a.lead.id < b.closes + b.lead.id ? -1 : 1));
  const won = new ShareOut(random);
  const amounts = new Amounts(random);
  return begun.map(({ lead, closes, time }) => {
    const isWon = won.takes(winShare(closes.slice(0, 7)));
    const amount = isWon ? amounts.won(closes.slice(0, 7)) : amounts.drawn();
    return { lead, closes, time, isWon, amount, product: productOf(amount), lostBecause: random.pick(REASONS) };
  });
}

/** A deal takes about seven weeks from the first meeting. */
function closingDay({ meeting, at }: Lead, random: Random) {
  const from = meeting?.day ?? at.day;
  return businessDayOnOrAfter(addDays(addBusinessDays(from, 2, CALENDAR), random.around(14, 86)), CALENDAR);
}

function officeTime(random: Random): string {
  return `${String(random.between(10, 18)).padStart(2, '0')}:${String(random.below(60)).padStart(2, '0')}`;
}

/** Of 1,000 deals that end, how many are won. */
function winShare(month: string): number {
  return month < '2026-04' ? 236 : (WIN_SHARES[month] ?? 250);
}

const WIN_SHARES: Readonly<Record<string, number>> = { '2026-04': 236, '2026-05': 236, '2026-06': 240 };

const REASONS: readonly [LossReason, ...LossReason[]] = [
  '価格',
  '機能不足',
  '競合に決定',
  '時期尚早',
  '予算凍結',
  '連絡途絶',
  '価格',
  '時期尚早',
];

/** Yearly amounts of the price list, in 10,000 yen, with how often they are sold. */
const PRICES: readonly (readonly [amount: number, weight: number])[] = [
  [180, 8],
  [240, 10],
  [300, 13],
  [360, 13],
  [420, 12],
  [480, 12],
  [540, 9],
  [600, 8],
  [720, 6],
  [840, 4],
  [960, 3],
  [1200, 2],
];

/** Amounts whose mean stays near what the month's deals are worth on average, although only a handful are won. */
class Amounts {
  private readonly random: Random;
  private owed = 0;

  constructor(random: Random) {
    this.random = random;
  }

  /** Of three draws, the one that keeps the running total nearest to the mean times the number. */
  won(month: string): number {
    this.owed += meanAmount(month);
    const draws = [this.drawn(), this.drawn(), this.drawn()];
    const chosen = draws.reduce((best, draw) => (Math.abs(this.owed - draw) < Math.abs(this.owed - best) ? draw : best));
    this.owed -= chosen;
    return chosen;
  }

  drawn(): number {
    const [price = 360] = PRICES[this.random.weighted(PRICES.map(([, weight]) => weight))] ?? [];
    // Options and discounts, to the nearest thousand yen.
    return price * 10_000 + this.random.between(-18, 24) * 1_000 * Math.max(1, Math.floor(price / 120));
  }
}

/** Whole yen. */
function meanAmount(month: string): number {
  return month < '2026-04' ? 4_600_000 : 5_000_000;
}

function productOf(amount: number): Product {
  return amount < 3_000_000 ? 'ライト' : amount < 7_000_000 ? 'スタンダード' : 'エンタープライズ';
}
