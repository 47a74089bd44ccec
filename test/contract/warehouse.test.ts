import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Day } from '#core/calendar/day.ts';
import { addDays } from '#core/calendar/day.ts';
import { parseFormula } from '#core/formula/parse.ts';
import type { Dataset } from '#core/measure/dataset.ts';
import type { LiveSegment } from '#core/measure/live-segments.ts';
import type { PartsAnswer, PartsRequest, Take } from '#core/measure/parts.ts';
import { rowExpression } from '#core/measure/row-expression.ts';
import type { Condition } from '#core/metric/measurement.ts';
import type { Warehouse } from '#engine/warehouse/warehouse.ts';
import { coarseLine, figureLine, type PlainRow, plainCoarse, plainParts } from './plain-parts.ts';
import { aggregate, bringIn, events, IMPLEMENTATIONS, range, stage, temporaryFolder } from './warehouse-fixture.ts';

const MARCH = range('2026-03-01', '2026-03-31');
const SEED = 20261123;

const sales = aggregate('sales', { shop: 'text', device: 'text', paid: 'boolean', orders: 'integer', amount: 'decimal' });
const log = events('log', 'at', {
  at: 'timestamp',
  lead: 'text',
  stage: 'text',
  channel: 'text',
  points: 'integer',
  amount: 'decimal',
});

