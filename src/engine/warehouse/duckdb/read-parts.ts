import type { Day } from '#core/calendar/day.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import { mergedRanges } from '#core/measure/covered-days.ts';
import type { Dataset } from '#core/measure/dataset.ts';
import type { LiveSegment } from '#core/measure/live-segments.ts';
import { measureMessages } from '#core/measure/measure-messages.ts';
import type { CoarseRows, CoverageRequest, OpenRequest, PartsAnswer, PartsRequest, Take } from '#core/measure/parts.ts';
import type { Result } from '#core/problem/problem.ts';
import { failed, ok, problemsOf } from '#core/problem/problem.ts';
import { sql } from '../sql.ts';
import { PARTS_LIMIT } from '../warehouse.ts';
import { storedBatches } from './batch-table.ts';
import { beginningsAndEndsQuery } from './between-query.ts';
import { type Columns, columnsOf } from './columns.ts';
import { conditionsSql } from './condition-sql.ts';
import { storedColumns, tableOf } from './dataset-table.ts';
import { isOverflow } from './failure.ts';
import { figureQuery, partsFrom } from './figure-query.ts';
import { withKnownPeople } from './known-people.ts';
import { type LiveRows, liveRows } from './live-rows.ts';
import { outerRange, type Scope, sliceNames, slices } from './period-rows.ts';
import { digitsOf, type Width } from './row-expression-sql.ts';
import type { Row, Session } from './session.ts';

const problem = problemsOf(measureMessages);

/** Answers a parts request within one transaction. [OBS-10] */
export async function readParts(request: PartsRequest, session: Session): Promise<Result<PartsAnswer>> {
  const known = await rowsOf(request.dataset, request.live, session);
  if (!known || request.periods.length === 0) return ok({ kind: 'parts', parts: [], coarse: [] });
  const { take, people } = request;
  const written: Scope = { request, ...known };
  const isOfPeople = people && (take.kind === 'distinct' || take.kind === 'repeaters');
  const scope = isOfPeople ? await withKnownPeople(written, take.column, people, rowsOf, session) : written;
  const widths = await widthsOf(take, request, known.columns, session);
  for (const width of widths) {
    try {
      const rows = await session.rows(figureQuery(take, scope, width), PARTS_LIMIT);
      const coarse = request.dataset.kind === 'aggregate' && take.kind !== 'spans' ? await coarseRows(scope, session) : [];
      if (!rows || !coarse) return failed([problem('answer-too-large', { limit: PARTS_LIMIT })]);
      return ok({ kind: 'parts', parts: partsFrom(rows, take, request.by.length), coarse });
    } catch (error) {
      if (!isOverflow(error)) throw error;
      await session.startOver();
    }
  }
  return ok({ kind: 'overflow' });
}

/** The widths to try an expression in, narrowest first. */
async function widthsOf(take: Take, { dataset }: PartsRequest, columns: Columns, session: Session): Promise<readonly Width[]> {
  if (take.kind !== 'sum' && take.kind !== 'single' && take.kind !== 'spans') return ['wide'];
  return [await digitsOf(take.expression.terms, tableOf(dataset), columns, session), 'wide'];
}

/** Days the live rows of an aggregate dataset speak for. */
export async function readCoveredDays(
  { dataset, live, within }: CoverageRequest,
  session: Session,
): Promise<readonly DayRange[]> {
  const known = await rowsOf(dataset, live, session);
  if (!known) return [];
  const rows = await session.rows(
    sql`SELECT DISTINCT CAST(_from AS VARCHAR), CAST(_to AS VARCHAR) FROM ${known.live.from}
      WHERE _from <= CAST(${within.to} AS DATE) AND _to >= CAST(${within.from} AS DATE)`,
    Number.POSITIVE_INFINITY,
  );
  return mergedRanges((rows ?? []).map(([from, to]) => ({ from: String(from) as Day, to: String(to) as Day })));
}

/** How many things had begun by the end of each period and were not over. */
export async function readStillOpen(request: OpenRequest, session: Session): Promise<readonly number[]> {
  const known = await rowsOf(request.dataset, request.live, session);
  if (!known) return request.periods.map(() => 0);
  const query = beginningsAndEndsQuery(request.take, { request, ...known });
  const rows = (await session.rows(query, Number.POSITIVE_INFINITY)) ?? [];
  const countUntil = (what: string, day: string) =>
    rows.filter(row => row[0] === what && String(row[1]) <= day).reduce((sum, row) => sum + Number(row[2]), 0);
  return request.periods.map(({ to }) => countUntil('begun', to) - countUntil('ended', to));
}

export type RowSource = typeof rowsOf;

/** The live rows of a dataset and its columns; undefined when nothing of it was ever stored. */
async function rowsOf(
  dataset: Dataset,
  live: readonly LiveSegment[],
  session: Session,
): Promise<{ readonly columns: Columns; readonly live: LiveRows } | undefined> {
  const rows = liveRows(dataset, live, await storedBatches(session));
  const stored = await storedColumns(dataset.id, session);
  return stored && { columns: columnsOf(dataset, stored), live: rows };
}

async function coarseRows(scope: Scope, session: Session): Promise<readonly CoarseRows[] | undefined> {
  const within = outerRange(scope.request.periods);
  const rows = await session.rows(
    sql`SELECT DISTINCT first, last${sliceNames(scope, 'text')} FROM (
      SELECT ${slices(scope)}CAST(_from AS VARCHAR) AS first, CAST(_to AS VARCHAR) AS last FROM ${scope.live.from}
      WHERE _from < _to AND _from <= CAST(${within.to} AS DATE) AND _to >= CAST(${within.from} AS DATE)
        AND ${conditionsSql(scope.request.where, scope.columns)})`,
    PARTS_LIMIT,
  );
  return rows?.map(([first, last, ...slice]: Row) => ({
    from: String(first) as Day,
    to: String(last) as Day,
    slice: slice.map(String),
  }));
}
