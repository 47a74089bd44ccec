import { randomOf } from './random.mjs';
import { BEGIN, DAY, DAYS } from './year.mjs';

export const CAMPAIGN_NUMBERS = 200;

/** Times in which people buy more readily. */
export const PROMOTIONS = [
  ['new year', 0, 12],
  ['spring', 75, 89],
  ['early summer', 150, 160],
  ['summer sale', 185, 206],
  ['autumn', 270, 277],
  ['year end', 325, 346],
].map(([name, from, to]) => ({ name, from: BEGIN + from * DAY, to: BEGIN + to * DAY }));

export const isPromoted = time => PROMOTIONS.some(({ from, to }) => time >= from && time < to);

/** What was spent: per day and campaign (1 …) impressions, clicks and cost in cents; later campaigns are smaller. */
export function madeSpend(seed) {
  const random = randomOf(seed ^ 0x0ad5);
  return Array.from({ length: DAYS * CAMPAIGN_NUMBERS }, (_, i) => {
    const campaign = 1 + (i % CAMPAIGN_NUMBERS);
    const day = Math.floor(i / CAMPAIGN_NUMBERS);
    const impressions = Math.floor((200_000 / campaign) * (0.5 + random.next()));
    const clicks = Math.floor(impressions * (0.005 + 0.02 * random.next()));
    return { day, campaign, impressions, clicks, cost: clicks * (20 + Math.floor(random.next() * 60)) };
  });
}
