import { expect, test } from 'vitest';
import { startPull } from '#engine/connect/pulls.ts';
import { accepted, openStage, problemsOf, type Stage } from './api-fixture.ts';
import { localClickhouse } from './local-clickhouse.ts';
import { type LocalDatabase, localMariadb, localPostgresql } from './local-database.ts';

const MINUTES = 120_000;

const QUERY =
  'SELECT day AS "date", store, sum(amount) AS revenue, count(*) AS orders FROM sales WHERE day BETWEEN :from AND :to GROUP BY day, store';

const SALES = `CREATE TABLE sales (day date, store varchar(50), amount decimal(30, 4));
  INSERT INTO sales VALUES ('2026-11-14', 'before', 1), ('2026-11-15', '新宿', 12345678901234567890.1234), ('2026-11-15', '新宿', 0.0001),
    ('2026-11-20', 'a\tb "c"', 5), ('2026-11-20', NULL, 7), ('2026-11-21', 'today', 9);`;

async function stageFor({ port }: LocalDatabase): Promise<Stage> {
  return openStage({
    connecting: {
      allowed: [`127.0.0.1:${port}`, `localhost:${port}`],
      secretKey: Buffer.alloc(32, 1).toString('base64'),
      effects: { wait: async () => {}, chance: () => 0 },
    },
  });
}

async function connection(
  stage: Stage,
  connector: 'postgresql' | 'mysql' | 'clickhouse',
  { port, database, user, password }: LocalDatabase,
  query: string,
  more: object = {},
) {
  const settings = { host: '127.0.0.1', port: String(port), database, dataset: 'crm-sales', query, tls: 'off', ...more };
  const body = {
    name: '社内DB',
    connector,
    settings,
    signIn: 'password' as const,
    dataset: 'crm-sales',
    since: '2026-11-15' as never,
    restates: null,
    schedule: { every: 'never' as const },
    secrets: { user, password },
  };
  return accepted(await stage.ask('createConnection', { body })).connection;
}

async function pulled(stage: Stage, id: string) {
  return (await startPull(stage.app, id, 'sales/sato'))?.done;
}

/** What both stores must do alike. */
async function proves(connector: 'postgresql' | 'mysql', store: LocalDatabase, quoted: (query: string) => string): Promise<void> {
  const stage = await stageFor(store);
  store.run(SALES);
  if (connector === 'postgresql') store.run('GRANT SELECT ON sales TO reader');
  const { id } = await connection(stage, connector, store, quoted(QUERY));

  expect(await pulled(stage, id)).toMatchObject({ state: 'done', rows: 3, from: '2026-11-15', to: '2026-11-20' });
  const [batch] = accepted(await stage.ask('batches', { limit: 5, dataset: 'crm-sales' })).batches;
  expect(batch?.totals.map(({ column, sum }) => [column, sum])).toEqual(
    expect.arrayContaining([
      ['revenue', '12345678901234567902.1235'],
      ['orders', '4'],
    ]),
  );
  const rows = accepted(await stage.ask('tryConnection', { connection: id }));
  expect(rows.headings).toEqual(['date', 'store', 'revenue', 'orders']);
  expect(rows.rows.toSorted()).toEqual([
    ['2026-11-20', '', '7.0000', '1'],
    ['2026-11-20', 'a\tb "c"', '5.0000', '1'],
  ]);
  store.run('UPDATE sales SET amount = 6 WHERE amount = 5');
  expect(await pulled(stage, id)).toMatchObject({ state: 'done', rows: 3 });

  const writes = await connection(stage, connector, store, 'WITH x AS (SELECT :from AS a, :to AS b) SELECT * FROM nowhere, x');
  expect(problemsOf(await stage.ask('tryConnection', { connection: writes.id }))).toEqual(['connect-rejected']);
  const denied = await connection(stage, connector, { ...store, password: 'wrong' }, quoted(QUERY));
  expect(problemsOf(await stage.ask('tryConnection', { connection: denied.id }))).toEqual(['connect-denied']);
  const elsewhere = await connection(stage, connector, { ...store, port: store.port + 1 }, quoted(QUERY));
  expect(problemsOf(await stage.ask('tryConnection', { connection: elsewhere.id }))).toEqual(['connect-host-forbidden']);
  const tls = await connection(stage, connector, store, quoted(QUERY), { tls: '' });
  expect(problemsOf(await stage.ask('tryConnection', { connection: tls.id }))).toEqual(['connect-unreached']);
}

