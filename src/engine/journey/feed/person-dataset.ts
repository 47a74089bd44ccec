import type { Column, ColumnId, Dataset, EventDataset } from '#core/measure/dataset.ts';

/** An event dataset of people, and what of it becomes events. [JNY-02] */
export interface PersonDataset {
  readonly dataset: EventDataset & { readonly person: ColumnId };
  readonly dimensions: readonly ColumnId[];
  readonly session?: ColumnId;
  readonly value?: ColumnId;
}

/**
 * What of a dataset becomes events: text columns are dimensions unless they tell single things apart (ids, numbers), hold a person or
 * a session; the first amount that adds up is the value. Undefined without a person.
 */
export function personDataset(dataset: Dataset): PersonDataset | undefined {
  if (dataset.kind !== 'event' || dataset.person === undefined) return undefined;
  const person = dataset.person;
  const texts = dataset.columns.filter(column => column.type === 'text' && column.id !== person && !column.hashed);
  const session = texts.find(({ id }) => SESSION.test(id))?.id;
  const value = dataset.columns.find(isAmount)?.id;
  return {
    dataset: { ...dataset, person },
    dimensions: texts.map(({ id }) => id).filter(id => id !== session && id !== dataset.time && !SINGLE.test(id)),
    ...(session === undefined ? {} : { session }),
    ...(value === undefined ? {} : { value }),
  };
}

const SESSION = /^(?:ga-)?session-(?:id|no|number)$/;

/** Columns whose values name one thing each. */
const SINGLE = /(?:^|-)(?:id|no|number|code|mail|url)$/;

function isAmount({ type, role, currency, currencyColumn, notAdditive }: Column): boolean {
  return role === 'measure' && type === 'decimal' && (currency !== undefined || currencyColumn !== undefined) && !notAdditive;
}
