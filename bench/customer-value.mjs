import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundled } from './runner/bundled.mjs';
import { notRun, single } from './runner/rows.mjs';

/**
 * `node bench/customer-value.mjs --data DIR`: the models of customer value on the CDNOW sample (`DIR/cdnow/CDNOW_sample.txt`)
 * beside what was published, and what they foretold for the second half beside what happened. Exits with 1 where a figure is missed.
 */
export const title = 'Customer value: published results';
export const about =
  'The 2,357 customers of the CDNOW sample, in weeks up to 1997-09-30: parameters of BG/NBD and Gamma-Gamma beside those published, and repeat purchases of the 39 weeks after.';

const PUBLISHED = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, p: 6.25, q: 3.74, v: 15.44, logLikelihood: -9582.429 };
const DIGITS = { r: 3, alpha: 3, a: 3, b: 3, p: 2, q: 2, v: 2, logLikelihood: 3 };
const WEEKS = 39;

/** @param {{ data: string | null }} context */
export async function benchmark({ data }) {
  const file = data && join(data, 'cdnow', 'CDNOW_sample.txt');
  if (!file || !existsSync(file)) return [notRun('CDNOW', 'Rashin', 'no CDNOW data; give --data')];
  const { found, foretold, happened } = await fitted(file);
  return [
    ...Object.keys(PUBLISHED).flatMap(name => [
      single(name, 'Rashin', rounded(found[name], DIGITS[name]), { unit: '', better: 'more' }),
      single(name, 'published', PUBLISHED[name], { unit: '', better: 'more' }),
    ]),
    single('repeat purchases of the 39 weeks after', 'foretold', Math.round(foretold.purchases.value), {
      unit: '',
      better: 'more',
    }),
    single('repeat purchases of the 39 weeks after', 'happened', happened, { unit: '', better: 'more' }),
  ];
}

async function fitted(file) {
  const { customerForecast, fitPurchaseModel, fitSpendModel } = await bundled(
    new URL('./customer-value/source.ts', import.meta.url),
  );
  const { histories, happened } = read(file);
  const purchases = fitPurchaseModel(histories);
  const spend = fitSpendModel(
    histories.filter(({ x }) => x > 0).map(({ x, repeatValue, people }) => ({ x, value: repeatValue, people })),
  );
  if (purchases.state !== 'fitted' || spend.state !== 'fitted') throw new Error('nothing was fitted');
  const found = { ...purchases.model, ...spend.model, logLikelihood: purchases.logLikelihood };
  return { found, foretold: customerForecast(histories, purchases, spend, WEEKS), happened };
}

/** One history per customer (days with a purchase, in weeks, values in dollars), and the purchases after the first 39 weeks. */
function read(file) {
  const DAY = 86_400_000;
  const end = Date.UTC(1997, 8, 30) / DAY;
  const customers = new Map();
  for (const line of readFileSync(file, 'utf8').trim().split(/\r?\n/)) {
    const [, id, date, , dollars] = line.trim().split(/\s+/);
    const day = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6))) / DAY;
    const days = customers.get(id) ?? new Map();
    customers.set(id, days.set(day, (days.get(day) ?? 0) + Math.round(Number(dollars) * 100)));
  }
  let happened = 0;
  const histories = [...customers.values()].map(spent => {
    const days = [...spent.keys()].sort((a, b) => a - b);
    const seen = days.filter(day => day <= end);
    happened += days.length - seen.length;
    const [first, last] = [seen[0], seen[seen.length - 1]];
    const repeatValue = seen.slice(1).reduce((sum, day) => sum + spent.get(day), 0) / 100;
    return { x: seen.length - 1, tx: (last - first) / 7, T: (end - first) / 7, people: 1, repeatValue };
  });
  return { histories: histories.sort((a, b) => a.x - b.x), happened };
}

function rounded(value, digits) {
  return Number(value.toFixed(digits));
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  const file = values.data && join(values.data, 'cdnow', 'CDNOW_sample.txt');
  if (!file || !existsSync(file)) {
    stdout.write(`no file ${file ?? 'cdnow/CDNOW_sample.txt'}: give the folder with --data\n`);
    exit(2);
  }
  const { found, foretold, happened } = await fitted(file);
  let missed = 0;
  for (const [name, published] of Object.entries(PUBLISHED)) {
    const own = rounded(found[name], DIGITS[name]);
    if (own !== published) missed++;
    stdout.write(
      `${name.padEnd(14)} ${String(own).padStart(10)}  published ${published}${own === published ? '' : '  MISSED'}\n`,
    );
  }
  const range = ({ value, low, high }) => `${value.toFixed(0)} (90 %: ${low?.toFixed(0)} to ${high?.toFixed(0)})`;
  stdout.write(`purchases of the 39 weeks after: foretold ${range(foretold.purchases)}, happened ${happened}\n`);
  stdout.write(`worth ${range(foretold.value)} dollars\n`);
  exit(missed > 0 ? 1 : 0);
}
