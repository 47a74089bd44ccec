import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { HOW_TO_GET_IT, onlineRetail } from './data/online-retail.mjs';
import { writeOrderLines } from './data/order-lines.mjs';
import { createOrderLines } from './peer/order-lines-table.mjs';
import { interleaved } from './runner/interleaved.mjs';
import { core, engine, MAPPING, MEMBER, rashin, shopWorkspace } from './runner/product.mjs';
import { measured, notRun } from './runner/rows.mjs';

export const title = 'Asking for figures';
export const about = `The imported order lines, in process, every answer made anew (its cache is emptied before each question). Rashin also works out which batches count on which days, what has arrived, the state of every cell, the totals beside the slices, and exact fractions. Its rows hold 38-digit decimals.
The peer is the bare SQL query with the same meaning on a table of the same rows in plain DuckDB, typed by hand with small decimals, with as many threads. Every figure is compared before anything is timed.`;

const AMOUNT = 'sum(quantity * unit_price)';
const GOOD = 'quantity > 0 AND unit_price > 0';

/** Questions, and the SQL that gives the same figures as rows of keys and one figure. */
const QUESTIONS = [
  {
    measure: 'revenue by day',
    metric: 'revenue',
    grain: 'day',
    by: [],
    sql: `SELECT invoice_date::DATE, ${AMOUNT} FROM order_lines GROUP BY ALL`,
  },
  {
    measure: 'revenue by month',
    metric: 'revenue',
    grain: 'month',
    by: [],
    sql: `SELECT date_trunc('month', invoice_date), ${AMOUNT} FROM order_lines GROUP BY ALL`,
  },
  {
    measure: 'revenue by month and country',
    metric: 'revenue',
    grain: 'month',
    by: ['country'],
    sql: `SELECT date_trunc('month', invoice_date), country, ${AMOUNT} FROM order_lines GROUP BY ALL`,
  },
  {
    measure: 'order value by month (ratio with distinct orders)',
    metric: 'aov',
    grain: 'month',
    by: [],
    sql: `SELECT date_trunc('month', invoice_date), ${AMOUNT}::DOUBLE / count(DISTINCT invoice) FILTER (${GOOD}) FROM order_lines GROUP BY ALL`,
  },
  {
    measure: 'different customers by month',
    metric: 'customers',
    grain: 'month',
    by: [],
    sql: `SELECT date_trunc('month', invoice_date), count(DISTINCT customer) FROM order_lines GROUP BY ALL`,
  },
  {
    measure: 'different customers, whole year',
    metric: 'customers',
    by: [],
    sql: 'SELECT count(DISTINCT customer) FROM order_lines',
  },
];

/** @param {{ folder: string, rows: number, data: string | null, tell: (text: string) => void }} context */
export async function benchmark({ folder, rows, data, tell }) {
  const { openApp, readMetric, systemEffects } = await engine();
  const { catalogue } = await core();
  const found = [];
  const csv = join(folder, 'order-lines.csv');
  const { from, to } = await writeOrderLines(csv, rows);
  found.push(...(await asked(csv, { from, to }, `${rows.toLocaleString('en-US')} rows`)));
  const real = onlineRetail(data, folder);
  if (!real) found.push(notRun('UCI Online Retail', 'all', HOW_TO_GET_IT));
  else found.push(...(await asked(real, { from: '2010-12-01', to: '2011-12-09' }, 'UCI Online Retail')));
  return found;

  async function asked(file, period, name) {
    tell(`${name}: importing`);
    const workspace = join(folder, `workspace-${name.replaceAll(/\W/g, '')}`);
    await shopWorkspace(workspace);
    rashin('import', file, '--mapping', MAPPING, '--workspace', workspace, '--member', MEMBER);
    const app = await openApp(workspace, systemEffects(), { catalogue });
    const bare = await DuckDBInstance.create(join(folder, `${name.replaceAll(/\W/g, '')}.duckdb`));
    try {
      const connection = await bare.connect();
      await createOrderLines(connection, file);
      await connection.run('CHECKPOINT');
      const lines = [];
      for (const question of QUESTIONS) lines.push(...(await compared(question, { period, name, app, connection })));
      return lines;
    } finally {
      bare.closeSync();
      await app.close();
    }
  }

  async function compared({ measure, metric, grain, by, sql }, { period, name, app, connection }) {
    const own = async () => {
      app.cache.forget();
      const answer = await readMetric(app, { metric, ...period, by, where: [], ...(grain ? { grain } : {}) });
      if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
      return answer.value;
    };
    const peer = async () => (await connection.runAndReadAll(sql)).getRows();
    refuseUnlessEqual(await own(), await peer(), by.length > 0, measure);
    const times = await interleaved(
      [
        { who: 'Rashin', work: own },
        { who: 'DuckDB alone', work: peer },
      ],
      { rounds: 11, warmups: 2 },
    );
    return measured(`${measure}, ${name}`, times, { unit: 'ms', better: 'less' });
  }
}

/** Same number of figures, and the same figures in order of size; those that are not there are left out on both sides. */
function refuseUnlessEqual({ totals, cells }, rows, isCut, measure) {
  const own = (isCut ? cells : totals)
    .map(({ observation }) => Number(observation.value ?? Number.NaN))
    .filter(number => !Number.isNaN(number) && number !== 0);
  const theirs = rows.map(row => numberOf(row.at(-1))).filter(number => !Number.isNaN(number) && number !== 0);
  const [left, right] = [own, theirs].map(list => list.toSorted((a, b) => a - b));
  const isSame =
    left.length === right.length &&
    left.every((number, index) => Math.abs(number - right[index]) <= 1e-9 * Math.abs(number) + 1e-9);
  if (!isSame)
    throw new Error(
      `${measure}: ${left.length} figures against ${right.length}, ${left.slice(0, 3)} against ${right.slice(0, 3)}`,
    );
}

/** DuckDB gives decimals as whole numbers with a scale, and counts as big integers. */
function numberOf(value) {
  if (value === null || value === undefined) return Number.NaN;
  return typeof value === 'object' ? Number(value.value) / 10 ** value.scale : Number(value);
}