describe.each(IMPLEMENTATIONS)('a warehouse in $name', ({ open }) => {
  let warehouse: Warehouse;
  let dir: string;
  let remove: () => Promise<void>;

  beforeEach(async () => {
    ({ dir, remove } = await temporaryFolder());
    warehouse = await open(dir);
  });
  afterEach(async () => {
    await warehouse.close();
    await remove();
  });

  test('[OBS-10] figures over an aggregate dataset agree with a plain reading of random rows', async () => {
    await agreesWithPlainReading(sales, aggregateRows, [
      { kind: 'rows' },
      sum('orders * amount'),
      sum('max(amount, orders) - 0.125'),
      { ...sum('amount / 7 - orders'), kind: 'single' },
      { kind: 'distinct', column: 'device' },
      { kind: 'repeaters', column: 'shop', having: 'device', atLeast: 2 },
      { kind: 'last', column: 'amount' },
      { kind: 'last', column: 'orders' },
    ]);
  });

  test('[OBS-10] figures over an event dataset agree with a plain reading of random rows', async () => {
    await agreesWithPlainReading(log, eventRows, [
      { kind: 'rows' },
      sum('points * amount'),
      sum('-(points - 3) * 2'),
      { kind: 'distinct', column: 'lead' },
      { kind: 'repeaters', column: 'lead', having: 'stage', atLeast: 2 },
      { kind: 'between', of: 'lead', from: [oneOf('stage', 'sql')], to: [oneOf('stage', 'meeting')] },
      { kind: 'between', of: 'lead', from: [], to: [oneOf('stage', 'meeting', 'won')] },
      { kind: 'between', of: 'lead', from: [], to: [oneOf('stage', 'meeting', 'won')], precise: true },
    ]);
  });

  test('[DAT-04] a batch comes in once, as a whole or not at all, and goes out again', async () => {
    await warehouse.createDataset(sales);
    const file = await stage(dir, 'a.csv', '_from,_to,shop,orders,amount', [
      '2026-03-01,2026-03-02,s,3,1.5',
      '2026-03-05,2026-03-05,,,',
    ]);
    const loaded = { batch: 'a', dataset: 'sales', rows: 2, days: range('2026-03-01', '2026-03-05') };
    expect(await warehouse.load({ batch: 'a', dataset: sales, file })).toEqual(loaded);
    expect(await warehouse.load({ batch: 'a', dataset: sales, file })).toEqual(loaded);
    for (const [row, what] of [
      ['2026-03-40,2026-03-41,s,1,1', 'a day that does not exist'],
      ['2026-03-01,2026-03-01,s,many,1', 'text in a number'],
      ['2026-03-01,2026-03-01,s,1,0.1234567891', 'more decimals than are kept'],
      [',2026-03-01,s,1,1', 'a row without a day'],
      ['2026-03-01,2026-03-01,s,1', 'a row that is too short'],
    ] as const) {
      const bad = await stage(dir, 'bad.csv', '_from,_to,shop,orders,amount', ['2026-03-01,2026-03-01,s,1,1', row]);
      await expect(warehouse.load({ batch: 'bad', dataset: sales, file: bad }), what).rejects.toMatchObject({
        code: 'staging-rejected',
      });
    }
    expect(await warehouse.batches()).toEqual([loaded]);
    expect(await warehouse.rowCount('sales')).toBe(2);
    await warehouse.drop('a');
    await warehouse.drop('never');
    expect(await warehouse.batches()).toEqual([]);
    expect(await warehouse.rowCount('sales')).toBe(0);
    expect(await warehouse.load({ batch: 'a', dataset: sales, file })).toEqual(loaded);
  });

  test('[DAT-04] an empty file is a batch without days', async () => {
    expect(await bringIn(warehouse, dir, sales, 'empty', '_from,_to,shop', [])).toEqual([]);
    expect(await warehouse.batches()).toEqual([{ batch: 'empty', dataset: 'sales', rows: 0 }]);
  });

  test('[DAT-04] loading reports how far it is and stops when told, leaving nothing', async () => {
    await warehouse.createDataset(sales);
    const rows = Array.from({ length: 300_000 }, (_, index) => `2026-03-01,2026-03-01,shop ${index},${index},${index}.5`);
    const file = await stage(dir, 'large.csv', '_from,_to,shop,orders,amount', rows);
    const controller = new AbortController();
    const stopped = warehouse.load({ batch: 'large', dataset: sales, file, signal: controller.signal });
    setTimeout(() => controller.abort(new Error('stopped by the user')), 40);
    await expect(stopped).rejects.toThrow('stopped by the user');
    expect(await warehouse.batches()).toEqual([]);
    const progress: number[] = [];
    await warehouse.load({ batch: 'large', dataset: sales, file, onProgress: done => progress.push(done) });
    expect(progress.every(done => done >= 0 && done <= 1)).toBe(true);
    expect(await warehouse.rowCount('sales')).toBe(300_000);
  });

  test('[DAT-03] a dataset gains columns, and never changes the type of one or its kind', async () => {
    const live = await bringIn(warehouse, dir, aggregate('sales', { orders: 'integer' }), 'a', '_from,_to,orders', [
      '2026-03-01,2026-03-01,3',
    ]);
    expect(await figures({ take: { kind: 'distinct', column: 'shop' }, by: ['shop'] }, sales, live)).toEqual([
      '0 [""] {"kind":"distinct","rows":1,"distinct":0}',
    ]);
    const more = await bringIn(warehouse, dir, sales, 'b', 'shop,_to,_from,orders', ['s,2026-03-02,2026-03-02,4']);
    expect(await figures({ take: sum('orders'), by: ['shop'] }, sales, [...live, ...more])).toEqual([
      '0 [""] {"kind":"sum","rows":1,"valued":1,"sum":"3"}',
      '0 ["s"] {"kind":"sum","rows":1,"valued":1,"sum":"4"}',
    ]);
    const retyped = await warehouse.createDataset(aggregate('sales', { orders: 'decimal', shop: 'text' }));
    expect(retyped.problems).toMatchObject([
      { code: 'column-retyped', params: { column: 'orders', stored: 'integer', wanted: 'decimal' } },
    ]);
    const reshaped = await warehouse.createDataset(events('sales', 'at', { at: 'date' }));
    expect(reshaped.problems.map(({ code }) => code)).toEqual(['dataset-reshaped']);
    expect((await warehouse.createDataset(sales)).ok).toBe(true);
  });

  test('[DAT-02] large amounts, exact cents and long identifiers come back as they went in', async () => {
    const live = await bringIn(warehouse, dir, sales, 'a', '_from,_to,shop,amount,orders', [
      '2026-03-01,2026-03-01,00012345678901234567890,0.000000001,9223372036854775807',
      '2026-03-01,2026-03-01,"改行\nと, ""引用符""",12345678901234567890123456789.123456789,-9223372036854775807',
    ]);
    expect(await figures({ take: sum('amount'), by: ['shop'] }, sales, live)).toEqual([
      '0 ["00012345678901234567890"] {"kind":"sum","rows":1,"valued":1,"sum":"0.000000001"}',
      '0 ["改行\\nと, \\"引用符\\""] {"kind":"sum","rows":1,"valued":1,"sum":"12345678901234567890123456789.123456789"}',
    ]);
    expect(await figures({ take: sum('orders') }, sales, live)).toEqual(['0 [] {"kind":"sum","rows":2,"valued":2,"sum":"0"}']);
    const later = await bringIn(warehouse, dir, sales, 'b', '_from,_to,amount', ['2026-03-02,2026-03-02,0.10']);
    expect(await figures({ take: sum('amount') }, sales, later)).toEqual(['0 [] {"kind":"sum","rows":1,"valued":1,"sum":"0.1"}']);
    expect(await figures({ take: sum('amount * amount * 1000') }, sales, live)).toEqual(['overflow']);
  });

  test('[LIV-05] rows of dead days do not exist, and half-dead rows neither', async () => {
    await bringIn(warehouse, dir, sales, 'a', '_from,_to,orders', [
      '2026-03-01,2026-03-01,1',
      '2026-03-02,2026-03-04,10',
      '2026-03-05,2026-03-05,100',
    ]);
    await bringIn(warehouse, dir, sales, 'b', '_from,_to,orders', ['2026-03-03,2026-03-03,1000']);
    const live = [
      { batch: 'a', ...range('2026-03-01', '2026-03-02') },
      { batch: 'a', ...range('2026-03-04', '2026-03-05') },
      { batch: 'b', ...range('2026-03-03', '2026-03-03') },
    ];
    expect(await figures({ take: sum('orders') }, sales, live)).toEqual(['0 [] {"kind":"sum","rows":3,"valued":3,"sum":"1101"}']);
    expect(await warehouse.coveredDays({ dataset: sales, live, within: MARCH })).toEqual([
      range('2026-03-01', '2026-03-01'),
      range('2026-03-03', '2026-03-03'),
      range('2026-03-05', '2026-03-05'),
    ]);
    const missing = warehouse.parts({
      dataset: sales,
      take: { kind: 'rows' },
      periods: [MARCH],
      by: [],
      where: [],
      live: [{ batch: 'c', ...MARCH }],
    });
    await expect(missing).rejects.toMatchObject({ code: 'batch-missing', params: { batches: ['c'] } });
  });

  test('[OBS-03] the days that rows speak for are merged, and reach beyond what is asked', async () => {
    const live = await bringIn(warehouse, dir, sales, 'a', '_from,_to,orders', [
      '2026-02-15,2026-03-02,1',
      '2026-03-03,2026-03-03,1',
      '2026-03-07,2026-03-07,1',
      '2026-05-01,2026-05-01,1',
    ]);
    expect(await warehouse.coveredDays({ dataset: sales, live, within: MARCH })).toEqual([
      range('2026-02-15', '2026-03-03'),
      range('2026-03-07', '2026-03-07'),
    ]);
    expect(await warehouse.coveredDays({ dataset: sales, live: [], within: MARCH })).toEqual([]);
    expect(await warehouse.coveredDays({ dataset: aggregate('nothing', { x: 'text' }), live: [], within: MARCH })).toEqual([]);
  });

  test('[OBS-10] an answer of too many rows is refused with what to do', async () => {
    const rows = Array.from({ length: 100_001 }, (_, index) => `2026-03-01,2026-03-01,shop ${index}`);
    const live = await bringIn(warehouse, dir, sales, 'a', '_from,_to,shop', rows);
    const answer = await warehouse.parts({
      dataset: sales,
      take: { kind: 'rows' },
      periods: [MARCH],
      by: ['shop'],
      where: [],
      live,
    });
    expect(answer.problems).toMatchObject([{ code: 'answer-too-large', params: { limit: 100_000 } }]);
    expect(await figures({ take: { kind: 'distinct', column: 'shop' } }, sales, live)).toEqual([
      '0 [] {"kind":"distinct","rows":100001,"distinct":100001}',
    ]);
  });

  test('[DAT-07] hostile values are values, and only columns of the dataset can be named', async () => {
    const hostile = ["'", '"; DROP TABLE data."sales"; --', '$1', '%', '\\', "') OR 1=1 --", '改行\n'];
    const rows = hostile.map(text => `2026-03-01,2026-03-01,"${text.replaceAll('"', '""')}",1`);
    const live = await bringIn(warehouse, dir, sales, 'a', '_from,_to,shop,orders', rows);
    for (const text of hostile) {
      expect(await figures({ take: { kind: 'rows' }, where: [oneOf('shop', text)] }, sales, live), text).toEqual([
        '0 [] {"kind":"rows","rows":1}',
      ]);
    }
    expect(await figures({ take: { kind: 'rows' }, by: ['shop'] }, sales, live)).toHaveLength(hostile.length);
    for (const column of ['_batch', 'shop" FROM rashin.batch --', 'sqlite_master', '*']) {
      await expect(figures({ take: { kind: 'distinct', column } }, sales, live)).rejects.toThrow(/not a/);
      await expect(figures({ take: { kind: 'rows' }, by: [column] }, sales, live)).rejects.toThrow(/not a/);
      await expect(figures({ take: { kind: 'rows' }, where: [oneOf(column, 'x')] }, sales, live)).rejects.toThrow(/not a/);
    }
    const outside = warehouse.load({ batch: 'x', dataset: sales, file: '/etc/passwd' });
    await expect(outside).rejects.toThrow('not a staging file');
  });

  test('[DAT-06] a rebuild replaces everything at once, and one that fails changes nothing', async () => {
    const live = await bringIn(warehouse, dir, sales, 'a', '_from,_to,orders', ['2026-03-01,2026-03-01,1']);
    const [first, second] = [
      await stage(dir, 'x.csv', '_from,_to,orders', ['2026-03-01,2026-03-01,5']),
      await stage(dir, 'y.csv', '_from,_to,orders', ['x,y,z']),
    ];
    async function* loads(files: readonly string[]) {
      for (const [index, file] of files.entries()) yield { batch: `n${index}`, dataset: sales, file };
    }
    await expect(warehouse.rebuild({ datasets: [sales], loads: loads([first, second]) })).rejects.toMatchObject({
      code: 'staging-rejected',
    });
    expect(await figures({ take: sum('orders') }, sales, live)).toEqual(['0 [] {"kind":"sum","rows":1,"valued":1,"sum":"1"}']);
    const done: number[] = [];
    const reading = Promise.all(Array.from({ length: 5 }, () => warehouse.batches()));
    await warehouse.rebuild({ datasets: [sales], loads: loads([first]), onProgress: count => done.push(count) });
    for (const batches of await reading) expect(['a', 'n0']).toContain(batches[0]?.batch);
    expect(done).toEqual([1]);
    expect(await warehouse.batches()).toMatchObject([{ batch: 'n0', rows: 1 }]);
    const rebuilt = [{ batch: 'n0', ...range('2026-03-01', '2026-03-01') }];
    expect(await figures({ take: sum('orders') }, sales, rebuilt)).toEqual(['0 [] {"kind":"sum","rows":1,"valued":1,"sum":"5"}']);
  });

  test('[DAT-04] readers see the rows before or after a load, never in between', async () => {
    const live = await bringIn(warehouse, dir, sales, 'a', '_from,_to,orders', ['2026-03-01,2026-03-01,1']);
    const more = Array.from({ length: 50_000 }, () => '2026-03-01,2026-03-01,1');
    const loading = warehouse.load({ batch: 'b', dataset: sales, file: await stage(dir, 'b.csv', '_from,_to,orders', more) });
    const seen = new Set<number>();
    let isDone = false;
    void loading.then(() => {
      isDone = true;
    });
    while (!isDone) {
      seen.add((await warehouse.batches()).reduce((rows, batch) => rows + batch.rows, 0));
      await figures({ take: { kind: 'rows' } }, sales, live);
    }
    await loading;
    for (const count of seen) expect([1, 50_001]).toContain(count);
  });

  test('[DAT-05] what was loaded is there after closing and opening again', async () => {
    const live = await bringIn(warehouse, dir, sales, 'a', '_from,_to,orders', ['2026-03-01,2026-03-01,7']);
    const before = await figures({ take: sum('orders') }, sales, live);
    expect(warehouse.health).toEqual({ state: 'created' });
    await warehouse.close();
    warehouse = await open(dir);
    expect(warehouse.health).toEqual({ state: 'ok' });
    expect(await figures({ take: sum('orders') }, sales, live)).toEqual(before);
  });

  async function agreesWithPlainReading(dataset: Dataset, makeRows: fc.Arbitrary<readonly PlainRow[]>, takes: readonly Take[]) {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        makeRows,
        fc.array(randomPeriod, { minLength: 1, maxLength: 4 }),
        segments,
        bys(dataset),
        wheres(dataset),
        async (rows, periods, live, by, where) => {
          const names = new Map(BATCHES.map(name => [name, `${name}-${run}`]));
          run += 1;
          const own = rows.map(row => ({ ...row, batch: names.get(row.batch) ?? '' }));
          const fresh: Dataset = { ...dataset, id: `${dataset.id}-${run}` };
          for (const batch of names.values())
            await bringInPlain(
              fresh,
              batch,
              own.filter(row => row.batch === batch),
            );
          const alive = live.map(segment => ({ ...segment, batch: names.get(segment.batch) ?? '' }));
          for (const take of takes) {
            const request: PartsRequest = { dataset: fresh, take, periods, by, where, live: alive };
            const answer = await warehouse.parts(request);
            const found = answer.ok && answer.value.kind === 'parts' ? answer.value : undefined;
            expect(lines(found), JSON.stringify(take)).toEqual(plainParts(own, request));
            if (fresh.kind === 'aggregate') expect(found?.coarse.map(coarseLine).toSorted()).toEqual(plainCoarse(own, request));
          }
        },
      ),
      { seed: SEED, numRuns: 15 },
    );
  }

  async function bringInPlain(dataset: Dataset, batch: string, rows: readonly PlainRow[]): Promise<void> {
    const ids = dataset.columns.map(({ id }) => id);
    const isAggregate = dataset.kind === 'aggregate';
    const texts = rows.map(row => [...(isAggregate ? [row.from, row.to] : []), ...ids.map(id => row.values[id] ?? '')].join(','));
    await bringIn(warehouse, dir, dataset, batch, [...(isAggregate ? ['_from', '_to'] : []), ...ids].join(','), texts);
  }

  async function figures(
    question: Pick<PartsRequest, 'take'> & Partial<PartsRequest>,
    dataset: Dataset,
    live: readonly LiveSegment[],
  ): Promise<readonly string[]> {
    const answer = await warehouse.parts({ dataset, periods: [MARCH], by: [], where: [], live, ...question });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    return answer.value.kind === 'overflow' ? ['overflow'] : lines(answer.value);
  }
});

