import { type ComparedWith, comparedWith } from '#core/calendar/compare-with.ts';
import type { Comparison } from '#core/calendar/comparison.ts';
import { addDays, type Day } from '#core/calendar/day.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import { type Grain, periodOf } from '#core/calendar/period.ts';
import { periodsBetween } from '#core/calendar/periods-between.ts';
import { referencesOf } from '#core/formula/ast.ts';
import { datasetSeen } from '#core/measure/allocation-weights.ts';
import type { ColumnId, Dataset } from '#core/measure/dataset.ts';
import { definitionInForce } from '#core/measure/definition-in-force.ts';
import { type Cell, numberOf } from '#core/measure/observation.ts';
import type { AskedPeriod, Knowledge, Question } from '#core/measure/question.ts';
import { parseConditions, type RawConditions } from '#core/metric/condition.ts';
import type { Condition, MetricId } from '#core/metric/measurement.ts';
import type { Metric } from '#core/metric/metric.ts';
import { failed, messages, ok, type Problem, problemsOf, type Result } from '#core/problem/problem.ts';
import { suggestion } from '#core/problem/suggest.ts';
import type { App } from '../app/app.ts';
import { ask } from './ask.ts';
import { knowledgeOf, knownAt } from './knowledge.ts';

export const queryMessages = messages({
  'query-metric-unknown': {
    severity: 'error',
    ja: (p: { metric: string; suggestion?: string }) =>
      `「${p.metric}」という指標はありません。${p.suggestion ? `「${p.suggestion}」のことですか。` : '指標の一覧で名前を確かめてください。'}`,
    en: (p: { metric: string; suggestion?: string }) =>
      `There is no metric "${p.metric}". ${p.suggestion ? `Did you mean "${p.suggestion}"?` : 'See the list of metrics for its name.'}`,
  },
  'query-period': {
    severity: 'error',
    ja: (p: { from: string; to: string }) => `期間の終わり（${p.to}）が始まり（${p.from}）より前です。`,
    en: (p: { from: string; to: string }) => `The end of the period (${p.to}) is before its start (${p.from}).`,
  },
  'query-too-many-periods': {
    severity: 'error',
    ja: (p: { count: number; limit: number }) =>
      `期間の数が多すぎます（${p.count}、上限${p.limit}）。期間を短くするか、週や月でまとめてください。`,
    en: (p: { count: number; limit: number }) =>
      `Too many periods (${p.count}, limit ${p.limit}). Shorten the range, or ask by week or month.`,
  },
  'query-compare': {
    severity: 'error',
    ja: () =>
      'この期間は、指定の相手と比べられません。まだ終わった日がないか、比べる期間の指定（against-from、against-to）がないか、連休ではない複数の日を「前年の休日」と比べようとしています。期間を変えるか、--grain day で日ごとに比べてください。',
    en: () =>
      'This range cannot be compared that way: none of its days is over, the days to compare with (against-from, against-to) are missing, or several days that are no season are held against last year’s holidays. Choose another range, or compare day by day with --grain day.',
  },
  'query-range': {
    severity: 'error',
    ja: () => '期間を、from と to の両方か、last（7-days、28-days、90-days、12-months）で指定してください。',
    en: () => 'Say the range by both from and to, or by last (7-days, 28-days, 90-days, 12-months).',
  },
  'query-where': {
    severity: 'error',
    ja: (p: { text: string }) => `条件「${p.text}」を読めません。「channel = paid」「quantity >= 10」のように書いてください。`,
    en: (p: { text: string }) => `The filter "${p.text}" cannot be read. Write it like "channel = paid" or "quantity >= 10".`,
  },
});

export const queryProblem = problemsOf(queryMessages);
const problem = queryProblem;
const MOST_PERIODS = 4_000;

export interface MetricQuestion {
  readonly metric: MetricId;
  readonly from: Day;
  readonly to: Day;
  /** One value for all days when absent. */
  readonly grain?: Grain;
  readonly by: readonly ColumnId[];
  /** `channel = paid | organic`, `country != Japan`, `quantity >= 10` */
  readonly where: readonly string[];
  readonly asKnown?: Day;
  readonly compare?: { readonly way: ComparedWith; readonly chosen?: DayRange };
}

/** A range or period beside what it is compared with, like for like. [API-24] */
export interface ComparedCells {
  readonly comparison: Comparison;
  readonly current: Cell;
  readonly other: Cell;
  /** Current ÷ other; null where one of them is no number, the other is zero, or the two are defined differently. */
  readonly ratio: number | null;
}

export interface MetricAnswer {
  readonly metric: Metric;
  readonly period: DayRange;
  readonly totals: readonly Cell[];
  readonly cells: readonly Cell[];
  /** By period; empty where no comparison was asked. */
  readonly compared: readonly ComparedCells[];
}

