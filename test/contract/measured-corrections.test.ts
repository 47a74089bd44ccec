import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import type { Day } from '#core/calendar/day.ts';
import { type BatchRecord, liveSegments, segmentsUntil } from '#core/measure/live-segments.ts';
import { planQuery } from '#core/measure/observe-plan.ts';
import type { Answer, Question } from '#core/measure/question.ts';
import { EMPTY_CATALOGUE } from '#core/metric/catalogue.ts';
import type { Definitions } from '#core/metric/definitions.ts';
import { parseDefinitions } from '#core/metric/definitions-parse.ts';
import { observe } from '#engine/warehouse/observe.ts';
import type { Warehouse } from '#engine/warehouse/warehouse.ts';
import { cells, totals } from './measuring-fixture.ts';
import { IMPLEMENTATIONS, range, stage, temporaryFolder } from './warehouse-fixture.ts';

const MARCH = range('2026-03-01', '2026-03-31');

const YAML = `
datasets:
  shop: { kind: aggregate, columns: { device: text, revenue: { type: decimal, currency: JPY }, orders: integer, visitors: integer } }
metrics:
  revenue: { from: shop, sum: revenue }
  orders: { from: shop, sum: orders, unit: count of order }
  visitors: { from: shop, sum: visitors, unit: count of visitor }
  aov: { equals: revenue / orders }
  cvr: { equals: orders / visitors }
`;
const HEADER = '_from,_to,device,revenue,orders,visitors';