function lines(answer: Extract<PartsAnswer, { kind: 'parts' }> | undefined): readonly string[] {
  return (answer?.parts ?? []).map(({ period, slice, figure }) => figureLine(period, JSON.stringify(slice), figure)).toSorted();
}

function sum(text: string): Extract<Take, { kind: 'sum' }> {
  const parsed = parseFormula(text);
  const expression = parsed.ok ? rowExpression(parsed.value) : parsed;
  if (!expression.ok) throw new Error(text);
  return { kind: 'sum', expression: expression.value };
}

function oneOf(column: string, ...values: readonly string[]): Condition {
  return { column, is: 'one-of', values };
}

const BATCHES = ['a', 'b', 'c'];
const DAYS = 20;

function dayAt(number: number): Day {
  return addDays('2026-03-01' as Day, number);
}

const randomPeriod = fc
  .tuple(fc.nat(DAYS), fc.nat(9))
  .map(([start, length]) => ({ from: dayAt(start), to: dayAt(start + length) }));

/** For each batch: all of it, none, or two pieces of it. */
const segments: fc.Arbitrary<readonly LiveSegment[]> = fc
  .tuple(
    ...BATCHES.map(batch =>
      fc.tuple(fc.constantFrom('all', 'none', 'pieces'), fc.nat(DAYS)).map(([how, at]) => pieces(batch, how, at)),
    ),
  )
  .map(lists => lists.flat());

