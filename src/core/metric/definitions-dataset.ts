import type { Column, ColumnType, Dataset, EventDataset } from '../measure/dataset.ts';
import type { Path, Source } from '../plan/source.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import type { Text } from '../text/text.ts';
import { sameText } from '../text/text.ts';
import type { DatasetDefinition } from './definitions.ts';
import type { Read } from './definitions-draft.ts';
import { definitionsMessages } from './definitions-messages.ts';
import type { RawColumn, RawDataset, RawText } from './definitions-schema.ts';

const problem = problemsOf(definitionsMessages);

/** Names of datasets and columns; they become names of tables and files. */
const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const LONGEST_ID = 60;
const MOST_COLUMNS = 500;

/** Reads one dataset. [DAT-01, DAT-02] */
export function datasetDefinition(id: string, raw: RawDataset, source: Source): Read<DatasetDefinition> {
  const problems: Problem[] = [];
  const at = (path: Path) => ({ at: ['datasets', id, ...path], line: source.lineOf(['datasets', id, ...path]) });
  if (!isId(id)) problems.push(problem('definition-id', { id }, at([])));
  const columns = Object.entries(raw.columns).map(([columnId, column]) => columnFrom(columnId, column, raw));
  if (columns.length === 0) problems.push(problem('dataset-no-columns', { dataset: id }, at(['columns'])));
  if (columns.length > MOST_COLUMNS)
    problems.push(problem('dataset-many-columns', { dataset: id, limit: MOST_COLUMNS }, at(['columns'])));
  for (const column of columns) {
    if (!isId(column.id)) problems.push(problem('definition-id', { id: column.id }, at(['columns', column.id])));
    if (column.currency !== undefined && !/^[A-Z]{3}$/.test(column.currency)) {
      problems.push(problem('dataset-currency', { text: column.currency }, at(['columns', column.id, 'currency'])));
    }
    problems.push(...needs(column.currencyColumn, 'text', ['columns', column.id, 'currency-in']));
  }
  if (raw.kind === 'event') {
    if (raw.time === undefined) problems.push(problem('dataset-time', { dataset: id }, at([])));
    else problems.push(...needs(raw.time, 'time', ['time']), ...needs(raw.person, 'any', ['person']));
  } else if (raw.time !== undefined || raw.person !== undefined) {
    problems.push(problem('dataset-aggregate-time', { dataset: id }, at([raw.time === undefined ? 'person' : 'time'])));
  }
  const sameAs = sameAsOf(raw['same-as']);
  if (sameAs.length > 0 && (raw.kind !== 'event' || raw.person === undefined))
    problems.push(problem('dataset-same-as', { dataset: id }, at(['same-as'])));
  for (const { column } of sameAs) problems.push(...needs(column, 'any', ['same-as']));
  const base = { id, name: toText(raw.name) ?? sameText(id), columns };
  const dataset: Dataset =
    raw.kind === 'event'
      ? {
          kind: 'event',
          ...base,
          time: raw.time ?? '',
          ...(raw.person === undefined ? {} : { person: raw.person }),
          ...(sameAs.length > 0 ? { sameAs } : {}),
        }
      : { kind: 'aggregate', ...base };
  const from = toText(raw.source);
  return {
    value: {
      dataset,
      ...(from ? { source: from } : {}),
      ...(raw.owner === undefined ? {} : { owner: raw.owner }),
      ...(raw.refresh === undefined ? {} : { refresh: raw.refresh }),
    },
    problems,
  };

  function needs(column: string | undefined, type: 'text' | 'time' | 'any', path: Path): readonly Problem[] {
    if (column === undefined) return [];
    const found = columns.find(each => each.id === column);
    if (!found)
      return [
        problem(
          'dataset-column',
          {
            dataset: id,
            column,
            ...suggestion(
              column,
              columns.map(each => each.id),
            ),
          },
          at(path),
        ),
      ];
    const fits =
      type === 'any' || (type === 'text' ? found.type === 'text' : found.type === 'date' || found.type === 'timestamp');
    return fits ? [] : [problem('dataset-column-type', { column, type: found.type, wanted: type }, at(path))];
  }
}

/** A column's ids are those of the people of its own name elsewhere, unless another name is said. */
function sameAsOf(raw: RawDataset['same-as']): NonNullable<EventDataset['sameAs']> {
  if (raw === undefined) return [];
  if (typeof raw === 'string') return [{ column: raw, as: raw }];
  if (isList(raw)) return raw.map(column => ({ column, as: column }));
  return Object.entries(raw).map(([column, as]) => ({ column, as }));
}

function isList(raw: readonly string[] | Readonly<Record<string, string>>): raw is readonly string[] {
  return Array.isArray(raw);
}

/** A text in one language counts for both. */
export function toText(raw: RawText | undefined): Text | undefined {
  return typeof raw === 'string' ? sameText(raw) : raw;
}

function columnFrom(id: string, raw: RawColumn | ColumnType, dataset: RawDataset): Column {
  const given: RawColumn = typeof raw === 'string' ? { type: raw } : raw;
  return {
    id,
    name: toText(given.name) ?? sameText(id),
    type: given.type,
    role: id === dataset.time ? 'time' : id === dataset.person ? 'person' : (given.role ?? roleOf(given.type)),
    ...(given.currency === undefined ? {} : { currency: given.currency }),
    ...(given['currency-in'] === undefined ? {} : { currencyColumn: given['currency-in'] }),
    ...(isYes(given.hashed) ? { hashed: true } : {}),
    ...(given.additive !== undefined && !isYes(given.additive) ? { notAdditive: true } : {}),
  };
}

function roleOf(type: ColumnType): 'dimension' | 'measure' {
  return type === 'integer' || type === 'decimal' ? 'measure' : 'dimension';
}

function isYes(flag: string | undefined): boolean {
  return flag === 'yes' || flag === 'true';
}

function isId(id: string): boolean {
  return ID.test(id) && id.length <= LONGEST_ID;
}
