import type { Day } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import { type Formula, referencesOf } from '../formula/ast.ts';
import { exponentOf } from '../formula/parse.ts';
import type { DefinitionVersion } from '../metric/definitions.ts';
import { weightMetrics } from '../metric/definitions-allocation.ts';
import type { MetricId, RowMeasurement } from '../metric/measurement.ts';
import { add, compareRationals, divide, multiply, type Rational, rational, rationalOf, subtract } from '../number/rational.ts';
import { unreachable } from '../problem/unreachable.ts';
import { AllocatedAmounts } from './allocated-amounts.ts';
import { convertedFigures } from './converted-figures.ts';
import { type Coverage, coverageOf, mergedRanges } from './covered-days.ts';
import type { Dataset, DatasetId } from './dataset.ts';
import { definitionInForce, type InForce } from './definition-in-force.ts';
import { earlierPeriod, periodLastYear } from './earlier-period.ts';
import { combined, constantValue, type MeasuredValue, NO_DATA, provisionalToo, undefinedBecause } from './measured-value.ts';
import { coverageKey, type QueryPlan } from './observe-plan.ts';
import { PartIndex, sliceKey } from './part-index.ts';
import type { AskedPeriod } from './question.ts';
import type { RequestAnswers } from './request-answers.ts';
import { type RowNeed, rowNeed } from './row-need.ts';
import { type RowFacts, rowValue } from './row-value.ts';

/** What a value rests on. */
export interface Grounds {
  readonly datasets: readonly DatasetId[];
  /** Latest day from which one of the definitions used holds. */
  readonly since?: Day;
  /** The need of a metric that measures time between events. */
  readonly pairs?: RowNeed;
}

/** Values of metrics per period and slice, under one cut; those of formulas are computed once. */
export class MetricValues {
  private readonly plan: QueryPlan;
  private readonly answers: RequestAnswers;
  private readonly by: readonly string[];
  private readonly derived = new Map<MetricId, Map<string, Map<string, MeasuredValue>>>();
  private readonly grounds = new Map<string, Grounds>();
  private readonly inForces = new Map<string, InForce>();
  private readonly needs = new Map<DefinitionVersion, RowNeed>();
  private readonly indexes = new Map<string, PartIndex>();
  private readonly allocations = new Map<string, AllocatedAmounts>();
  private readonly coveredDays = new Map<DatasetId, readonly DayRange[]>();
  private readonly coverages = new Map<string, Coverage>();

  constructor(plan: QueryPlan, answers: RequestAnswers, by: readonly string[]) {
    this.plan = plan;
    this.answers = answers;
    this.by = by;
  }

  value(metric: MetricId, period: AskedPeriod, slice: readonly string[]): MeasuredValue {
    const inForce = this.inForce(metric, period);
    if (inForce.kind === 'changes') return undefinedBecause('definition-changed');
    if (inForce.kind === 'unmeasured') return NO_DATA;
    const { version } = inForce;
    const { measurement } = version;
    if (measurement.kind !== 'formula') return this.overRows(version, measurement, period, slice);
    const ofMetric = remembered(this.derived, metric, () => new Map<string, Map<string, MeasuredValue>>());
    const inPeriod = remembered(ofMetric, periodKey(period), () => new Map<string, MeasuredValue>());
    const currency = version.metric.unit.kind === 'money' ? version.metric.unit.currency : undefined;
    return remembered(inPeriod, sliceKey(slice), () => this.evaluated(measurement.formula, period, slice, currency));
  }

  /** Slices that any input of a metric has, in the order of their text. */
  slicesOf(metric: MetricId): readonly (readonly string[])[] {
    const slices = new Map<string, readonly string[]>();
    const seen = new Set<MetricId>();
    const visit = (id: MetricId): void => {
      if (seen.has(id)) return;
      seen.add(id);
      for (const { measurement, need } of this.versionsOf(id)) {
        if (need)
          for (const [key, slice] of (need.allocation ? this.amounts(need) : this.index(need)).slices) slices.set(key, slice);
        if (measurement.kind === 'formula') for (const input of referencesOf(measurement.formula)) visit(input);
      }
    };
    visit(metric);
    return [...slices.values()].sort(compareSlices);
  }

  groundsOf(metric: MetricId, period: AskedPeriod): Grounds {
    return remembered(this.grounds, `${metric} ${periodKey(period)}`, () => this.foundGrounds(metric, period));
  }

