import type { DayRange } from '../calendar/day-range.ts';
import { sameRange } from '../calendar/day-range.ts';
import type { Formula } from '../formula/ast.ts';
import { checkCondition } from '../metric/condition.ts';
import type { MetricId } from '../metric/measurement.ts';
import type { Problem, Result } from '../problem/problem.ts';
import { failed, ok, problemsOf } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import { datasetSeen } from './allocation-weights.ts';
import { daysOf, ratesFor } from './converted-figures.ts';
import type { Dataset, DatasetId } from './dataset.ts';
import { definitionInForce, unmeasuredInputs } from './definition-in-force.ts';
import { earlierPeriod, periodLastYear } from './earlier-period.ts';
import { peopleSources } from './known-people.ts';
import { measureMessages } from './measure-messages.ts';
import type { CoverageRequest, OpenRequest, PartsRequest } from './parts.ts';
import type { AskedPeriod, Knowledge, Question } from './question.ts';
import { type RowNeed, rowNeed } from './row-need.ts';

const problem = problemsOf(measureMessages);

const QUESTION_LIMITS = { dimensions: 6 } as const;

/** A question with everything the warehouse must be asked to answer it. */
export interface QueryPlan {
  readonly question: Question;
  readonly knowledge: Knowledge;
  readonly requests: readonly PlannedRequest[];
  /** Amounts that are divided once it is known for which days they are; see `weightQuestions`. */
  readonly allocations: readonly RowNeed[];
}

export type PlannedRequest =
  | { readonly kind: 'parts'; readonly key: string; readonly request: PartsRequest }
  | { readonly kind: 'covered-days'; readonly key: string; readonly request: CoverageRequest }
  | { readonly kind: 'still-open'; readonly key: string; readonly request: OpenRequest };

/**
 * Works out which figures a question needs: each is asked for once, however many metrics rest on it. [OBS-10]
 * Problems: metrics nobody measures, columns that a metric's dataset does not have, conditions that cannot be read.
 */
export function planQuery(question: Question, knowledge: Knowledge): Result<QueryPlan> {
  const unmeasured = question.metrics.flatMap(metric => unmeasuredProblems(metric, knowledge));
  if (unmeasured.length > 0) return failed(unmeasured);
  const planning = new Planning(question, knowledge);
  for (const metric of question.metrics) {
    for (const period of question.periods) {
      planning.visit(metric, period, []);
      if (question.by.length > 0) planning.visit(metric, period, question.by);
    }
  }
  const problems = [...dimensionProblems(question, planning.datasets), ...planning.problems];
  return problems.length > 0
    ? failed(problems)
    : ok({ question, knowledge, requests: planning.requests(), allocations: planning.allocations() });
}

/** Key of the request for the days an aggregate dataset speaks for. */
export function coverageKey(dataset: DatasetId): string {
  return `covered-days ${dataset}`;
}

export function openKey(need: RowNeed): string {
  return `still-open ${need.key}`;
}

/** A need's periods in the order of its request. */
interface Asked {
  readonly need: RowNeed;
  readonly periods: DayRange[];
}

class Planning {
  readonly problems: Problem[] = [];
  readonly datasets = new Map<MetricId, Dataset>();
  private readonly asked = new Map<string, Asked>();
  private readonly open = new Map<string, Asked>();
  private readonly seen = new Set<string>();
  private readonly question: Question;
  private readonly knowledge: Knowledge;

  constructor(question: Question, knowledge: Knowledge) {
    this.question = question;
    this.knowledge = knowledge;
  }

  visit(metric: MetricId, period: AskedPeriod, by: Question['by']): void {
    const key = JSON.stringify([metric, period.from, period.to, period.grain, by]);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const inForce = definitionInForce(metric, period, this.knowledge, this.question.definitions);
    if (inForce.kind !== 'version') return;
    const { version } = inForce;
    const { measurement } = version;
    if (measurement.kind === 'formula') {
      this.visitFormula(measurement.formula, period, by);
      return;
    }
    const need = rowNeed(version, measurement, { by, where: this.question.where }, this.knowledge.definitions);
    this.datasets.set(metric, datasetSeen(measurement, need.dataset));
    if (need.conversion) {
      addDays(this.asked, need, period);
      addDays(this.asked, need.conversion.rates, ratesFor(period));
    } else add(this.asked, need, period);
    if (measurement.kind === 'between' && by.length === 0 && this.question.metrics.includes(metric)) add(this.open, need, period);
  }