test('[CON-12] PostgreSQL: rows to the last digit, SCRAM, read-only, refusals in words', { timeout: MINUTES }, async () => {
  const store = await localPostgresql();
  if (!store) {
    console.warn('PostgreSQL is not installed: not run');
    return;
  }
  await proves('postgresql', store, query => query);
  store.run(
    'CREATE FUNCTION grow() RETURNS int LANGUAGE sql AS $$ INSERT INTO sales VALUES (now(), NULL, 1) RETURNING 1 $$; GRANT INSERT ON sales TO reader',
  );
  const stage = await stageFor(store);
  const { id } = await connection(
    stage,
    'postgresql',
    store,
    'SELECT grow() AS n, :from::date AS "date", CAST(:to AS date) AS t',
  );
  const answer = await stage.ask('tryConnection', { connection: id });
  expect(answer).toMatchObject({
    kind: 'problems',
    problems: [{ code: 'connect-rejected', params: { said: expect.stringContaining('25006') } }],
  });
});

test('[CON-12] MySQL, as MariaDB: rows to the last digit, native password, read-only, refusals in words', {
  timeout: MINUTES,
}, async () => {
  const store = await localMariadb();
  if (!store) {
    console.warn('MariaDB is not installed: not run');
    return;
  }
  await proves('mysql', store, query => query.replaceAll('"date"', '`date`'));
  store.run(
    [
      "GRANT INSERT, EXECUTE ON shop.* TO reader@'%'; CREATE TABLE other (n int);",
      'DELIMITER //',
      'CREATE FUNCTION grow() RETURNS int MODIFIES SQL DATA BEGIN INSERT INTO other VALUES (1); RETURN 1; END//',
      'DELIMITER ;',
    ].join('\n'),
  );
  const stage = await stageFor(store);
  const { id } = await connection(stage, 'mysql', store, 'SELECT grow() AS n, :from AS `date`, :to AS t');
  expect(await stage.ask('tryConnection', { connection: id })).toMatchObject({
    kind: 'problems',
    problems: [{ code: 'connect-rejected', params: { said: expect.stringContaining('1792') } }],
  });
});

test('[CON-12] MySQL, as MariaDB: over TLS only with a certificate that is vouched for, and by name', {
  timeout: MINUTES,
}, async () => {
  const store = await localMariadb({ tls: true });
  if (!store) {
    console.warn('MariaDB is not installed: not run');
    return;
  }
  store.run(SALES);
  const stage = await stageFor(store);
  const query = QUERY.replaceAll('"date"', '`date`');
  const tried = async (host: string): Promise<unknown> => {
    const { id } = await connection(stage, 'mysql', store, query, { host, tls: '' });
    return stage.ask('tryConnection', { connection: id });
  };
  const unreached = (code: string): object => ({ kind: 'problems', problems: [{ code: 'connect-unreached', params: { code } }] });
  expect(await tried('localhost')).toMatchObject(unreached('self-signed certificate'));
  expect(await tried('127.0.0.1')).toMatchObject(unreached('TLS_NEEDS_HOST_NAME'));
});

