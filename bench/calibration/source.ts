/** What the calibration needs of the product, to be bundled for it. */
export { coverage, smape } from '../../src/core/stats/accuracy.ts';
export { forecastSeries } from '../../src/core/stats/forecast.ts';
export { forecastDays } from '../../src/core/stats/forecast-days.ts';
export { naive2 } from '../../src/core/stats/naive2.ts';
export { theta } from '../../src/core/stats/theta.ts';
export { demoData } from '../../src/engine/demo/demo-data.ts';
export { CALENDAR, FIRST_DAY, OUTAGE, YESTERDAY } from '../../src/engine/demo/demo-days.ts';
export { landingBackTest } from './landing-back-test.ts';
export { SHAPES } from './made-company.ts';
