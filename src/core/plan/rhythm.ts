import type { Rhythm } from '../metric/metric.ts';

const DAYS: Readonly<Record<Rhythm, number>> = { daily: 1, weekly: 7, monthly: 30, quarterly: 91, yearly: 365 };

const QUICKER: Readonly<Record<Rhythm, Rhythm>> = {
  daily: 'daily',
  weekly: 'daily',
  monthly: 'weekly',
  quarterly: 'monthly',
  yearly: 'quarterly',
};

/** Whether a rhythm gives fewer than two values between two reviews; what is measured daily cannot be measured more often. [DES-17] */
export function isTooSlow(rhythm: Rhythm, review: Rhythm): boolean {
  return rhythm !== 'daily' && 2 * DAYS[rhythm] > DAYS[review];
}

/** How often a KPI is measured while something is done to move it: one step more often, and as usual again afterwards. [DES-17] */
export function rhythmDuring(rhythm: Rhythm, isCampaignRunning: boolean): Rhythm {
  return isCampaignRunning ? QUICKER[rhythm] : rhythm;
}
