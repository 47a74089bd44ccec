import type { Column, Dataset } from '#core/measure/dataset.ts';
import type { LiveSegment } from '#core/measure/live-segments.ts';
import type { Decimal } from '#core/measure/observation.ts';
import type { App } from '../app/app.ts';
import type { Overruled } from './overruled.ts';

/** What the rows that a file would replace come to: the same columns that its own totals are of. */
export interface ReplacedTotals {
  readonly rows: number;
  readonly totals: readonly { readonly column: string; readonly sum: Decimal | null; readonly values: number }[];
}

/**
 * Sums of the rows that stop counting when a file comes in, per column that adds up; null when nothing stops counting. Rows of several days
 * that reach beyond the replaced days are left out, for they cannot be cut. [ING-63]
 */
export async function replacedTotals(
  app: App,
  dataset: Dataset,
  overruled: readonly Overruled[],
  columns: readonly string[],
): Promise<ReplacedTotals | null> {
  const live = overruled.flatMap(({ batch, days }): readonly LiveSegment[] => days.map(range => ({ batch, ...range })));
  const [from] = live.map(segment => segment.from).toSorted();
  const to = live
    .map(segment => segment.to)
    .toSorted()
    .at(-1);
  if (!from || !to) return null;
  const periods = [{ from, to }];
  const counted = await app.warehouse.parts({ dataset, take: { kind: 'rows' }, periods, by: [], where: [], live });
  const totals: ReplacedTotals['totals'][number][] = [];
  for (const { id } of dataset.columns.filter(column => columns.includes(column.id) && addsUp(column))) {
    const take = { kind: 'sum', expression: { terms: { kind: 'column', id }, divisor: '1' } } as const;
    const summed = await app.warehouse.parts({ dataset, take, periods, by: [], where: [], live });
    const figure = summed.ok && summed.value.kind === 'parts' ? summed.value.parts[0]?.figure : undefined;
    if (figure?.kind === 'sum') totals.push({ column: id, sum: figure.valued > 0 ? figure.sum : null, values: figure.valued });
  }
  const figure = counted.ok && counted.value.kind === 'parts' ? counted.value.parts[0]?.figure : undefined;
  return { rows: figure?.kind === 'rows' ? figure.rows : 0, totals };
}

function addsUp({ role, notAdditive, currencyColumn }: Column): boolean {
  return role === 'measure' && notAdditive !== true && currencyColumn === undefined;
}
