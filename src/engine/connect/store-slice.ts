import { programAuthor } from '#core/act/program-author.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import type { Connector, PulledRows } from '#core/connect/connector.ts';
import { liveSegments } from '#core/measure/live-segments.ts';
import type { Inspection } from '#core/measure/recognise/inspection.ts';
import type { Preset } from '#core/measure/recognise/preset.ts';
import type { PeriodSource } from '#core/measure/recognise/table-mapping.ts';
import { ok, type Result } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { importReceived } from '../importing/import-received.ts';
import type { JobResult } from '../importing/jobs.ts';
import { machinePreset } from '../importing/machine-preset.ts';
import { datasetsOf } from '../importing/rebuild-data.ts';
import { receiveFile } from '../importing/receive-upload.ts';
import { NO_CHOICES } from '../importing/uploads.ts';
import { batchRecords, listBatches } from '../ledger/batch-store.ts';
import type { StoredConnection } from '../ledger/connection-store.ts';
import type { PageSpool } from './page-spool.ts';

/** What the rows of a connection speak for, whatever it is called. */
function scopeOf({ id }: Pick<StoredConnection, 'id'>): string {
  return `connection:${id}`;
}

/** The dataset a connection fills. */
export function filledDataset({ dataset }: StoredConnection, rows: PulledRows): string {
  return dataset ?? rows.dataset.id;
}

/** Stores the rows of a slice as an import of its own: they take the place of exactly the days that were asked for, of this connection. [CON-03] */
export async function storeSlice(
  app: App,
  connection: StoredConnection,
  connector: Connector,
  slice: DayRange,
  spool: PageSpool,
): Promise<Result<JobResult>> {
  const rows = connector.rows(connection.settings);
  const id = filledDataset(connection, rows);
  const received = await receiveFile(app, spool.read(), Number.MAX_SAFE_INTEGER);
  if (!received) throw new Error('pages larger than any file');
  const as = rows.columns === 'open' ? await openPreset(app, id) : connectorPreset(connector, id, rows);
  return importReceived(app, {
    name: `${id}-${slice.from}-${slice.to}.csv`,
    received,
    by: programAuthor('connection', connection.name),
    choices: {
      ...NO_CHOICES,
      said: { dataset: { id }, ...(as ? {} : { preset: 'generic' }) },
      text: { encoding: 'utf-8', delimiter: ',' },
      ...(as ? { as } : {}),
    },
    settle: found => ok(settled(found, connection, slice)),
  });
}

/** Whether rows of this connection count on any of these days. */
export async function hasRowsIn(app: App, connection: StoredConnection, { from, to }: DayRange): Promise<boolean> {
  const records = await batchRecords(app.workspace.ledger.db);
  const own = new Set(records.filter(({ scope }) => scope === scopeOf(connection)).map(({ id }) => id));
  return liveSegments(records).some(segment => own.has(segment.batch) && segment.from <= to && segment.to >= from);
}

function connectorPreset(connector: Connector, id: string, { dataset, columns }: PulledRows): Preset {
  const known = columns === 'open' ? [] : columns;
  return {
    id: `connector-${connector.id}`,
    version: 1,
    name: connector.name,
    dataset: { kind: dataset.kind, id, name: dataset.name },
    columns: known.map(column => ({
      ...column,
      from: [column.to],
      ...(column.role === 'person' ? { personal: 'hash' as const } : {}),
    })),
    requires: [],
    period: 'row',
    replaces: 'period',
    others: 'drop',
    totals: 'none',
  };
}

/** Columns that the service decides are read like those the dataset has; for a dataset that is new, by their values. */
async function openPreset(app: App, id: string): Promise<Preset | undefined> {
  const dataset = (await datasetsOf(app, (await listBatches(app.workspace.ledger.db)).toReversed())).get(id);
  return dataset && machinePreset(dataset);
}

function settled(found: Inspection, connection: StoredConnection, { from, to }: DayRange): Inspection {
  const tables = found.tables.slice(0, 1).map(table => {
    const { mapping } = table.decision;
    const period: PeriodSource = mapping.period.kind === 'row' ? { ...mapping.period, whole: { from, to } } : mapping.period;
    const decided = {
      ...mapping,
      period,
      totals: 'none' as const,
      replaces: 'period' as const,
      scope: scopeOf(connection),
    };
    return { ...table, decision: { ...table.decision, mapping: decided } };
  });
  return { ...found, tables };
}
