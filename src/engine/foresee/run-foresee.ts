import { setImmediate } from 'node:timers/promises';
import { landingOf } from '#core/foresee/landing.ts';
import { LandingRecords } from '#core/foresee/landing-record.ts';
import { LeafFits } from '#core/foresee/leaf-fits.ts';
import { leafPath } from '#core/foresee/leaf-path.ts';
import { Simulation } from '#core/foresee/simulation.ts';
import type { ForeseenMonth } from '#core/lint/evidence/plan-knowledge.ts';
import type { NodeId } from '#core/plan/plan.ts';
import { forecastDays } from '#core/stats/forecast-days.ts';
import type { ForeseeAnswer, ForeseeRequest, MonthsAsked } from './foresee-message.ts';

/** Blocks of draws between two pauses; a forecast of one driver is a pause's worth by itself. */
const BLOCKS = 4;

/**
 * Works a request out in slices of bounded work: one driver's forecast or a few blocks of draws, so that a thread that has others
 * to answer gets to do so. `pause`: what lies between two slices.
 */
export async function runForesee(request: ForeseeRequest, pause: () => Promise<unknown> = setImmediate): Promise<ForeseeAnswer> {
  if (request.do === 'days') {
    await pause();
    return { did: 'days', forecast: forecastDays(request.asked) };
  }
  if (request.do === 'months') return monthsAhead(request.asked, pause);
  if (request.do === 'records') {
    const records = new LandingRecords(request.input);
    do await pause();
    while (records.step());
    return { did: 'records', records: records.records() };
  }
  const fits = new LeafFits(request.input);
  do await pause();
  while (fits.step());
  await pause();
  const simulation = new Simulation(request.input, fits);
  for (let more = true; more; ) {
    await pause();
    for (let block = 0; block < BLOCKS && more; block++) more = simulation.step();
  }
  await pause();
  return { did: 'landing', landing: landingOf(simulation) };
}

/** The probability of the bands. */
const INSIDE = 0.95;

async function monthsAhead(asked: readonly MonthsAsked[], pause: () => Promise<unknown>): Promise<ForeseeAnswer> {
  const ahead = new Map<NodeId, readonly ForeseenMonth[]>();
  for (const { node, history, months } of asked) {
    await pause();
    const path = leafPath(history, months);
    if (path)
      ahead.set(
        node,
        months.ahead.map((month, h) => ({ ...month, median: path.medians[h] ?? 0, ...path.bandOf(h, INSIDE) })),
      );
  }
  return { did: 'months', ahead };
}
