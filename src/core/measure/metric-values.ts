import type { Day } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import { type Formula, referencesOf } from '../formula/ast.ts';
import { exponentOf } from '../formula/parse.ts';
import type { MetricId } from '../metric/measurement.ts';
import { add, compareRationals, divide, multiply, type Rational, rational, rationalOf, subtract } from '../number/rational.ts';
import { unreachable } from '../problem/unreachable.ts';
import { mergedRanges } from './covered-days.ts';
import type { Dataset, DatasetId } from './dataset.ts';
import { definitionInForce, type InForce } from './definition-in-force.ts';
import { earlierPeriod, periodLastYear } from './earlier-period.ts';
import { combined, constantValue, type MeasuredValue, NO_DATA, undefinedBecause } from './measured-value.ts';
import { coverageKey, type QueryPlan } from './observe-plan.ts';
import { PartIndex } from './part-index.ts';
import type { AskedPeriod } from './question.ts';
import type { RequestAnswers } from './request-answers.ts';
import { type RowNeed, rowNeed } from './row-need.ts';
import { rowValue } from './row-value.ts';

/** What a value rests on. */
export interface Grounds {
  readonly datasets: readonly DatasetId[];
  /** Latest day from which one of the definitions used holds. */
  readonly since?: Day;
  /** The need of a metric that measures time between events. */
  readonly pairs?: RowNeed;
}

/** Values of metrics per period and slice, under one cut; each is computed once. */
export class MetricValues {
  private readonly plan: QueryPlan;
  private readonly answers: RequestAnswers;
  private readonly by: readonly string[];
  private readonly values = new Map<string, MeasuredValue>();
  private readonly grounds = new Map<string, Grounds>();
  private readonly indexes = new Map<string, PartIndex>();
  private readonly coveredDays = new Map<DatasetId, readonly DayRange[]>();

  constructor(plan: QueryPlan, answers: RequestAnswers, by: readonly string[]) {
    this.plan = plan;
    this.answers = answers;
    this.by = by;
  }

  value(metric: MetricId, period: AskedPeriod, slice: readonly string[]): MeasuredValue {
    const key = JSON.stringify([metric, period.from, period.to, period.grain, slice]);
    const known = this.values.get(key);
    if (known) return known;
    const value = this.computed(metric, period, slice);
    this.values.set(key, value);
    return value;
  }

  /** Slices that any input of a metric has, in the order of their text. */
  slicesOf(metric: MetricId): readonly (readonly string[])[] {
    const slices = new Map<string, readonly string[]>();
    const seen = new Set<MetricId>();
    const visit = (id: MetricId): void => {
      if (seen.has(id)) return;
      seen.add(id);
      for (const { measurement, need } of this.versionsOf(id)) {
        if (need) for (const [key, slice] of this.index(need).slices) slices.set(key, slice);
        if (measurement.kind === 'formula') for (const input of referencesOf(measurement.formula)) visit(input);
      }
    };
    visit(metric);
    return [...slices.values()].sort(compareSlices);
  }

  groundsOf(metric: MetricId, period: AskedPeriod): Grounds {
    const key = JSON.stringify([metric, period.from, period.to]);
    const known = this.grounds.get(key);
    if (known) return known;
    const grounds = this.foundGrounds(metric, period);
    this.grounds.set(key, grounds);
    return grounds;
  }

  private computed(metric: MetricId, period: AskedPeriod, slice: readonly string[]): MeasuredValue {
    const inForce = this.inForce(metric, period);
    if (inForce.kind === 'changes') return undefinedBecause('definition-changed');
    if (inForce.kind === 'unmeasured') return NO_DATA;
    const { version } = inForce;
    const { measurement } = version;
    if (measurement.kind === 'formula')
      return this.evaluated(measurement.formula, period, slice, currencyIn(version.metric.unit));
    const need = this.need(version, measurement);
    const { calendar, today } = this.plan.knowledge;
    const index = this.index(need);
    if (index.isOverflow) return undefinedBecause('overflow');
    return rowValue({
      version,
      measurement,
      need,
      period,
      figures: index.figures(period, slice),
      coarse: index.coarse(slice),
      covered: this.covered(need.dataset),
      today,
      calendar,
    });
  }

