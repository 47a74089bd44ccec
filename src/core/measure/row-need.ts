import type { Formula } from '../formula/ast.ts';
import { referencesOf } from '../formula/ast.ts';
import type { Definitions, DefinitionVersion } from '../metric/definitions.ts';
import { RATE_COLUMNS } from '../metric/definitions-conversion.ts';
import { currencyColumnOf } from '../metric/definitions-money.ts';
import type { Allocation, Condition, RowMeasurement } from '../metric/measurement.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { Currency } from '../unit/unit.ts';
import type { ColumnId, Dataset } from './dataset.ts';
import type { PartsRequest, Take } from './parts.ts';
import type { Question } from './question.ts';
import { rowExpression } from './row-expression.ts';

/** What a measurement over rows needs from the warehouse, the same for all periods. */
export interface RowNeed {
  /** Equal for needs that one request answers. */
  readonly key: string;
  readonly request: Pick<PartsRequest, 'dataset' | 'take' | 'by' | 'where'>;
  readonly dataset: Dataset;
  /** Column that names the currency of the amounts; it is among `by`, last where the question does not cut by it. */
  readonly currencyColumn?: ColumnId;
  readonly divisor: string;
  /** Amounts are asked for day by day, and brought into one currency. [CUR-01] */
  readonly conversion?: RowConversion;
  /** Amounts are asked for by the days of their rows, and divided. [ALC-01] */
  readonly allocation?: RowAllocation;
}

export interface RowAllocation {
  readonly rule: Allocation;
  /** Conditions of the question on columns that the rule gives values to. */
  readonly where: readonly Condition[];
  /** Of amounts whose rows do not name theirs. */
  readonly currency: Currency;
  readonly divisor: string;
}

export interface RowConversion {
  readonly to: Currency;
  /** Currency of the amounts where the rows do not name theirs. */
  readonly from: Currency;
  /** One rate per day and currency. */
  readonly rates: RowNeed;
}

/**
 * What must be asked for a measurement under a question's cut. Amounts whose rows name their currency are cut by it too,
 * so that yen are never added to dollars.
 */
export function rowNeed(
  version: DefinitionVersion,
  measurement: RowMeasurement,
  { by, where }: Pick<Question, 'by' | 'where'>,
  definitions: Definitions,
): RowNeed {
  const dataset = definitions.datasets.get(measurement.dataset)?.dataset;
  if (!dataset) throw new Error(`a definition over an unknown dataset: ${measurement.dataset}`);
  const { take, divisor } = takeOf(version, measurement, dataset);
  if (measurement.kind === 'sum' && measurement.allocate && take.kind === 'sum')
    return allocatedNeed(measurement, measurement.allocate, { version, dataset, take, divisor, by, where });
  const currencyColumn = currencyOf(measurement, dataset);
  const isHidden = currencyColumn !== undefined && !by.includes(currencyColumn);
  const request = { dataset, take, by: isHidden ? [...by, currencyColumn] : by, where: [...measurement.where, ...where] };
  const conversion = conversionOf(measurement, dataset, definitions);
  const key = JSON.stringify([dataset.id, take, request.by, request.where, ...(conversion ? ['by day'] : [])]);
  return {
    key,
    request,
    dataset,
    divisor,
    ...(currencyColumn === undefined ? {} : { currencyColumn }),
    ...(conversion ? { conversion } : {}),
  };
}

/** Rows are cut by what the rule divides among too, for those that have a value of their own. */
function allocatedNeed(
  measurement: Extract<RowMeasurement, { kind: 'sum' }>,
  rule: Allocation,
  {
    version: { metric },
    dataset,
    take,
    divisor,
    by,
    where,
  }: Pick<Question, 'by' | 'where'> &
    Pick<RowNeed, 'dataset' | 'divisor'> & { readonly version: DefinitionVersion; readonly take: Extract<Take, { kind: 'sum' }> },
): RowNeed {
  const own = rule.to.filter(column => dataset.columns.some(({ id }) => id === column));
  const visible = [...new Set([...by.filter(column => !rule.to.includes(column)), ...own])];
  const currencyColumn = currencyOf(measurement, dataset);
  const request = {
    dataset,
    take: { ...take, kind: 'spans' as const },
    by: currencyColumn !== undefined && !visible.includes(currencyColumn) ? [...visible, currencyColumn] : visible,
    where: [...measurement.where, ...where.filter(({ column }) => !rule.to.includes(column))],
  };
  return {
    key: JSON.stringify([dataset.id, request.take, request.by, request.where, rule]),
    request,
    dataset,
    divisor: '1',
    ...(currencyColumn === undefined ? {} : { currencyColumn }),
    allocation: {
      rule,
      where: where.filter(({ column }) => rule.to.includes(column)),
      currency: metric.unit.kind === 'money' ? metric.unit.currency : '',
      divisor,
    },
  };
}

