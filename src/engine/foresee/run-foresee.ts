import { setImmediate } from 'node:timers/promises';
import { landingOf } from '#core/foresee/landing.ts';
import { LeafFits } from '#core/foresee/leaf-fits.ts';
import { Simulation } from '#core/foresee/simulation.ts';
import { forecastDays } from '#core/stats/forecast-days.ts';
import type { ForeseeAnswer, ForeseeRequest } from './foresee-message.ts';

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