  requests(): readonly PlannedRequest[] {
    const parts = [...this.asked.values()].map(({ need, periods }): PlannedRequest => {
      const people = peopleSources(need.dataset, need.request.take, this.knowledge.definitions, one => this.uncut(one));
      return {
        kind: 'parts',
        key: need.key,
        request: {
          ...need.request,
          periods,
          live: need.allocation ? this.uncut(need.dataset) : this.live(need.dataset),
          ...(people ? { people } : {}),
        },
      };
    });
    const open = [...this.open.values()].flatMap(({ need, periods }): readonly PlannedRequest[] => {
      const { dataset, take, where } = need.request;
      if (take.kind !== 'between') return [];
      return [{ kind: 'still-open', key: openKey(need), request: { dataset, take, where, periods, live: this.live(dataset) } }];
    });
    return [...parts, ...this.coverage(), ...open];
  }

  allocations(): readonly RowNeed[] {
    return [...this.asked.values()].flatMap(({ need }) => (need.allocation ? [need] : []));
  }

  /** Event datasets are covered by their batches' days; aggregates by the days their rows speak for. */
  private coverage(): readonly PlannedRequest[] {
    const within = new Map<Dataset, DayRange>();
    const divided = new Set(this.allocations().map(({ dataset }) => dataset));
    for (const { need, periods } of this.asked.values()) {
      if (need.dataset.kind !== 'aggregate') continue;
      for (const { from, to } of periods) {
        const known = within.get(need.dataset);
        within.set(need.dataset, {
          from: known && known.from < from ? known.from : from,
          to: known && known.to > to ? known.to : to,
        });
      }
    }
    return [...within].map(([dataset, range]) => ({
      kind: 'covered-days',
      key: coverageKey(dataset.id),
      request: { dataset, live: divided.has(dataset) ? this.uncut(dataset) : this.live(dataset), within: range },
    }));
  }

  private visitFormula(formula: Formula, period: AskedPeriod, by: Question['by']): void {
    switch (formula.kind) {
      case 'number':
        return;
      case 'reference':
        this.visit(formula.id, period, by);
        return;
      case 'negation':
        this.visitFormula(formula.operand, period, by);
        return;
      case 'operation':
        this.visitFormula(formula.left, period, by);
        this.visitFormula(formula.right, period, by);
        return;
      case 'call': {
        const { calendar } = this.knowledge;
        const at =
          formula.name === 'previous'
            ? earlierPeriod(period, calendar)
            : formula.name === 'last-year'
              ? periodLastYear(period, calendar)
              : period;
        for (const arg of formula.args) this.visitFormula(arg, at, by);
        return;
      }
    }
  }

  private uncut(dataset: Dataset): PartsRequest['live'] {
    return this.knowledge.uncut?.get(dataset.id) ?? this.live(dataset);
  }

  private live(dataset: Dataset): PartsRequest['live'] {
    return this.knowledge.live.get(dataset.id) ?? [];
  }
}

function add(asked: Map<string, Asked>, need: RowNeed, period: DayRange): void {
  const known = asked.get(need.key);
  if (!known) asked.set(need.key, { need, periods: [{ from: period.from, to: period.to }] });
  else if (!known.periods.some(each => sameRange(each, period))) known.periods.push({ from: period.from, to: period.to });
}

/** Asks for every day of a range by itself. */
function addDays(asked: Map<string, Asked>, need: RowNeed, { from, to }: DayRange): void {
  const known = asked.get(need.key);
  const days = new Set(known?.periods.map(each => each.from));
  const missing = daysOf({ from, to })
    .filter(day => !days.has(day))
    .map(day => ({ from: day, to: day }));
  if (known) known.periods.push(...missing);
  else asked.set(need.key, { need, periods: missing });
}

function unmeasuredProblems(metric: MetricId, knowledge: Knowledge): readonly Problem[] {
  const missing = unmeasuredInputs(metric, knowledge);
  if (missing.length === 0) return [];
  if (missing.includes(metric)) return [problem('metric-not-measured', { metric })];
  return [problem('metric-inputs-not-measured', { metric, missing })];
}

function dimensionProblems({ by, where }: Question, datasets: ReadonlyMap<MetricId, Dataset>): readonly Problem[] {
  if (by.length > QUESTION_LIMITS.dimensions) return [problem('too-many-dimensions', { limit: QUESTION_LIMITS.dimensions })];
  return [...datasets].flatMap(([metric, dataset]) => {
    const known = dataset.columns.map(({ id }) => id);
    const unknown = [...by, ...where.map(({ column }) => column)].filter(column => !known.includes(column));
    if (unknown.length > 0) {
      return unknown.map(column =>
        problem('dimension-unknown', { column, dataset: dataset.id, metric, ...suggestion(column, known) }),
      );
    }
    return where.flatMap(condition => checkCondition(condition, dataset));
  });
}