function conversionOf(measurement: RowMeasurement, dataset: Dataset, definitions: Definitions): RowConversion | undefined {
  if ((measurement.kind !== 'sum' && measurement.kind !== 'mean') || !measurement.convert) return undefined;
  const { to, rates } = measurement.convert;
  const table = definitions.datasets.get(rates)?.dataset;
  if (!table) throw new Error(`a definition with unknown rates: ${rates}`);
  const columns = referencesOf(measurement.expression);
  const from = dataset.columns.find(({ id, currency }) => currency !== undefined && columns.includes(id))?.currency ?? '';
  return { to, from, rates: rateNeed(table, to) };
}

function rateNeed(dataset: Dataset, to: Currency): RowNeed {
  const take: Take = { kind: 'single', expression: { terms: { kind: 'column', id: RATE_COLUMNS.rate }, divisor: '1' } };
  const where = [{ column: RATE_COLUMNS.to, is: 'one-of' as const, values: [to] }];
  const request = { dataset, take, by: [RATE_COLUMNS.from], where };
  return { key: JSON.stringify(['rates', dataset.id, to]), request, dataset, divisor: '1', currencyColumn: RATE_COLUMNS.from };
}

function takeOf(
  { metric }: DefinitionVersion,
  measurement: RowMeasurement,
  dataset: Dataset,
): { readonly take: Take; readonly divisor: string } {
  const whole = (take: Take) => ({ take, divisor: '1' });
  switch (measurement.kind) {
    case 'sum':
    case 'mean': {
      const expression = rowExpression(measurement.expression);
      if (!expression.ok) throw new Error('a definition with an expression that rows cannot have');
      const isAdditive = metric.aggregation !== 'distinct' && addsUp(measurement.expression, dataset);
      // Single answers have a mean; rates and averages of whole periods have none.
      const hasSum = isAdditive || (measurement.kind === 'mean' && dataset.kind === 'event');
      const kind = hasSum ? 'sum' : 'single';
      return { take: { kind, expression: expression.value }, divisor: expression.value.divisor };
    }
    case 'count':
      return whole({ kind: 'rows' });
    case 'distinct':
      return whole({ kind: 'distinct', column: measurement.column });
    case 'repeaters': {
      const { column, having, atLeast } = measurement;
      return whole({ kind: 'repeaters', column, having, atLeast });
    }
    case 'last':
      return whole({ kind: 'last', column: measurement.column });
    case 'between':
      return whole({
        kind: 'between',
        of: measurement.by,
        from: measurement.from,
        to: measurement.to,
        ...(measurement.in === 'hours' ? { precise: true as const } : {}),
      });
    default:
      return unreachable(measurement);
  }
}

/** Whether an expression's rows can be added: columns that do not add up stand in it at most as weights of one that does (amount × probability). */
function addsUp(expression: Formula, dataset: Dataset): boolean {
  const ids = referencesOf(expression);
  if (!dataset.columns.some(column => column.notAdditive && ids.includes(column.id))) return true;
  if (expression.kind === 'negation') return addsUp(expression.operand, dataset);
  if (expression.kind !== 'operation') return false;
  const { operator, left, right } = expression;
  const holds = (part: Formula) => referencesOf(part).length > 0 && addsUp(part, dataset);
  if (operator === '*') return holds(left) || holds(right);
  return operator === '/' ? holds(left) : holds(left) && holds(right);
}

function currencyOf(measurement: RowMeasurement, dataset: Dataset): ColumnId | undefined {
  switch (measurement.kind) {
    case 'sum':
    case 'mean':
      return currencyColumnOf(measurement.expression, dataset);
    case 'last':
      return dataset.columns.find(({ id }) => id === measurement.column)?.currencyColumn;
    case 'count':
    case 'distinct':
    case 'repeaters':
    case 'between':
      return undefined;
    default:
      return unreachable(measurement);
  }
}