/** Values of a metric by period and dimension. Periods that are cut by the range are asked for as the parts they are. [API-20] */
export async function readMetric(app: App, question: MetricQuestion): Promise<Result<MetricAnswer>> {
  const { from, to, by, where, asKnown } = question;
  if (to < from) return failed([problem('query-period', { from, to }, { at: ['to'] })]);
  const known = await knownAt(app, asKnown);
  const knowledge = knowledgeOf(known);
  const metric = knowledge.catalogue.metrics.get(question.metric);
  if (!metric) {
    const names = knowledge.catalogue.metrics.keys();
    const params = { metric: question.metric.slice(0, 100), ...suggestion(question.metric, names) };
    return failed([problem('query-metric-unknown', params, { at: ['metric'] })]);
  }
  const periods = periodsOf(question, knowledge);
  if (periods.length > MOST_PERIODS) {
    const params = { count: periods.length, limit: MOST_PERIODS };
    return failed([problem('query-too-many-periods', params, { at: ['grain'] })]);
  }
  const dataset = datasetOf(question.metric, { from, to }, knowledge);
  const conditions = dataset ? conditionsOf(where, dataset) : { conditions: [], problems: [] };
  if (conditions.problems.length > 0) return failed(conditions.problems);
  const comparisons = comparisonsOf(question, periods, knowledge);
  if (!comparisons) return failed([problem('query-compare', {}, { at: ['compare'] })]);
  const asked = { metrics: [question.metric], periods, by, where: conditions.conditions };
  const answered = await ask(app, asked, knowledge, known.key);
  if (!answered.ok) return answered;
  const [answer] = answered.value;
  const compared = await readCompared(app, { ...asked, by: [] }, comparisons, knowledge, known.key);
  if (!compared.ok) return compared;
  const { totals = [], cells = [] } = answer ?? {};
  return ok({ metric, period: { from, to }, totals, cells, compared: compared.value }, known.metrics.problems);
}

/** Undefined when any period cannot be compared in that way; days that are not over yet are left out. */
function comparisonsOf(
  { compare, grain }: MetricQuestion,
  periods: readonly AskedPeriod[],
  { calendar, today }: Knowledge,
): readonly Comparison[] | undefined {
  if (!compare) return [];
  const { way, chosen } = compare;
  const lastFinished = addDays(today, -1);
  const begun = grain === undefined ? periods : periods.filter(({ from }) => from <= lastFinished);
  const found = begun.map(period =>
    comparedWith(period, way, calendar, { lastFinished, ...(grain ? { grain } : {}), ...(chosen ? { chosen } : {}) }),
  );
  return found.length > 0 && found.every(one => one !== undefined) ? found : undefined;
}

async function readCompared(
  app: App,
  asked: Question,
  comparisons: readonly Comparison[],
  knowledge: Knowledge,
  key: string,
): Promise<Result<readonly ComparedCells[]>> {
  if (comparisons.length === 0) return ok([]);
  const periods = comparisons.flatMap(({ current, other }) =>
    [current, other].map(range => wholePeriod(range, knowledge.calendar)),
  );
  const answered = await ask(app, { ...asked, periods }, knowledge, key);
  if (!answered.ok) return answered;
  const totals = answered.value[0]?.totals ?? [];
  return ok(
    comparisons.flatMap((comparison, at): ComparedCells[] => {
      const [current, other] = [totals[2 * at], totals[2 * at + 1]];
      return current && other ? [{ comparison, current, other, ratio: ratioOf(current, other) }] : [];
    }),
  );
}

function ratioOf(current: Cell, other: Cell): number | null {
  const [value, before] = [numberOf(current.observation), numberOf(other.observation)];
  if (value === undefined || before === undefined || before === 0 || current.definedSince !== other.definedSince) return null;
  return value / before;
}

function periodsOf({ from, to, grain }: MetricQuestion, { calendar }: Knowledge): readonly AskedPeriod[] {
  if (grain === undefined) return [wholePeriod({ from, to }, calendar)];
  return periodsBetween(from, to, grain, calendar).map(part => ({ from: part.from, to: part.to, grain }));
}

/** A range that happens to be a month (or quarter, or year) is asked for as one, so that the one before it is known. */
function wholePeriod(range: DayRange, calendar: Knowledge['calendar']): AskedPeriod {
  for (const grain of ['month', 'quarter', 'half', 'year'] as const) {
    const period = periodOf(range.from, grain, calendar);
    if (period.from === range.from && period.to === range.to) return { ...range, grain };
  }
  return range;
}

/** The dataset a metric's rows are in; of a formula, that of its first input with rows. */
function datasetOf(
  metric: MetricId,
  period: DayRange,
  knowledge: Knowledge,
  path: readonly MetricId[] = [],
): Dataset | undefined {
  if (path.includes(metric)) return undefined;
  const inForce = definitionInForce(metric, period, knowledge, 'newest');
  if (inForce.kind !== 'version') return undefined;
  const { measurement } = inForce.version;
  if (measurement.kind !== 'formula') {
    const dataset = knowledge.definitions.datasets.get(measurement.dataset)?.dataset;
    return dataset && datasetSeen(measurement, dataset);
  }
  for (const input of referencesOf(measurement.formula)) {
    const found = datasetOf(input, period, knowledge, [...path, metric]);
    if (found) return found;
  }
  return undefined;
}

/** Reads filters as people type them: `channel = paid | organic`, `quantity >= 10`. */
export function conditionsOf(
  texts: readonly string[],
  dataset: Dataset,
): { readonly conditions: readonly Condition[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const conditions: Condition[] = [];
  texts.forEach((text, index) => {
    const place = { at: ['where', index] };
    const match = /^\s*([a-z][a-z0-9-]*)\s*(!=|≠|>=|<=|≥|≤|=|>|<)\s*(.*?)\s*$/s.exec(text);
    const [, column = '', sign = '', value = ''] = match ?? [];
    if (!match) {
      problems.push(problem('query-where', { text: text.slice(0, 100) }, place));
      return;
    }
    const read = parseConditions(rawCondition(column, sign, value), dataset, () => place);
    conditions.push(...read.conditions);
    problems.push(...read.problems);
  });
  return { conditions, problems };
}

function rawCondition(column: string, sign: string, value: string): RawConditions {
  const values = value.split('|').map(part => part.trim());
  switch (sign) {
    case '=':
      return { [column]: { 'one-of': values } };
    case '!=':
    case '≠':
      return { [column]: { 'none-of': values } };
    default:
      return { [column]: `${sign} ${value}` };
  }
}
