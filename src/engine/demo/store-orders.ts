import { addDays, type Day } from '#core/calendar/day.ts';
import { CHANNELS, type ChannelId } from './channel.ts';
import { DEMO_TODAY, FIRST_DAY, workloadOf } from './demo-days.ts';
import type { Moment } from './lead.ts';
import { momentText } from './leads.ts';
import { type Random, randomFor } from './random.ts';

/** One order in みなとストア, where small firms buy options of the expense cloud by card. */
export interface StoreOrder {
  /** `M000123` */
  readonly number: string;
  readonly at: Moment;
  /** `U00045` */
  readonly customer: string;
  readonly channel: ChannelId;
  readonly product: string;
  readonly quantity: number;
  /** Whole yen without tax. */
  readonly amount: number;
}

/** Options and their prices in yen. */
const PRODUCTS = [
  { name: '領収書スキャン100枚パック', price: 3_980 },
  { name: '追加ユーザー1名（1か月）', price: 980 },
  { name: '電子保管50GB（3か月）', price: 5_400 },
  { name: '仕訳代行30件パック', price: 9_800 },
] as const;

/** How often customers of a kind buy, per mille and day while they stay, how likely they leave after a repeat order, and what they buy. */
const KINDS = [
  { weight: 14, daily: 34, leaves: 60, products: [30, 20, 20, 30], quantities: [40, 35, 25] },
  { weight: 40, daily: 12, leaves: 170, products: [45, 25, 20, 10], quantities: [70, 22, 8] },
  { weight: 60, daily: 2, leaves: 320, products: [60, 30, 8, 2], quantities: [90, 8, 2] },
] as const;

const SOURCES = { search: 30, 'search-ads': 20, direct: 22, mail: 18, referral: 10 } as const;

/** All orders in the order they came, from the opening of the store to the demo's today. [DMO-07] */
export function simulateOrders(): readonly StoreOrder[] {
  const random = randomFor('store');
  const days = daysFrom(FIRST_DAY);
  const orders = days.flatMap((first, index) => {
    const joining = random.weighted(joiningOn(first));
    return Array.from({ length: joining }, () => ordersOf(first, days.slice(index + 1), random));
  });
  return numbered(orders);
}

/** Weights of 0, 1, 2 … new customers by how busy the day is; more since the store stands in the menu of the product. */
function joiningOn(on: Day): readonly number[] {
  const busy = workloadOf(on);
  return on < IN_THE_MENU ? [60, busy, busy, busy] : [40, busy, busy, busy, busy, busy];
}

const IN_THE_MENU = '2026-02-02';

type Unnumbered = Omit<StoreOrder, 'number' | 'customer'>;

function ordersOf(first: Day, later: readonly Day[], random: Random): readonly Unnumbered[] {
  const kind = KINDS[random.weighted(KINDS.map(({ weight }) => weight))] ?? KINDS[0];
  const sources = Object.keys(SOURCES) as (keyof typeof SOURCES)[];
  const source = sources[random.weighted(Object.values(SOURCES))] ?? 'direct';
  const orders: Unnumbered[] = [orderOn(first, source, kind, random)];
  for (const on of later) {
    if (random.below(1000) >= kind.daily) continue;
    const channel = random.below(100) < 55 ? random.pick<ChannelId>(['direct', 'mail', 'direct']) : source;
    orders.push(orderOn(on, channel, kind, random));
    if (random.below(1000) < kind.leaves) break;
  }
  return orders;
}

function orderOn(on: Day, channel: ChannelId, kind: (typeof KINDS)[number], random: Random): Unnumbered {
  const product = PRODUCTS[random.weighted(kind.products)] ?? PRODUCTS[0];
  const quantity = 1 + random.weighted(kind.quantities);
  const minute = random.between(9 * 60, 20 * 60);
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return { at: { day: on, time }, channel, product: product.name, quantity, amount: product.price * quantity };
}

function numbered(customers: readonly (readonly Unnumbered[])[]): readonly StoreOrder[] {
  return customers
    .flatMap((orders, index) => orders.map(order => ({ ...order, customer: `U${String(index + 1).padStart(5, '0')}` })))
    .map((order, index) => ({ order, index, at: momentText(order.at) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.index - b.index))
    .map(({ order }, index) => ({ ...order, number: `M${String(index + 1).padStart(6, '0')}` }));
}

function daysFrom(from: Day): readonly Day[] {
  const days: Day[] = [];
  for (let on = from; on <= DEMO_TODAY; on = addDays(on, 1)) days.push(on);
  return days;
}

/** The source of an order as the store writes it. */
export function sourceName({ channel }: StoreOrder): string {
  return CHANNELS[channel].crm;
}
