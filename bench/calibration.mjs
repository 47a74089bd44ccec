import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process, { argv, exit } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { demoLandingLimits, demoLandingLines, demoLandings } from './calibration/demo-landings.mjs';
import { landingLimits, landings, writeLandings } from './calibration/landing-table.mjs';
import { bundled } from './runner/bundled.mjs';
import { notRun, single } from './runner/rows.mjs';

/**
 * `npm run calibration -- --data DIR`: do forecasts and their intervals hold what they promise? On the monthly series of the M3
 * competition, on the demo company's days, and landings at past days of made companies. Writes docs/method/calibration.md and the tables
 * of docs/method/landing.md; the demo company's landing needs the built product. Exits with 1 where a limit is not kept. `--only landings` or `--only forecasts` runs one part.
 */
const here = path => fileURLToPath(new URL(path, import.meta.url));
const REPORT = here('../docs/method/calibration.md');
const PUBLISHED = { naive2: 0.1691, theta: 0.1385 };
const HORIZON = 18;
const SEASON = 12;

export const title = 'Forecasts: error and coverage';
export const about =
  'Monthly series of the M3 competition, 18 months ahead, beside Theta and Naive2 on the same series; and the demo company, 28 days ahead. More in docs/method/calibration.md.';

/** @param {{ data: string | null }} context */
export async function benchmark({ data }) {
  const dir = [data, data && join(data, 'm3_monthly')].find(place => place && existsSync(join(place, 'series.csv')));
  const { m3, demo } = await calibrate(dir);
  const share = (measure, who, number, better) => single(measure, who, Math.round(10_000 * number) / 100, { unit: '%', better });
  return [
    ...(m3
      ? [
          share('sMAPE, monthly', 'Rashin', m3.own, 'less'),
          share('sMAPE, monthly', 'Theta', m3.theta, 'less'),
          share('sMAPE, monthly', 'Naive2', m3.naive2, 'less'),
          share('test values in the 90 % intervals, monthly', 'Rashin', m3.inside90, 'more'),
        ]
      : [notRun('sMAPE, monthly', 'Rashin', 'no M3 series; see npm run calibration')]),
    ...demo.map(({ name, inside90 }) => share(`days in the 90 % intervals, demo ${name}`, 'Rashin', inside90, 'more')),
  ];
}

/** Runs everything and returns its figures; the M3 part only with the data. */
export async function calibrate(dir) {
  const product = await bundled(new URL('./calibration/source.ts', import.meta.url));
  return { m3: dir === undefined ? undefined : monthly(product, readM3(dir)), demo: daily(product) };
}

/** Landings at past days of made companies; needs no data. */
export async function calibrateLandings() {
  return landings(await bundled(new URL('./calibration/source.ts', import.meta.url)));
}

/** `series.csv`: series, t, split (train or test), value. */
function readM3(dir) {
  const series = new Map();
  const [head, ...lines] = readFileSync(join(dir, 'series.csv'), 'utf8').trim().split(/\r?\n/);
  if (head !== 'series,t,split,value') throw new Error(`${join(dir, 'series.csv')}: not "series,t,split,value"`);
  for (const line of lines) {
    const [name, , split, value] = line.split(',');
    const found = series.get(name) ?? { train: [], test: [] };
    series.set(name, found);
    found[split].push(Number(value));
  }
  return [...series.values()];
}

function monthly({ forecastSeries, naive2, theta, smape, coverage }, series) {
  const results = series.map(({ train, test }) => {
    const { points, basis } = forecastSeries({ values: train, support: 'nonnegative', period: SEASON, horizon: test.length });
    const inside = (low, high) =>
      coverage(
        test,
        points.map(point => point[low]),
        points.map(point => point[high]),
      );
    return {
      own: smape(
        test,
        points.map(({ median }) => median),
      ),
      naive2: smape(test, naive2(train, SEASON, test.length)),
      theta: smape(test, theta(train, SEASON, test.length)),
      inside80: inside('low80', 'high80'),
      inside90: inside('low90', 'high90'),
      told90: basis.coverage?.coverage90,
      seasonal: basis.seasonal,
      steps: test.map((value, h) => value >= points[h].low90 && value <= points[h].high90),
    };
  });
  const short = [4, 6, 9, 12, 18, 24, 36].map(length => {
    const parts = series.map(({ train, test }) => {
      const { points } = forecastSeries({ values: train.slice(-length), support: 'nonnegative', period: SEASON, horizon: 6 });
      const first = test.slice(0, 6);
      return {
        own: smape(
          first,
          points.map(({ median }) => median),
        ),
        inside90: coverage(
          first,
          points.map(({ low90 }) => low90),
          points.map(({ high90 }) => high90),
        ),
      };
    });
    return { length, smape: mean(parts.map(({ own }) => own)), inside90: mean(parts.map(({ inside90 }) => inside90)) };
  });
  return {
    series: series.length,
    own: mean(results.map(({ own }) => own)),
    naive2: mean(results.map(each => each.naive2)),
    theta: mean(results.map(each => each.theta)),
    inside80: mean(results.map(({ inside80 }) => inside80)),
    inside90: mean(results.map(({ inside90 }) => inside90)),
    told90: mean(results.flatMap(({ told90 }) => told90 ?? [])),
    bySeason: [true, false].map(seasonal => {
      const own = results.filter(each => each.seasonal === seasonal);
      return { seasonal, series: own.length, inside90: mean(own.map(({ inside90 }) => inside90)) };
    }),
    steps: Array.from({ length: HORIZON }, (_, h) => mean(results.map(({ steps }) => (steps[h] ? 1 : 0)))),
    short,
  };
}

