import { createRequire } from 'node:module';
import { END } from './questions.mjs';
import { BEGIN, DAY } from './year.mjs';

const require = createRequire(new URL('../package.json', import.meta.url));

/** Columns in memory, sorted by person and time, with days and weeks worked out once. */
export async function open({ folder }) {
  const pl = require('nodejs-polars');
  const begun = performance.now();
  const since = unit => pl.col('ts').minus(BEGIN).div(unit).floor().cast(pl.Int32);
  const table = pl.readParquet(`${folder}/events.parquet`).withColumns(since(DAY).alias('day'), since(7 * DAY).alias('week'));
  const whole = performance.now() - begun;
  const value = pl.col('cents').mul(pl.col('event').eq(4).cast(pl.Int64)).alias('value');
  const people = frame =>
    frame
      .groupBy('day', 'channel')
      .agg(pl.col('person').nUnique().alias('people'), pl.col('person').filter(pl.col('event').eq(4)).nUnique().alias('buyers'))
      .select('day', 'channel', 'people', 'buyers');
  const triangle = frame =>
    frame
      .groupBy('person')
      .agg(pl.col('week').unique(), pl.col('week').min().alias('cohort'))
      .explode('week')
      .withColumn(pl.col('week').minus(pl.col('cohort')).alias('k'))
      .groupBy('cohort', 'k')
      .agg(pl.col('person').count().alias('people'))
      .select('cohort', 'k', 'people');
  const work = {
    series: () =>
      table
        .withColumn(value)
        .groupBy('day', 'channel')
        .agg(pl.col('person').count().alias('events'), pl.col('session').nUnique().alias('sessions'), pl.col('value').sum())
        .select('day', 'channel', 'events', 'sessions', 'value'),
    people: () => people(table),
    'people, filtered': () => people(table.filter(pl.col('device').eq(0))),
    retention: () => triangle(table),
    rfm: () => {
      const found = table
        .filter(pl.col('event').eq(4))
        .groupBy('person')
        .agg(pl.lit(END).minus(pl.col('ts').max()).alias('r'), pl.col('ts').count().alias('f'), pl.col('cents').sum().alias('m'));
      const n = found.height;
      const cuts = (name, add) => {
        const sorted = found.getColumn(name).sort();
        return [1, 2, 3, 4].map(j => Number(sorted.get(Math.ceil((n * j) / 5) - 1)) + add);
      };
      const above = (name, bounds, compare) =>
        bounds.map(bound => compare(pl.col(name), bound).cast(pl.Int32)).reduce((sum, next) => sum.plus(next));
      return found
        .withColumns(
          pl
            .lit(5)
            .minus(above('r', cuts('r', 0), (column, bound) => column.gt(bound)))
            .alias('sr'),
          pl
            .lit(1)
            .plus(above('f', cuts('f', 1), (column, bound) => column.gtEq(bound)))
            .alias('sf'),
          pl
            .lit(1)
            .plus(above('m', cuts('m', 1), (column, bound) => column.gtEq(bound)))
            .alias('sm'),
        )
        .groupBy('sr', 'sf', 'sm')
        .agg(pl.col('person').count().alias('n'), pl.col('f').sum().alias('orders'), pl.col('m').sum().alias('value'))
        .select('sr', 'sf', 'sm', 'n', 'orders', 'value');
    },
  };
  return {
    whole,
    ask: async ({ what }) => ({ run: () => work[what](), rows: frame => frame.rows().map(row => row.map(Number)) }),
    bytes: () => undefined,
    close: () => undefined,
  };
}
