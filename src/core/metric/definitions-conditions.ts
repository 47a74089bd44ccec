import type { Dataset } from '../measure/dataset.ts';
import type { Path } from '../plan/source.ts';
import { type Place, problemsOf } from '../problem/problem.ts';
import { parseConditions, type RawConditions } from './condition.ts';
import { conditionMessages } from './condition-messages.ts';
import type { Read } from './definitions-draft.ts';
import { type Lists, withLists } from './definitions-lists.ts';
import type { RawMetric } from './definitions-schema.ts';
import type { Condition } from './measurement.ts';

const problem = problemsOf(conditionMessages);

type RawWhere = NonNullable<RawMetric['where']>;

/**
 * Reads a `where` block of a metric: conditions that hold together, and under `any` conditions of which one at least holds. [MET-03, MET-14]
 * A column that is called `any` is that column, as it always was.
 */
export function conditionsFrom(
  raw: RawWhere,
  dataset: Dataset,
  lists: Lists,
  placeOf: (...keys: Path) => Place,
): Read<readonly Condition[]> {
  const { any, ...others } = raw;
  const isColumn = any === undefined || dataset.columns.some(({ id }) => id === 'any');
  const together = read(isColumn ? raw : others, dataset, lists, placeOf);
  if (isColumn) return together;
  const isGroup = typeof any === 'object' && any !== null && !Array.isArray(any);
  const group = read(isGroup ? any : {}, dataset, lists, column => placeOf('any', column));
  const columns = group.value.map(({ column }) => column);
  const problems = [...together.problems, ...group.problems];
  const [first, ...or] = group.value;
  const isPlain = first !== undefined && or.length > 0 && new Set(columns).size === columns.length;
  if (!isPlain && group.problems.length === 0) problems.push(problem('condition-any', {}, placeOf('any')));
  return { value: first ? [...together.value, { ...first, or }] : together.value, problems };
}

function read(raw: object, dataset: Dataset, lists: Lists, placeOf: (column: string) => Place): Read<readonly Condition[]> {
  const listed = withLists(withoutUndefined(raw), lists, placeOf);
  const { conditions, problems } = parseConditions(listed.raw, dataset, placeOf);
  return { value: conditions, problems: [...listed.problems, ...problems] };
}

function withoutUndefined(raw: object): RawConditions {
  return Object.fromEntries(
    Object.entries(raw).map(([column, value]) => [
      column,
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, each]])))
        : value,
    ]),
  );
}