/** The demo company's days: forecasts of 28 days from every second week of its last year, with GW, お盆 and 年末年始 in them. */
function daily({ forecastDays, coverage, smape, demoData, CALENDAR, FIRST_DAY, OUTAGE, YESTERDAY }) {
  const { web, ads, leads } = demoData();
  const days = daysBetween(FIRST_DAY, YESTERDAY);
  const isOut = day => day >= OUTAGE.from && day <= OUTAGE.to;
  const totals = (rows, dayOf, countOf) => {
    const sums = new Map(days.map(day => [day, 0]));
    for (const row of rows) if (sums.has(dayOf(row))) sums.set(dayOf(row), sums.get(dayOf(row)) + countOf(row));
    return days.map(day => sums.get(day));
  };
  const sessions = totals(
    web,
    ({ day }) => day,
    ({ sessions: count }) => count,
  );
  const series = {
    sessions: sessions.map((value, i) => (isOut(days[i]) ? null : value)),
    'ad cost': totals(
      ads,
      ({ day }) => day,
      ({ cost }) => cost,
    ),
    clicks: totals(
      ads,
      ({ day }) => day,
      ({ clicks }) => clicks,
    ),
    leads: totals(
      leads,
      ({ at }) => at.day,
      () => 1,
    ),
  };
  return Object.entries(series).map(([name, values]) => {
    const parts = [];
    for (let origin = 240; origin + 28 <= values.length; origin += 14) {
      const { points, basis } = forecastDays({
        from: FIRST_DAY,
        values: values.slice(0, origin),
        support: 'nonnegative',
        calendar: CALENDAR,
        horizon: 28,
      });
      const known = points.map((point, h) => ({ point, actual: values[origin + h] })).filter(({ actual }) => actual !== null);
      const actual = known.map(each => each.actual);
      const of = key => known.map(({ point }) => point[key]);
      parts.push({
        inside90: coverage(actual, of('low90'), of('high90')),
        inside80: coverage(actual, of('low80'), of('high80')),
        own: smape(actual, of('median')),
        naive: smape(
          actual,
          known.map((_, h) => values[origin - 7 + (h % 7)] ?? 0),
        ),
        told90: basis.coverage?.coverage90,
      });
    }
    const average = key => mean(parts.flatMap(part => part[key] ?? []));
    return {
      name,
      origins: parts.length,
      inside80: average('inside80'),
      inside90: average('inside90'),
      told90: average('told90'),
      smape: average('own'),
      naive: average('naive'),
    };
  });
}

function daysBetween(from, to) {
  const days = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += 86_400_000)
    days.push(new Date(time).toISOString().slice(0, 10));
  return days;
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The limits, each with whether it is kept. */
export function limitsOf({ m3, demo }) {
  const within = value => value >= 0.85 && value <= 0.95;
  return [
    ...(m3
      ? [
          ['M3: 90 % intervals hold 85–95 % of the test values', within(m3.inside90)],
          ['M3: smaller error than Naive2', m3.own < m3.naive2],
          ['M3: error at most 3 % (relative) above Theta', m3.own <= m3.theta * 1.03],
          [
            `M3: Theta within 0.5 points of its published ${percent(PUBLISHED.theta)}`,
            Math.abs(m3.theta - PUBLISHED.theta) < 0.005,
          ],
        ]
      : []),
    ...demo.map(({ name, inside90 }) => [
      `Demo, ${name}: 90 % intervals hold 85–97 % of the days`,
      inside90 >= 0.85 && inside90 <= 0.97,
    ]),
  ].map(([text, kept]) => ({ text, kept }));
}

function percent(value) {
  return `${(100 * value).toFixed(2)} %`;
}