function pieces(batch: string, how: string, at: number): readonly LiveSegment[] {
  if (how === 'none') return [];
  if (how === 'all') return [{ batch, from: dayAt(0), to: dayAt(DAYS + 10) }];
  return [
    { batch, from: dayAt(0), to: dayAt(at) },
    { batch, from: dayAt(at + 3), to: dayAt(DAYS + 10) },
  ];
}

const maybe = (values: readonly string[]) => fc.constantFrom('', ...values);
const integer = fc.oneof(fc.constant(''), fc.integer({ min: -30, max: 3_000_000 }).map(String));
const decimal = fc.oneof(
  fc.constant(''),
  fc.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.nat(6)).map(([units, scale]) => scaled(units, scale)),
);

function scaled(units: number, scale: number): string {
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  return `${units < 0 ? '-' : ''}${scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`}`;
}

const aggregateRows: fc.Arbitrary<readonly PlainRow[]> = fc.array(
  fc
    .record({
      batch: fc.constantFrom(...BATCHES),
      start: fc.nat(DAYS),
      length: fc.oneof(fc.constant(0), fc.nat(8)),
      shop: maybe(['s1', 's2', 'S1', 's1 ']),
      device: maybe(['pc', 'sp']),
      paid: maybe(['true', 'false']),
      orders: integer,
      amount: decimal,
    })
    .map(({ batch, start, length, ...values }) => ({ batch, from: dayAt(start), to: dayAt(start + length), values })),
  { maxLength: 40 },
);

/** No two events at one moment: their order would be that of the file. */
const eventRows: fc.Arbitrary<readonly PlainRow[]> = fc.uniqueArray(
  fc
    .record({
      batch: fc.constantFrom(...BATCHES),
      start: fc.nat(DAYS),
      minute: fc.nat(1439),
      lead: maybe(['l1', 'l2', 'l3', 'l4']),
      stage: maybe(['sql', 'meeting', 'won']),
      channel: maybe(['web', 'expo']),
      points: integer,
      amount: decimal,
    })
    .map(({ batch, start, minute, ...values }) => {
      const day = dayAt(start);
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
      return { batch, from: day, to: day, values: { ...values, at: `${day}T${time}` } };
    }),
  { maxLength: 60, selector: row => row.values.at },
);

function bys(dataset: Dataset): fc.Arbitrary<readonly string[]> {
  return fc.subarray(
    dataset.columns
      .filter(({ type }) => type === 'text' || type === 'boolean')
      .map(({ id }) => id)
      .slice(0, 3),
  );
}

function wheres(dataset: Dataset): fc.Arbitrary<readonly Condition[]> {
  const text = dataset.kind === 'event' ? 'channel' : 'device';
  const number = dataset.kind === 'event' ? 'points' : 'orders';
  const condition = fc.oneof(
    fc.record({
      column: fc.constant(text),
      is: fc.constantFrom<Condition['is']>('one-of', 'none-of'),
      values: fc.subarray(['', 'web', 'pc']),
    }),
    fc.record({
      column: fc.constant('amount'),
      is: fc.constantFrom<Condition['is']>('less', 'at-most', 'more', 'at-least'),
      values: fc.constantFrom(['0'], ['1.5'], ['-100']),
    }),
    fc.record({ column: fc.constant(number), is: fc.constantFrom<Condition['is']>('set', 'not-set'), values: fc.constant([]) }),
    fc.record({
      column: fc.constant(number),
      is: fc.constantFrom<Condition['is']>('one-of', 'none-of'),
      values: fc.constantFrom(['0', '5'], ['', '7']),
    }),
  );
  return fc.array(condition, { maxLength: 2 });
}