describe.each(IMPLEMENTATIONS)('corrections reach every number on $name', ({ open }) => {
  let warehouse: Warehouse;
  let dir: string;
  let remove: () => Promise<void>;
  let batches: BatchRecord[];

  beforeEach(async () => {
    ({ dir, remove } = await temporaryFolder());
    warehouse = await open(dir);
    batches = [];
  });
  afterEach(async () => {
    await warehouse.close();
    await remove();
  });

  test('[CNV-07] channel A with 10 of 100 and channel B with 30 of 900 make 4.0 %', async () => {
    await received('a', ['2026-03-01,2026-03-31,A,0,10,100', '2026-03-01,2026-03-31,B,0,30,900']);
    const [cvr] = await ask({ metrics: ['cvr'], by: ['device'] });
    expect(totals(cvr)).toEqual(['2026-03-01..2026-03-31 value 0.04']);
    expect(cells(cvr)).toEqual(['2026-03-01..2026-03-31 A value 0.1', '2026-03-01..2026-03-31 B value 0.0333333333333333333']);
  });

  test('[MEA-12] conversion by device from one file: 3.0 % on PCs, 1.0 % on phones, the total computed anew', async () => {
    await received('a', ['2026-03-01,2026-03-31,PC,0,30,1000', '2026-03-01,2026-03-31,スマートフォン,0,40,4000']);
    const [cvr] = await ask({ metrics: ['cvr'], by: ['device'] });
    expect(cells(cvr)).toEqual(['2026-03-01..2026-03-31 PC value 0.03', '2026-03-01..2026-03-31 スマートフォン value 0.01']);
    expect(totals(cvr)).toEqual(['2026-03-01..2026-03-31 value 0.014']);
  });

  test('[MEA-08] a corrected input changes every metric that rests on it, and its undo changes it back', async () => {
    await received('a', ['2026-03-01,2026-03-31,,5000000,0,10']);
    expect((await ask({ metrics: ['aov'] })).flatMap(totals)).toEqual(['2026-03-01..2026-03-31 undefined division-by-zero']);
    await received('b', ['2026-03-01,2026-03-31,,5000000,1000,10']);
    expect((await ask({ metrics: ['aov'] })).flatMap(totals)).toEqual(['2026-03-01..2026-03-31 value 5000']);
    await received('c', ['2026-03-01,2026-03-31,,5000000,1250,10']);
    expect((await ask({ metrics: ['aov', 'orders'] })).flatMap(totals)).toEqual([
      '2026-03-01..2026-03-31 value 4000',
      '2026-03-01..2026-03-31 value 1250',
    ]);
    batches = batches.map(batch => (batch.id === 'c' ? { ...batch, undoneAt: '2026-04-09T00:00:00.000Z' } : batch));
    expect((await ask({ metrics: ['aov'] })).flatMap(totals)).toEqual(['2026-03-01..2026-03-31 value 5000']);
    expect((await ask({ metrics: ['aov'] }, '2026-04-08T00:00:00.000Z')).flatMap(totals)).toEqual([
      '2026-03-01..2026-03-31 value 4000',
    ]);
    expect((await ask({ metrics: ['aov'] }, '2026-03-31T00:00:00.000Z')).flatMap(totals)).toEqual([
      '2026-03-01..2026-03-31 no-data',
    ]);
  });

  test('[MEA-07] the same file twice counts once, and a correction of ten days replaces ten days', async () => {
    const days = Array.from({ length: 31 }, (_, index) => `2026-03-${String(index + 1).padStart(2, '0')}`);
    const daily = days.map(day => `${day},${day},,100,1,10`);
    await received('a', daily);
    await received('b', daily, { contentHash: 'hash of a', replaces: 'nothing' });
    expect((await ask({ metrics: ['revenue'] })).flatMap(totals)).toEqual(['2026-03-01..2026-03-31 value 3100']);
    await received(
      'c',
      days.slice(0, 10).map(day => `${day},${day},,90,1,10`),
    );
    expect((await ask({ metrics: ['revenue'] })).flatMap(totals)).toEqual(['2026-03-01..2026-03-31 value 3000']);
    const untilTheFifth = await ask({ metrics: ['revenue'] }, undefined, '2026-03-05' as Day);
    expect(untilTheFifth[0]?.totals).toMatchObject([
      { observation: { state: 'provisional', exact: '450', why: 'period-running' }, through: '2026-03-05' },
    ]);
  });

  test('[LIV-05] a monthly row that was replaced in part no longer counts, and the month says that days are missing', async () => {
    await received('a', ['2026-03-01,2026-03-31,,3100,31,310']);
    await received('b', ['2026-03-10,2026-03-10,,100,1,10', '2026-03-11,2026-03-11,,100,1,10']);
    const [revenue] = await ask({ metrics: ['revenue'] });
    expect(revenue?.totals).toMatchObject([{ observation: { state: 'provisional', exact: '200', why: 'days-missing' } }]);
  });

  async function received(id: string, rows: readonly string[], more: Partial<BatchRecord> = {}): Promise<void> {
    const dataset = definitions().datasets.get('shop')?.dataset;
    if (!dataset) throw new Error('no dataset');
    await warehouse.createDataset(dataset);
    const { days = MARCH } = await warehouse.load({ batch: id, dataset, file: await stage(dir, `${id}.csv`, HEADER, rows) });
    const receivedAt = `2026-04-0${batches.length + 1}T00:00:00.000Z`;
    batches.push({
      id,
      dataset: 'shop',
      scope: '',
      ...days,
      receivedAt,
      replaces: 'period',
      contentHash: `hash of ${id}`,
      ...more,
    });
  }

  async function ask(
    question: Partial<Question> & Pick<Question, 'metrics'>,
    asKnown?: string,
    until?: Day,
  ): Promise<readonly Answer[]> {
    const segments = liveSegments(batches, asKnown);
    const live = until ? segmentsUntil(segments, until) : segments;
    const plan = planQuery(
      { periods: [MARCH], by: [], where: [], ...question },
      {
        definitions: definitions(),
        catalogue: EMPTY_CATALOGUE,
        live: new Map([['shop', live]]),
        closes: [],
        calendar: defaultCalendar,
        today: until ?? ('2026-05-01' as Day),
      },
    );
    const answers = plan.ok ? await observe(warehouse, plan.value) : plan;
    if (!answers.ok) throw new Error(JSON.stringify(answers.problems));
    return answers.value;
  }
});

function definitions(): Definitions {
  const read = parseDefinitions(YAML, EMPTY_CATALOGUE, 'JPY');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}