function report(figures, limits, record) {
  const { m3, demo } = figures;
  const table = (head, rows) => [
    `| ${head.join(' | ')} |`,
    `|${head.map((_, i) => (i === 0 ? '---' : '--:')).join('|')}|`,
    ...rows.map(row => `| ${row.join(' | ')} |`),
  ];
  return [
    '# Calibration of the forecasts',
    '',
    'Written by `npm run calibration -- --data DIR`; the method is in [forecast.md](forecast.md).',
    '',
    '## Limits',
    '',
    ...limits.map(({ text, kept }) => `- ${kept ? 'kept' : 'NOT KEPT'}: ${text}`),
    '',
    ...(m3
      ? [
          `## Monthly: ${m3.series} series of the M3 competition, 18 months ahead`,
          '',
          ...table(
            ['', 'sMAPE here', 'published, all 1,428 series'],
            [
              ['Naive2', percent(m3.naive2), percent(PUBLISHED.naive2)],
              ['Theta', percent(m3.theta), percent(PUBLISHED.theta)],
              ['Rashin', percent(m3.own), '–'],
            ],
          ),
          '',
          `Of the test values ${percent(m3.inside90)} lie in the 90 % intervals and ${percent(m3.inside80)} in the 80 % intervals. The back-test inside the training part, which every forecast shows beside its interval, had said ${percent(m3.told90)}.`,
          '',
          m3.bySeason
            .map(
              ({ seasonal, series, inside90 }) =>
                `${seasonal ? 'With' : 'without'} a season found (${series} series): ${percent(inside90)} in the 90 % intervals`,
            )
            .join('; ')
            .concat('.'),
          '',
          'Share inside the 90 % interval by step:',
          '',
          ...table(
            m3.steps.map((_, h) => String(h + 1)),
            [m3.steps.map(share => String(Math.round(100 * share)))],
          ),
          '',
          'Short histories (the last months of each training part, 6 months ahead):',
          '',
          ...table(
            ['months of history', ...m3.short.map(({ length }) => String(length))],
            [
              ['sMAPE', ...m3.short.map(({ smape }) => percent(smape))],
              ['inside 90 %', ...m3.short.map(({ inside90 }) => percent(inside90))],
            ],
          ),
          '',
        ]
      : ['## Monthly: not run', '']),
    '## Daily: the demo company, 28 days ahead from every second week',
    '',
    'Weekdays, public holidays, Golden Week, Obon, the turn of the year, an exhibition, a campaign and three days without data are in it. The naive method repeats the last seven days.',
    '',
    ...table(
      ['series', 'forecasts', 'inside 80 %', 'inside 90 %', 'told beforehand (90 %)', 'sMAPE', 'naive'],
      demo.map(({ name, origins, inside80, inside90, told90, smape, naive }) => [
        name,
        String(origins),
        percent(inside80),
        percent(inside90),
        percent(told90),
        percent(smape),
        percent(naive),
      ]),
    ),
    '',
    "## Landings: the demo company's plan at the ends of earlier months",
    '',
    'The plan moved back month by month until its end is known, landed from nothing but the months up to then, as the product shows it beside the landing. The periods overlap, so that the tries are not independent. More landings, of made companies, in [landing.md](landing.md).',
    '',
    ...demoLandingLines(record),
  ].join('\n');
}

const NOT_RUN = `M3: not run. It needs the monthly series of the M3 competition (1,428 series, 18 test months each), published in the R
package Mcomp (https://cran.r-project.org/package=Mcomp, data set M3). Write them as series.csv with the columns
series,t,split,value (split: train or test) and name the folder: npm run calibration -- --data DIR`;

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const { values } = parseArgs({ options: { data: { type: 'string' }, only: { type: 'string' } } });
  if (values.data !== undefined && !existsSync(join(values.data, 'series.csv'))) {
    console.error(`${values.data}: no series.csv in it.\n${NOT_RUN}`);
    exit(1);
  }
  const landed = values.only === 'forecasts' ? undefined : await calibrateLandings();
  if (landed) {
    writeLandings(landed);
    for (const { text, kept } of landingLimits(landed)) console.log(`${kept ? 'ok  ' : 'FAIL'} ${text}`);
    if (landingLimits(landed).some(({ kept }) => !kept)) process.exitCode = 1;
  }
  if (values.only === 'landings') exit(process.exitCode ?? 0);
  const figures = await calibrate(values.data);
  const record = demoLandings();
  const limits = [...limitsOf(figures), ...demoLandingLimits(record)];
  if (values.data === undefined) console.log(NOT_RUN);
  else writeFileSync(REPORT, report(figures, limits, record));
  for (const { text, kept } of limits) console.log(`${kept ? 'ok  ' : 'FAIL'} ${text}`);
  if (figures.m3)
    console.log(
      `M3 sMAPE: Rashin ${percent(figures.m3.own)}, Theta ${percent(figures.m3.theta)}, Naive2 ${percent(figures.m3.naive2)}; inside 90 %: ${percent(figures.m3.inside90)}`,
    );
  for (const { name, inside90, smape, naive } of figures.demo)
    console.log(`${name}: inside 90 % ${percent(inside90)}, sMAPE ${percent(smape)} (naive ${percent(naive)})`);
  for (const { goal, sentence } of record) console.log(`${goal}: ${sentence.en}`);
  if (limits.some(({ kept }) => !kept)) exit(1);
}