  private overRows(
    version: DefinitionVersion,
    measurement: RowMeasurement,
    period: AskedPeriod,
    slice: readonly string[],
  ): MeasuredValue {
    const need = this.need(version, measurement);
    if (need.allocation) return this.allocated(need, { version, measurement, period, slice });
    const index = this.index(need);
    if (index.isOverflow) return undefinedBecause('overflow');
    const { calendar, today } = this.plan.knowledge;
    const converted = need.conversion && this.converted(need, need.conversion.rates, period, slice);
    if (converted && 'kind' in converted) return converted;
    return rowValue({
      version,
      measurement,
      need,
      period,
      figures: converted ? converted.figures : index.figures(period, slice),
      coarse: converted ? [] : index.coarse(slice),
      coverage: this.coverage(need.dataset, period),
      today,
      calendar,
    });
  }

  private allocated(
    need: RowNeed,
    asked: Pick<RowFacts, 'version' | 'measurement' | 'period'> & { readonly slice: readonly string[] },
  ): MeasuredValue {
    const amounts = this.amounts(need);
    if (amounts.isOverflow) return undefinedBecause('overflow');
    const found = amounts.figures(asked.period, asked.slice);
    if ('kind' in found) return found;
    const { calendar, today } = this.plan.knowledge;
    const coverage = this.coverage(need.dataset, asked.period);
    const value = rowValue({ ...asked, need, figures: found.figures, coarse: [], coverage, today, calendar });
    const isPart = value.kind === 'known' && found.allocated.numerator !== 0n;
    return provisionalToo(isPart ? { ...value, allocated: found.allocated } : value, found.provisional);
  }

  private amounts(need: RowNeed): AllocatedAmounts {
    return remembered(this.allocations, need.key, () => new AllocatedAmounts(need, this.by, this.plan, this.answers));
  }

  private converted(need: RowNeed, rateNeed: RowNeed, period: AskedPeriod, slice: readonly string[]) {
    const rates = remembered(this.indexes, rateNeed.key, () => new PartIndex(rateNeed, [], this.plan, this.answers));
    if (rates.isOverflow) return { kind: 'undefined', why: 'overflow' } as const;
    return convertedFigures(need, { period, slice, amounts: this.index(need), rates });
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
      const rates = 'convert' in measurement && measurement.convert ? [measurement.convert.rates] : [];
      const weights = weightMetrics(measurement).flatMap(id => this.groundsOf(id, period).datasets);
      return { datasets: [...new Set([measurement.dataset, ...rates, ...weights])], ...(own ? { since: own } : {}), ...pairs };
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
    const { question, knowledge } = this.plan;
    return remembered(this.inForces, `${metric} ${periodKey(period)}`, () =>
      definitionInForce(metric, period, knowledge, question.definitions),
    );
  }

  private need(version: DefinitionVersion, measurement: RowMeasurement): RowNeed {
    const { question, knowledge } = this.plan;
    return remembered(this.needs, version, () =>
      rowNeed(version, measurement, { by: this.by, where: question.where }, knowledge.definitions),
    );
  }

  private index(need: RowNeed): PartIndex {
    return remembered(this.indexes, need.key, () => new PartIndex(need, this.by, this.plan, this.answers));
  }

  private coverage(dataset: Dataset, period: DayRange): Coverage {
    return remembered(this.coverages, `${dataset.id} ${periodKey(period)}`, () =>
      coverageOf(period, this.covered(dataset), this.plan.knowledge.today),
    );
  }

  private covered(dataset: Dataset): readonly DayRange[] {
    return remembered(this.coveredDays, dataset.id, () => {
      if (dataset.kind === 'event') return mergedRanges(this.plan.knowledge.live.get(dataset.id) ?? []);
      const answer = this.answers.get(coverageKey(dataset.id));
      return answer?.kind === 'covered-days' ? answer.days : [];
    });
  }
}

function periodKey({ from, to, grain }: AskedPeriod): string {
  return `${from} ${to} ${grain ?? ''}`;
}

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

const OPERATIONS = { '+': add, '-': subtract, '*': multiply, '/': divide } as const;

function smaller(a: Rational, b: Rational): Rational {
  return compareRationals(a, b) <= 0 ? a : b;
}

function larger(a: Rational, b: Rational): Rational {
  return compareRationals(a, b) >= 0 ? a : b;
}

function compareSlices(a: readonly string[], b: readonly string[]): number {
  for (const [index, text] of a.entries()) {
    const other = b[index] ?? '';
    if (text !== other) return text < other ? -1 : 1;
  }
  return 0;
}
