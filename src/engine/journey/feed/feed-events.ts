import type { LiveSegment } from '#core/measure/live-segments.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { JourneyEngine } from '../journey-engine.ts';
import { BatchBuilder } from './batch-builder.ts';
import type { PersonDataset } from './person-dataset.ts';

/** Rows per batch of events. */
const ROWS = 500_000;

/** Brings the live rows of a dataset into an engine, as events named after the dataset. [JNY-02] */
export async function feedEvents(
  warehouse: Warehouse,
  engine: JourneyEngine,
  { dataset, dimensions, session, value }: PersonDataset,
  live: readonly LiveSegment[],
  digits: number,
): Promise<void> {
  const begin = () => new BatchBuilder(dataset.id, dimensions, session !== undefined);
  let builder = begin();
  const request = {
    dataset,
    live,
    texts: session === undefined ? dimensions : [...dimensions, session],
    ...(value === undefined ? {} : { value: { column: value, digits } }),
  };
  await warehouse.eventRows(request, async rows => {
    builder.add(rows);
    if (builder.length < ROWS) return;
    await engine.append(builder.built());
    builder = begin();
  });
  if (builder.length > 0) await engine.append(builder.built());
}