  private evaluated(
    formula: Formula,
    period: AskedPeriod,
    slice: readonly string[],
    currency: string | undefined,
  ): MeasuredValue {
    const of = (part: Formula) => this.evaluated(part, period, slice, currency);
    switch (formula.kind) {
      case 'number':
        return constantValue(rationalOf(formula.value), formula.as === 'money' ? currency : undefined);
      case 'reference':
        return this.value(formula.id, period, slice);
      case 'negation':
        return combined(constantValue(rational(-1)), of(formula.operand), '*', multiply);
      case 'operation':
        return combined(of(formula.left), of(formula.right), formula.operator, OPERATIONS[formula.operator]);
      case 'call': {
        const [first, ...rest] = formula.args;
        if (!first) return NO_DATA;
        switch (formula.name) {
          case 'min':
            return rest.reduce((least, part) => combined(least, of(part), 'min', smaller), of(first));
          case 'max':
            return rest.reduce((most, part) => combined(most, of(part), 'max', larger), of(first));
          case 'power':
            return Array.from({ length: (exponentOf(formula.args) ?? 1) - 1 }).reduce<MeasuredValue>(
              product => combined(product, of(first), '*', multiply),
              of(first),
            );
          case 'previous':
          case 'last-year': {
            const { calendar } = this.plan.knowledge;
            const earlier = formula.name === 'previous' ? earlierPeriod(period, calendar) : periodLastYear(period, calendar);
            if (!this.isSameDefinition(first, period, earlier)) return undefinedBecause('definition-changed');
            return this.evaluated(first, earlier, slice, currency);
          }
          default:
            return unreachable(formula.name);
        }
      }
      default:
        return unreachable(formula);
    }
  }

  private isSameDefinition(formula: Formula, a: AskedPeriod, b: AskedPeriod): boolean {
    return referencesOf(formula).every(id => this.groundsOf(id, a).since === this.groundsOf(id, b).since);
  }

  private foundGrounds(metric: MetricId, period: AskedPeriod): Grounds {
    const inForce = this.inForce(metric, period);
    if (inForce.kind !== 'version') return { datasets: [] };
    const { measurement, since } = inForce.version;
    const own = this.plan.question.definitions === 'newest' ? undefined : since;
    if (measurement.kind !== 'formula') {
      const pairs = measurement.kind === 'between' ? { pairs: this.need(inForce.version, measurement) } : {};
      return { datasets: [measurement.dataset], ...(own ? { since: own } : {}), ...pairs };
    }
    const inputs = referencesOf(measurement.formula).map(id => this.groundsOf(id, period));
    const latest = [own, ...inputs.map(input => input.since)]
      .filter(day => day !== undefined)
      .toSorted()
      .at(-1);
    return { datasets: [...new Set(inputs.flatMap(input => input.datasets))], ...(latest ? { since: latest } : {}) };
  }

  private versionsOf(id: MetricId) {
    const { periods } = this.plan.question;
    const found = new Map(
      periods.flatMap(period => {
        const inForce = this.inForce(id, period);
        return inForce.kind === 'version' ? [[inForce.version.since ?? '', inForce.version] as const] : [];
      }),
    );
    return [...found.values()].map(version => ({
      measurement: version.measurement,
      need: version.measurement.kind === 'formula' ? undefined : this.need(version, version.measurement),
    }));
  }

  private inForce(metric: MetricId, period: AskedPeriod): InForce {
    return definitionInForce(metric, period, this.plan.knowledge, this.plan.question.definitions);
  }

  private need(...[version, measurement]: readonly [Parameters<typeof rowNeed>[0], Parameters<typeof rowNeed>[1]]): RowNeed {
    return rowNeed(version, measurement, { by: this.by, where: this.plan.question.where }, this.plan.knowledge.definitions);
  }

  private index(need: RowNeed): PartIndex {
    const known = this.indexes.get(need.key);
    if (known) return known;
    const index = new PartIndex(need, this.by, this.plan, this.answers);
    this.indexes.set(need.key, index);
    return index;
  }

  private covered(dataset: Dataset): readonly DayRange[] {
    const known = this.coveredDays.get(dataset.id);
    if (known) return known;
    const answer = this.answers.get(coverageKey(dataset.id));
    const days =
      dataset.kind === 'event'
        ? mergedRanges(this.plan.knowledge.live.get(dataset.id) ?? [])
        : answer?.kind === 'covered-days'
          ? answer.days
          : [];
    this.coveredDays.set(dataset.id, days);
    return days;
  }
}

const OPERATIONS = { '+': add, '-': subtract, '*': multiply, '/': divide } as const;

function smaller(a: Rational, b: Rational): Rational {
  return compareRationals(a, b) <= 0 ? a : b;
}

function larger(a: Rational, b: Rational): Rational {
  return compareRationals(a, b) >= 0 ? a : b;
}

function currencyIn(unit: { readonly kind: string; readonly currency?: string }): string | undefined {
  return unit.kind === 'money' ? unit.currency : undefined;
}

function compareSlices(a: readonly string[], b: readonly string[]): number {
  for (const [index, text] of a.entries()) {
    const other = b[index] ?? '';
    if (text !== other) return text < other ? -1 : 1;
  }
  return 0;
}
