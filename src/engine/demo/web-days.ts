import { addDays, type Day } from '#core/calendar/day.ts';
import type { AdDay } from './ad-days.ts';
import { FIRST_DAY, isIn, OUTAGE, workloadOf, YESTERDAY } from './demo-days.ts';
import type { Lead } from './lead.ts';
import { type Random, randomFor } from './random.ts';

/** Visits of one channel and device on one day, as GA4 counts them. */
export interface WebDay {
  readonly day: Day;
  readonly channel: string;
  readonly device: Device;
  readonly sessions: number;
  readonly users: number;
  readonly keyEvents: number;
}

export type Device = 'desktop' | 'mobile' | 'tablet';

const DEVICES: readonly Device[] = ['desktop', 'mobile', 'tablet'];

/** Visits on a plain Tuesday in April 2025, and the shares of the devices in 1,000. Paid channels follow the clicks on ads. */
const FREE_CHANNELS: readonly { readonly name: string; readonly visits: number; readonly devices: readonly number[] }[] = [
  { name: 'Organic Search', visits: 236, devices: [610, 370, 20] },
  { name: 'Direct', visits: 88, devices: [700, 285, 15] },
  { name: 'Referral', visits: 46, devices: [640, 340, 20] },
  { name: 'Email', visits: 34, devices: [780, 212, 8] },
  { name: 'Organic Social', visits: 22, devices: [280, 705, 15] },
];

const PAID_CHANNELS: readonly {
  readonly name: string;
  readonly isOf: (ad: AdDay) => boolean;
  readonly devices: readonly number[];
}[] = [
  { name: 'Paid Search', isOf: ({ type }) => type === '検索', devices: [560, 425, 15] },
  { name: 'Display', isOf: ({ type }) => type === 'ディスプレイ', devices: [260, 715, 25] },
  { name: 'Paid Social', isOf: ({ medium }) => medium === 'meta', devices: [170, 815, 15] },
];

/** Visits per day, channel and device; none on the days on which the tag was missing. [DMO-04] */
export function simulateWeb(leads: readonly Lead[], ads: readonly AdDay[]): readonly WebDay[] {
  const random = randomFor('web');
  const events = keyEventsOf(leads, random);
  const adsByDay = byDay(ads);
  const days: WebDay[] = [];
  for (let on = FIRST_DAY; on <= YESTERDAY; on = addDays(on, 1)) {
    const channels = [
      ...FREE_CHANNELS.map(({ name, visits, devices }) => ({ name, devices, visits: freeVisits(visits, on) })),
      ...PAID_CHANNELS.map(({ name, isOf, devices }) => ({ name, devices, visits: paidVisits(adsByDay.get(on) ?? [], isOf) })),
    ];
    for (const { name, visits, devices } of channels) {
      for (const [index, device] of DEVICES.entries()) {
        const keyEvents = events.get(`${on} ${name} ${device}`) ?? 0;
        const expected = Math.floor((visits * (devices[index] ?? 0) * random.between(860, 1140)) / 1_000_000);
        const sessions = Math.max(expected, keyEvents);
        const users = Math.max(Math.min(sessions, 1), Math.floor((sessions * random.between(830, 930)) / 1000));
        if (sessions > 0 && !isIn(OUTAGE, on)) days.push({ day: on, channel: name, device, sessions, users, keyEvents });
      }
    }
  }
  return days;
}

function byDay(ads: readonly AdDay[]): ReadonlyMap<Day, readonly AdDay[]> {
  const days = new Map<Day, AdDay[]>();
  for (const ad of ads) {
    const known = days.get(ad.day);
    if (known) known.push(ad);
    else days.set(ad.day, [ad]);
  }
  return days;
}

/** Grows by about two percent a month. */
function freeVisits(visits: number, on: Day): number {
  const months = (Number(on.slice(0, 4)) - 2025) * 12 + Number(on.slice(5, 7)) - 4;
  return Math.floor((visits * workloadOf(on) * (100 + 2 * months)) / 11_800);
}

/** Some who click leave before the page has loaded. */
function paidVisits(ads: readonly AdDay[], isOf: (ad: AdDay) => boolean): number {
  const clicks = ads.filter(isOf).reduce((sum, ad) => sum + ad.clicks, 0);
  return Math.floor((clicks * 88) / 100);
}

/** One key event for every lead through the web site; a few people send the form twice. */
function keyEventsOf(leads: readonly Lead[], random: Random): ReadonlyMap<string, number> {
  const events = new Map<string, number>();
  for (const { at, channel, entry } of leads) {
    if (channel.ga4 === null) continue;
    const device = DEVICES[random.weighted(entry === 'guide' ? [520, 465, 15] : [760, 230, 10])];
    const key = `${at.day} ${channel.ga4} ${device}`;
    events.set(key, (events.get(key) ?? 0) + (random.below(100) < 6 ? 2 : 1));
  }
  return events;
}
