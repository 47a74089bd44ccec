import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, exit, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PUBLISHED } from './cohorts/published-cohorts.mjs';
import { shopOrders } from './cohorts/shop-orders.mjs';
import { bundled } from './runner/bundled.mjs';
import { notRun, single } from './runner/rows.mjs';

/**
 * `node bench/cohorts.mjs --data DIR`: cohorts by month of first order of two shops, as the product's retention question answers them, beside what was
 * published. Exits with 1 where a figure is missed, with 2 where a file is not there.
 */
export const title = 'Cohorts: published results';
export const about =
  'Relay Foods (2,891 orders) and Online Retail (541,909 order lines), read from their files into the journey engine and asked for retention by month of first order.';

/** @param {{ data: string | null }} context */
export async function benchmark({ data }) {
  const found = await all(data);
  return found.flatMap(({ shop, missing, facts }) =>
    missing
      ? [notRun(shop, 'Rashin', missing)]
      : facts.flatMap(({ what, got, expected }) => [
          single(`${shop}: ${what}`, 'Rashin', got ?? Number.NaN, { unit: '', better: 'more' }),
          single(`${shop}: ${what}`, 'published', expected, { unit: '', better: 'more' }),
        ]),
  );
}

async function all(data) {
  const product = await bundled(new URL('./cohorts/source.ts', import.meta.url));
  const found = [];
  for (const published of PUBLISHED) {
    const file = data && join(data, published.file);
    if (!file || !existsSync(file)) found.push({ shop: published.shop, missing: `no ${file || published.file}; give --data` });
    else found.push({ shop: published.shop, facts: await compared(file, published, product) });
  }
  return found;
}

async function compared(file, { months, onlySales, facts }, product) {
  const orders = await shopOrders(file, product, { onlySales });
  const folder = mkdtempSync(join(tmpdir(), 'rashin-cohorts-'));
  const engine = await product.EmbeddedJourneyEngine.open({ folder, valueDigits: 2, startThread: () => null });
  try {
    await engine.append(batchOf(orders));
    const edges = edgesOf(months);
    const answer = await engine.ask({ ask: 'retention', born: {}, back: {}, edges });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    const triangle = product.cohortTriangle(answer.value, edges, edges.at(-1));
    const contents = await engine.contents();
    return facts.map(({ what, expected, of }) => ({ what, expected, got: of(triangle, contents) }));
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function batchOf(orders) {
  const places = new Map();
  const codes = Uint32Array.from(orders, ({ customer }) => {
    if (!places.has(customer)) places.set(customer, places.size);
    return places.get(customer);
  });
  return {
    length: orders.length,
    person: { codes, values: [...places.keys()] },
    time: Float64Array.from(orders, ({ time }) => time),
    name: { codes: new Uint32Array(orders.length), values: ['order'] },
    dimensions: {},
    value: Float64Array.from(orders, ({ cents }) => cents),
  };
}

/** First moments of months, UTC. */
function edgesOf({ first, count }) {
  const [year, month] = first.split('-').map(Number);
  return Array.from({ length: count + 1 }, (_, i) => Date.UTC(year, month - 1 + i));
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  let [missed, absent] = [0, 0];
  for (const { shop, missing, facts = [] } of await all(values.data ?? null)) {
    stdout.write(`${shop}${missing ? `: not run, ${missing}` : ''}\n`);
    if (missing) absent++;
    for (const { what, got, expected } of facts) {
      if (got !== expected) missed++;
      const figures = `${String(got).padStart(8)}  published ${expected}${got === expected ? '' : '  MISSED'}`;
      stdout.write(`  ${what.padEnd(32)} ${figures}\n`);
    }
  }
  exit(missed > 0 ? 1 : absent > 0 ? 2 : 0);
}
