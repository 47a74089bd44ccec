import type { Formula } from '../formula/ast.ts';
import type { Dataset } from '../measure/dataset.ts';
import { isDecimal } from '../number/decimal.ts';
import { rationalOf } from '../number/rational.ts';
import type { Path } from '../plan/source.ts';
import { type Place, type Problem, problemsOf } from '../problem/problem.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { Read, Surroundings } from './definitions-draft.ts';
import { definitionsMessages } from './definitions-messages.ts';
import type { RawMetric } from './definitions-schema.ts';
import type { Allocation, AllocationWeights, Measurement, MetricId } from './measurement.ts';

const problem = problemsOf(definitionsMessages);

const MOST_COLUMNS = 4;

interface Allocated {
  readonly metric: MetricId;
  readonly isMoney: boolean;
  readonly expression: Formula;
  readonly dataset: Dataset;
  readonly around: Surroundings;
}

/** Reads `allocate`: sums of amounts over an aggregate dataset, by one rule. [ALC-01, ALC-05] */
export function allocationFrom(
  { allocate: raw, convert }: RawMetric,
  { metric, isMoney, expression, dataset }: Allocated,
  place: (...keys: Path) => Place,
): Read<Allocation | undefined> {
  if (!raw) return { value: undefined, problems: [] };
  const at = place('allocate');
  if (!isMoney || divides(expression) || dataset.kind !== 'aggregate' || convert)
    return { value: undefined, problems: [problem('metric-allocate-money', { metric }, at)] };
  const to = raw.to === undefined ? [] : typeof raw.to === 'string' ? [raw.to] : raw.to;
  const ways = [raw.by, raw.shares, raw.equally].filter(way => way !== undefined);
  const isClear = to.length === 0 ? ways.length === 0 && raw.days !== undefined : ways.length === 1;
  if (!isClear || (raw.by === undefined && to.length > 1))
    return { value: undefined, problems: [problem('metric-allocate-way', { metric }, at)] };
  const problems: Problem[] = [];
  const wrong =
    to.length > MOST_COLUMNS
      ? to.slice(MOST_COLUMNS)
      : to.filter((id, index) => !isText(id, dataset) || to.indexOf(id) !== index);
  problems.push(...wrong.map(column => problem('metric-allocate-column', { metric, column }, place('allocate', 'to'))));
  const shares = raw.equally
    ? raw.equally.map(value => ({ value, weight: '1' }))
    : Object.entries(raw.shares ?? {}).map(([value, weight]) => ({ value, weight }));
  for (const { value, weight } of unusable(shares))
    problems.push(problem('metric-allocate-share', { metric, value, text: weight }, place('allocate', 'shares')));
  if (problems.length > 0) return { value: undefined, problems };
  const by: AllocationWeights = raw.by === undefined ? { kind: 'shares', shares } : { kind: 'metric', metric: raw.by };
  const days = raw.days === 'equally' ? undefined : raw.days;
  return { value: { to, ...(to.length > 0 ? { by } : {}), ...(days === undefined ? {} : { days }) }, problems };
}

/** Metrics whose values an allocation needs. */
export function weightMetrics(measurement: Measurement): readonly MetricId[] {
  if (measurement.kind !== 'sum' || !measurement.allocate) return [];
  const { by, days } = measurement.allocate;
  return [by?.kind === 'metric' ? by.metric : undefined, days].filter(id => id !== undefined);
}

/** What is divided need not be a decimal any more, and cannot be shared out to the last unit. */
function divides(formula: Formula): boolean {
  switch (formula.kind) {
    case 'number':
    case 'reference':
      return false;
    case 'negation':
      return divides(formula.operand);
    case 'operation':
      return formula.operator === '/' || divides(formula.left) || divides(formula.right);
    case 'call':
      return formula.args.some(divides);
    default:
      return unreachable(formula);
  }
}

/** A column of the source is one of texts; one it does not have comes from the rule. */
function isText(id: string, { columns }: Dataset): boolean {
  const known = columns.find(column => column.id === id);
  return known ? known.type === 'text' : /^[a-z][a-z0-9-]*$/.test(id);
}

function unusable(shares: readonly { readonly value: string; readonly weight: string }[]) {
  const bad = shares.filter(({ weight }) => !isDecimal(weight) || weight.startsWith('-'));
  if (bad.length > 0 || shares.length === 0) return bad;
  return shares.some(({ weight }) => rationalOf(weight).numerator > 0n) ? [] : shares.slice(0, 1);
}
