import { CAMPAIGN_NUMBERS, isPromoted } from './made-spend.mjs';
import { randomOf, weighted, zipf } from './random.mjs';
import { BEGIN, DAY, DAYS } from './year.mjs';

/** What happens; the first five are the funnel. Those behind `noise…` fill the store without being asked for. */
export const NAMES = [
  'page_view',
  'view_item',
  'cart',
  'checkout',
  'purchase',
  'signup',
  'email_open',
  'refund',
  ...Array.from({ length: 12 }, (_, i) => `noise_${i + 1}`),
];
/** In the order of their texts, so that codes are ordered like values. */
export const CHANNELS = [
  'Affiliate',
  'Direct',
  'Display',
  'Email',
  'Organic Search',
  'Organic Social',
  'Paid Search',
  'Paid Social',
  'Referral',
];
export const DEVICES = ['phone', 'desktop', 'tablet'];
export const CAMPAIGNS = Array.from({ length: CAMPAIGN_NUMBERS + 1 }, (_, i) => (i === 0 ? null : `campaign ${i}`));
export const COUNTRIES = Array.from({ length: 60 }, (_, i) => `country ${i + 1}`);
/** Three free properties of the source's JSON, as they come in: a value or none. */
export const PAGES = Array.from({ length: 5001 }, (_, i) => (i === 0 ? null : `/page/${i}`));
export const VARIANTS = [null, 'A', 'B'];
export const SCROLLED = Array.from({ length: 12 }, (_, i) => (i === 0 ? null : `${(i - 1) * 10}`));
const [DIRECT, EMAIL] = [CHANNELS.indexOf('Direct'), CHANNELS.indexOf('Email')];
const PAID = new Set(['Paid Search', 'Paid Social', 'Email', 'Display', 'Affiliate'].map(name => CHANNELS.indexOf(name)));
/** How readily a channel's visitors go on. */
const LIFT = [1.1, 1, 0.4, 1.6, 1.05, 0.7, 1.25, 0.7, 0.9];

/**
 * Events of a shop's visitors in columns, in the order of people (who arrive in a random order of time): heavy-tailed numbers of sessions that may overlap, more
 * and more newcomers over a year, exponential gaps, hours of the day, channels that differ between the first and later visits, a funnel with a
 * channel's lift that promotions raise, lognormal amounts in cents. 20 kinds of events, three in five of them noise; 1 event in 100 at the moment of the one before; one bot per
 * million events with 50,000; 3 people in 100 known under two ids, the later one since their second visit; three free properties.
 */
export function madeEvents(count, seed) {
  const random = randomOf(seed);
  const draw = {
    first: weighted(random, [3, 18, 6, 1, 27, 8, 16, 15, 6]),
    later: weighted(random, [2, 34, 3, 13, 22, 6, 9, 8, 3]),
    campaign: weighted(random, zipf(CAMPAIGN_NUMBERS, 1.05)),
    page: weighted(random, zipf(PAGES.length - 1, 1)),
    country: weighted(random, zipf(60, 1.2)),
    device: weighted(random, [58, 37, 5]),
    hour: weighted(random, [2, 1, 1, 1, 1, 2, 3, 5, 6, 6, 6, 6, 7, 6, 6, 6, 6, 6, 7, 8, 8, 7, 5, 3]),
  };
  const columns = emptyColumns(count);
  const merges = [];
  let [n, person, session] = [0, 0, 0];
  const emit = (who, time, kind, channel, campaign, device, country, cents) => {
    if (n >= count || time >= BEGIN + DAYS * DAY) return;
    columns.person[n] = who;
    columns.time[n] = time;
    columns.session[n] = session;
    columns.name[n] = kind;
    columns.channel[n] = channel;
    columns.campaign[n] = campaign;
    columns.device[n] = device;
    columns.country[n] = country;
    if (kind < 2) {
      columns.page[n] = 1 + draw.page();
      columns.scrolled[n] = 1 + Math.floor(random.next() * 11);
    }
    columns.variant[n] = who % 4 < 2 ? 0 : (who % 4) - 1;
    columns.cents[n++] = cents;
  };
  const bots = Math.floor(count / 1e6);
  for (let bot = 0; bot < bots; bot++) {
    const who = person++;
    let time = BEGIN + Math.floor(random.next() * 300) * DAY;
    for (let i = 0; i < 50_000; i++) {
      if (i % 25 === 0) session++;
      emit(who, time, i % 10 === 0 ? 1 : 0, DIRECT, 0, 1, 0, 0);
      time += Math.floor(random.exponential(60_000));
    }
    session++;
  }
  while (n < count) {
    let who = person++;
    const [device, country] = [draw.device(), draw.country()];
    const visits = Math.min(400, Math.max(1, Math.floor(Math.exp(0.35 + 1.15 * random.normal()))));
    const gap = random.exponential(9) + 0.3;
    const eagerness = 0.5 + random.next();
    const isTwo = visits > 1 && random.next() < 0.085;
    let day = Math.floor(DAYS * random.next() ** 0.8);
    let isMember = false;
    for (let visit = 0; visit < visits && day < DAYS && n < count; visit++) {
      if (isTwo && visit === 1) {
        const known = person++;
        merges.push([who, known]);
        who = known;
      }
      const channel = visit === 0 ? draw.first() : draw.later();
      const campaign = PAID.has(channel) ? 1 + draw.campaign() : 0;
      let time = BEGIN + Math.floor(day) * DAY + draw.hour() * 3_600_000 + Math.floor(random.next() * 3_600_000);
      const say = (kind, cents = 0) => {
        emit(who, time, kind, channel, campaign, device, country, cents);
        if (random.next() >= 0.01) time += 1 + Math.floor(random.exponential(30_000));
        while (random.next() < 0.6) {
          emit(who, time, 8 + Math.floor(random.next() * 12), channel, campaign, device, country, 0);
          if (random.next() >= 0.01) time += 1 + Math.floor(random.exponential(6_000));
        }
      };
      if (channel === EMAIL) say(6);
      const pages = 1 + Math.floor(random.exponential(2.6));
      for (let i = 0; i < pages; i++) {
        say(0);
        if (random.next() < 0.42) say(1);
      }
      if (!isMember && random.next() < 0.06 * LIFT[channel]) {
        say(5);
        isMember = true;
      }
      const promoted = isPromoted(time) ? 1.5 : 1;
      if (random.next() < 0.16 * LIFT[channel] * eagerness * promoted) {
        say(2);
        if (random.next() < 0.55) {
          say(3);
          if (random.next() < 0.62) {
            say(4, Math.min(500_000, Math.round(100 * Math.exp(3.6 + 0.8 * random.normal()))));
            if (random.next() < 0.05) say(7);
          }
        }
      }
      session++;
      day += random.exponential(gap);
    }
  }
  return { columns, people: person, sessions: session + 1, merges };
}

function emptyColumns(count) {
  return {
    person: new Uint32Array(count),
    time: new Float64Array(count),
    session: new Uint32Array(count),
    name: new Uint8Array(count),
    channel: new Uint8Array(count),
    campaign: new Uint8Array(count),
    device: new Uint8Array(count),
    country: new Uint8Array(count),
    page: new Uint16Array(count),
    variant: new Uint8Array(count),
    scrolled: new Uint8Array(count),
    cents: new Int32Array(count),
  };
}