const CLICKHOUSE_SALES = `CREATE TABLE sales (day Date, store Nullable(String), amount Decimal(30, 4), at DateTime64(3, 'Asia/Tokyo')) ENGINE = MergeTree ORDER BY day;
  INSERT INTO sales VALUES ('2026-11-14', 'before', 1, 0), ('2026-11-15', '新宿', 12345678901234567890.1234, '2026-11-15 08:09:10.5'),
    ('2026-11-15', '新宿', 0.0001, 0), ('2026-11-20', 'a\\tb "c" \\\\ \\'d\\'', 5, 0), ('2026-11-20', NULL, 7, 0), ('2026-11-21', 'today', 9, 0)`;

test('[CON-12] ClickHouse, its engine behind its HTTP interface: rows to the last digit, bound days, refusals in words', {
  timeout: MINUTES,
}, async () => {
  const store = await localClickhouse();
  if (!store) {
    console.warn('chdb is not installed: not run');
    return;
  }
  const stage = await stageFor(store);
  store.run(CLICKHOUSE_SALES);
  const asked = async (query: string, more: Partial<LocalDatabase> = {}, settings: object = {}) => {
    const { id } = await connection(stage, 'clickhouse', { ...store, ...more }, query, settings);
    return stage.ask('tryConnection', { connection: id });
  };
  const { id } = await connection(stage, 'clickhouse', store, QUERY);
  expect(await pulled(stage, id)).toMatchObject({ state: 'done', rows: 3, from: '2026-11-15', to: '2026-11-20' });
  const [batch] = accepted(await stage.ask('batches', { limit: 5, dataset: 'crm-sales' })).batches;
  expect(batch?.totals.map(({ column, sum }) => [column, sum])).toEqual(
    expect.arrayContaining([
      ['revenue', '12345678901234567902.1235'],
      ['orders', '4'],
    ]),
  );
  const rows = accepted(await asked(QUERY));
  expect(rows.headings).toEqual(['date', 'store', 'revenue', 'orders']);
  expect(rows.rows.toSorted()).toEqual([
    ['2026-11-20', '', '7', '1'],
    ['2026-11-20', 'a\tb "c" \\ \'d\'', '5', '1'],
  ]);
  const types =
    "SELECT toDate(:to) AS d, toDateTime64('2026-01-02 03:04:05.678', 3, 'Asia/Tokyo') AS t, toUInt64(18446744073709551615) AS u, toDecimal256('0.000000001', 9) AS n, true AS b, CAST('x', 'LowCardinality(String)') AS l, 'a' || char(0, 8, 10, 13) AS c, :from AS f";
  expect(accepted(await asked(types)).rows).toEqual([
    ['2026-11-20', '2026-01-02 03:04:05.678', '18446744073709551615', '0.000000001', 'true', 'x', 'a\0\b\n\r', '2026-11-20'],
  ]);
  expect(accepted(await asked(`${QUERY} HAVING 1 = 0`)).rows).toEqual([]);

  const refused = (code: string, said: string): object => ({
    kind: 'problems',
    problems: [{ code, params: { said: expect.stringContaining(said) } }],
  });
  expect(await asked('SELECT * FROM nowhere WHERE day BETWEEN :from AND :to')).toMatchObject(
    refused('connect-rejected', 'UNKNOWN_TABLE'),
  );
  expect(await asked('SELECT day FROM FROM sales WHERE day BETWEEN :from AND :to')).toMatchObject(
    refused('connect-rejected', 'Code: 62'),
  );
  expect(await asked('SELECT throwIf(number = 300000) AS n, :from AS f, :to AS t FROM numbers(400000)')).toMatchObject(
    refused('connect-rejected', 'Code: 395'),
  );
  expect(await asked(QUERY, { password: 'wrong' })).toMatchObject(refused('connect-denied', '516'));
  expect(await asked(QUERY, { password: 's3\ncret' })).toMatchObject({
    kind: 'problems',
    problems: [{ code: 'connect-unreached', params: { code: 'ERR_INVALID_CHAR' } }],
  });
  expect(await asked(QUERY, {}, { tls: '' })).toMatchObject({ kind: 'problems', problems: [{ code: 'connect-unreached' }] });
});
