import { parseDay } from '../calendar/day.ts';
import { isName } from '../formula/token.ts';
import type { Path, Source } from '../plan/source.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { sameText } from '../text/text.ts';
import type { Aggregation, MoneyBasis } from '../unit/unit.ts';
import { inCurrency, parseUnit } from '../unit/unit-text.ts';
import { toText } from './definitions-dataset.ts';
import type { DraftVersion, Read, Surroundings } from './definitions-draft.ts';
import { type Measured, measurementFrom } from './definitions-measurement.ts';
import { definitionsMessages } from './definitions-messages.ts';
import type { RawMetric } from './definitions-schema.ts';
import type { MetricId } from './measurement.ts';
import type { Metric } from './metric.ts';

const problem = problemsOf(definitionsMessages);

/** Reads one metric: one definition, or a list of them with the days they hold from. [MET-01, MEA-05] */
export function draftVersions(
  id: MetricId,
  raw: RawMetric | readonly RawMetric[],
  around: Surroundings,
): Read<readonly DraftVersion[]> {
  const path: Path = ['metrics', id];
  const problems: Problem[] = [];
  if (!isName(id)) problems.push(problem('metric-id', { id }, placeIn(around.source, path)));
  const versions: DraftVersion[] = [];
  for (const [index, each] of (isList(raw) ? raw : [raw]).entries()) {
    const previous = versions.at(-1);
    const read = draftVersion(id, each, isList(raw) ? [...path, index] : path, previous, around);
    problems.push(...read.problems);
    if (!read.value) continue;
    const { since, path: at } = read.value;
    const isInOrder = !previous || (since !== undefined && (previous.since === undefined || previous.since < since));
    if (!isInOrder) problems.push(problem('metric-versions', { metric: id }, placeIn(around.source, at)));
    versions.push(read.value);
  }
  return { value: versions, problems };
}

function draftVersion(
  id: MetricId,
  raw: RawMetric,
  path: Path,
  previous: DraftVersion | undefined,
  around: Surroundings,
): Read<DraftVersion | undefined> {
  const place = (...keys: Path) => placeIn(around.source, [...path, ...keys]);
  const { value: measured, problems: found } = measurementFrom(id, raw, path, around);
  if (!measured) return { value: undefined, problems: found };
  const problems = [...found];
  const since = raw.since === undefined ? undefined : parseDay(raw.since);
  if (raw.since !== undefined && !since) problems.push(problem('metric-since', { metric: id, text: raw.since }, place('since')));
  const stated = raw.unit === undefined ? undefined : parseUnit(raw.unit);
  if (raw.unit !== undefined && !stated) problems.push(problem('metric-unit', { text: raw.unit }, place('unit')));
  const known = around.catalogue.metrics.get(id);
  const { aggregation } = measured;
  if (raw.aggregation !== undefined && aggregation.isFixed && raw.aggregation !== aggregation.of) {
    const params = { metric: id, how: measured.how, aggregation: raw.aggregation, wanted: aggregation.of };
    problems.push(problem('metric-aggregation', params, place('aggregation')));
  }
  const statedUnit = stated ?? previous?.unit ?? known?.unit;
  const unit = statedUnit ?? measured.unit;
  const [numerator, denominator, mode] = [toText(raw.numerator), toText(raw.denominator), toText(raw.mode)];
  const value: DraftVersion = {
    path,
    ...(since ? { since } : {}),
    metric: metricFrom(id, raw, measured, previous?.metric ?? known),
    ...(unit ? { unit: inCurrency(unit, around.currency) } : {}),
    isUnitStated: statedUnit !== undefined,
    ...(measured.unit ? { rowUnit: measured.unit } : {}),
    measurement: measured.measurement,
    ...(numerator ? { numerator } : {}),
    ...(denominator ? { denominator } : {}),
    ...(mode ? { mode } : {}),
  };
  return { value, problems };
}

function metricFrom(
  id: MetricId,
  raw: RawMetric,
  measured: Measured,
  known: Omit<Metric, 'unit'> | undefined,
): Omit<Metric, 'unit'> {
  const basis: MoneyBasis = {
    ...known?.basis,
    ...(raw.tax === undefined ? {} : { tax: raw.tax }),
    ...(raw.recognition === undefined ? {} : { recognition: raw.recognition }),
    ...(raw.deductions === undefined ? {} : { deductions: raw.deductions }),
  };
  const { formula: _formula, formulaText: _text, ...inherited } = known ?? { aliases: [], meaning: sameText('') };
  const { measurement } = measured;
  return {
    ...inherited,
    id,
    name: toText(raw.name) ?? known?.name ?? sameText(id),
    meaning: toText(raw.meaning) ?? inherited.meaning,
    direction: raw.direction ?? known?.direction ?? 'up',
    aggregation: aggregationOf(raw, measured, known?.aggregation),
    ...(Object.keys(basis).length > 0 ? { basis } : {}),
    ...(measurement.kind === 'formula' ? { formula: measurement.formula, formulaText: raw.equals ?? '' } : {}),
  };
}

function aggregationOf(raw: RawMetric, { aggregation }: Measured, known: Aggregation | undefined): Aggregation {
  return aggregation.isFixed ? aggregation.of : (raw.aggregation ?? known ?? aggregation.of);
}

function placeIn(source: Source, at: Path) {
  return { at, line: source.lineOf(at) };
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}
