import type { EventRows, EventRowsRequest } from '../event-rows.ts';
import { joined, sql } from '../sql.ts';
import { storedBatches } from './batch-table.ts';
import { columnName, storedColumns } from './dataset-table.ts';
import { liveRows } from './live-rows.ts';
import type { Row, Session } from './session.ts';

/** Hands over the live rows that have a person and a time, some thousand at a time; waits for each hand-over. [DAT-10] */
export async function readEventRows(
  { dataset, live, texts, value }: EventRowsRequest,
  session: Session,
  take: (rows: EventRows) => Promise<void>,
): Promise<void> {
  const stored = await storedColumns(dataset.id, session);
  if (!stored?.has(dataset.time) || !stored.has(dataset.person) || live.length === 0) return;
  const { from } = liveRows(dataset, live, await storedBatches(session));
  const column = (id: string) => (stored.has(id) ? columnName(id, dataset) : sql`NULL`);
  const [time, person] = [column(dataset.time), column(dataset.person)];
  const amount = value ? [sql`CAST(round(${column(value.column)} * ${10 ** value.digits}) AS DOUBLE)`] : [];
  const wanted = [
    sql`CAST(epoch_ms(CAST(${time} AS TIMESTAMP)) AS DOUBLE)`,
    person,
    ...texts.map(id => sql`CAST(${column(id)} AS VARCHAR)`),
    ...amount,
  ];
  const query = sql`SELECT ${joined(wanted, ', ')} FROM ${from} WHERE ${time} IS NOT NULL AND ${person} IS NOT NULL`;
  await session.chunks(query, wanted.length, async columns => {
    const at = (index: number) => columns[index] ?? [];
    await take({
      length: at(0).length,
      time: at(0).map(Number),
      person: at(1).map(String),
      texts: texts.map((_, index) => at(2 + index).map(textOrNull)),
      ...(value ? { value: at(2 + texts.length).map(numberOrNull) } : {}),
    });
  });
}

function textOrNull(cell: Row[number]): string | null {
  return cell === null ? null : String(cell);
}

function numberOrNull(cell: Row[number]): number | null {
  return cell === null ? null : Number(cell);
}
