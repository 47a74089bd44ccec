import type { Formula } from '../formula/ast.ts';
import { referencesOf } from '../formula/ast.ts';
import { printFormula } from '../formula/print.ts';
import type { Path } from '../plan/source.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import type { Text } from '../text/text.ts';
import { sameText } from '../text/text.ts';
import { type Dimension, dimensionOf, mismatch } from '../unit/dimension.ts';
import type { Currency, Unit } from '../unit/unit.ts';
import { inCurrency, unitText } from '../unit/unit-text.ts';
import type { Catalogue } from './catalogue.ts';
import type { DefinitionVersion, MetricDefinition, RatioParts } from './definitions.ts';
import { weightMetrics } from './definitions-allocation.ts';
import type { DraftVersion, Read } from './definitions-draft.ts';
import { definitionsMessages } from './definitions-messages.ts';
import { describeDimension, formulaDimension, moneyPower, unitFrom } from './definitions-unit.ts';
import type { MetricId } from './measurement.ts';

const problem = problemsOf(definitionsMessages);

/**
 * Settles what metrics say of each other: references, circles, units of formulas, what rates are shares of. [MET-09 … MET-12]
 * A formula's unit is that of the newest versions it refers to.
 */
export function settleDefinitions(
  drafts: ReadonlyMap<MetricId, readonly DraftVersion[]>,
  catalogue: Catalogue,
  currency: Currency,
  lineOf: (path: Path) => number,
): Read<ReadonlyMap<MetricId, MetricDefinition>> {
  const found = new Settling(drafts, catalogue, currency, lineOf);
  const metrics = new Map(
    [...drafts].map(([id, versions]) => [id, { id, versions: versions.map(version => found.settled(version)) }]),
  );
  return { value: metrics, problems: found.problems };
}

class Settling {
  readonly problems: Problem[] = [];
  private readonly drafts: ReadonlyMap<MetricId, readonly DraftVersion[]>;
  private readonly catalogue: Catalogue;
  private readonly currency: Currency;
  private readonly lineOf: (path: Path) => number;
  private readonly units = new Map<DraftVersion, Unit | undefined>();
  private readonly circular: ReadonlySet<MetricId>;

  constructor(drafts: Settling['drafts'], catalogue: Catalogue, currency: Currency, lineOf: (path: Path) => number) {
    this.drafts = drafts;
    this.catalogue = catalogue;
    this.currency = currency;
    this.lineOf = lineOf;
    this.circular = this.circles();
  }

  settled(version: DraftVersion): DefinitionVersion {
    const { measurement, metric, since, mode } = version;
    if (measurement.kind === 'formula') this.checkFormula(version, measurement.formula);
    else if (version.isUnitStated) this.checkRowUnit(version);
    this.checkWeights(version);
    const unit = this.unitOf(version);
    if (!unit) this.report(version, 'equals', at => problem('metric-unit-needed', { metric: metric.id }, at));
    const ratio = this.ratioParts(version, unit);
    if (unit?.kind === 'ratio') this.checkRatio(version, ratio);
    return {
      ...(since ? { since } : {}),
      metric: { ...metric, unit: unit ?? { kind: 'ratio' } },
      measurement,
      ...(ratio ? { ratio } : {}),
      ...(mode ? { mode } : {}),
    };
  }

  private checkFormula(version: DraftVersion, formula: Formula): void {
    const { id } = version.metric;
    for (const reference of referencesOf(formula)) {
      if (this.drafts.has(reference)) continue;
      const known = this.catalogue.metrics.get(reference);
      const names = [...this.drafts.keys(), ...this.catalogue.metrics.keys()];
      if (!known) {
        const params = { id: reference, metric: id, ...suggestion(reference, names) };
        this.report(version, 'equals', at => problem('metric-unknown', params, at));
      } else if (!this.isMeasured(reference, [])) {
        this.report(version, 'equals', at => problem('metric-input-unmeasured', { id: reference, metric: id }, at));
      }
    }
    if (this.circular.has(id)) return;
    this.checkTax(version, formula);
    const { dimension, clash } = formulaDimension(formula, each => this.unitOfMetric(each), this.currency, this.catalogue.things);
    const money = moneyPower(formula, each => this.unitOfMetric(each));
    if (clash || Number.isNaN(money)) {
      const parts = clash ?? { first: this.currency, second: 'count' };
      this.report(version, 'equals', at => problem('metric-cannot-add', { metric: id, ...parts }, at));
    } else if (version.unit && !this.isOf(version.unit, dimension, money)) {
      const params = {
        metric: id,
        found: money === 1 ? this.currency : describeDimension(dimension),
        expected: unitText(version.unit),
      };
      this.report(version, version.isUnitStated ? 'unit' : 'equals', at => problem('metric-unit-clash', params, at));
    }
  }

  private isOf(unit: Unit, dimension: Dimension, money: number | undefined): boolean {
    if (money !== undefined && money !== (unit.kind === 'money' ? 1 : 0)) return false;
    return mismatch(dimension, dimensionOf(unit), this.catalogue.things).kind === 'none';
  }

  /** What amounts are allocated by can be had. [ALC-05] */
  private checkWeights(version: DraftVersion): void {
    for (const metric of weightMetrics(version.measurement)) {
      if (this.isMeasured(metric, [])) continue;
      const params = { metric: version.metric.id, by: metric, ...suggestion(metric, this.drafts.keys()) };
      this.report(version, 'allocate', at => problem('metric-allocate-by', params, at));
    }
  }

  /** What the rows say against what is stated: the kind of amount, and the currency. */
  private checkRowUnit({ measurement, unit, rowUnit, metric, path }: DraftVersion): void {
    if (!unit || !rowUnit || measurement.kind === 'formula') return;
    const isSameKind = rowUnit.kind === 'count' ? measurement.kind === 'last' || unit.kind === 'count' : fits(rowUnit, unit);
    if (isSameKind) return;
    const params = { metric: metric.id, found: unitText(rowUnit), expected: unitText(unit) };
    this.problems.push(problem('metric-unit-clash', params, { at: [...path, 'unit'], line: this.lineOf([...path, 'unit']) }));
  }

  private checkTax(version: DraftVersion, formula: Formula): void {
    const taxed = (tax: 'excluded' | 'included') => referencesOf(formula).find(id => this.taxOf(id) === tax);
    const [first, second] = [taxed('excluded'), taxed('included')];
    if (first === undefined || second === undefined) return;
    this.report(version, 'equals', at => problem('metric-tax', { metric: version.metric.id, first, second }, at));
  }

  private checkRatio(version: DraftVersion, ratio: RatioParts | undefined): void {
    const { metric, measurement } = version;
    const key = measurement.kind === 'formula' ? 'equals' : measurement.kind;
    if (measurement.kind === 'sum') this.report(version, key, at => problem('metric-ratio-sum', { metric: metric.id }, at));
    else if (!ratio) this.report(version, key, at => problem('metric-ratio-parts', { metric: metric.id }, at));
  }

  /** As stated, else as the formula divides, else as the unit says, else as the rows are averaged. [CNV-03] */
  private ratioParts({ numerator, denominator, measurement }: DraftVersion, unit: Unit | undefined): RatioParts | undefined {
    if (numerator && denominator) return { numerator, denominator };
    if (unit?.kind !== 'ratio') return undefined;
    if (measurement.kind === 'formula' && measurement.formula.kind === 'operation' && measurement.formula.operator === '/') {
      const { left, right } = measurement.formula;
      return { numerator: numerator ?? this.nameOf(left), denominator: denominator ?? this.nameOf(right) };
    }
    if (unit.of !== undefined && unit.over !== undefined) {
      return { numerator: numerator ?? this.thingName(unit.of), denominator: denominator ?? this.thingName(unit.over) };
    }
    if (measurement.kind !== 'mean') return undefined;
    const rows: Text = { ja: `「${measurement.dataset}」の行数`, en: `rows of ${measurement.dataset}` };
    return { numerator: numerator ?? sameText(printFormula(measurement.expression)), denominator: denominator ?? rows };
  }

  private unitOf(version: DraftVersion): Unit | undefined {
    if (version.unit || version.measurement.kind !== 'formula') return version.unit ?? { kind: 'count' };
    if (!this.units.has(version)) {
      this.units.set(version, undefined);
      const isSafe = !this.circular.has(version.metric.id);
      this.units.set(
        version,
        isSafe
          ? unitFrom(version.measurement.formula, id => this.unitOfMetric(id), this.currency, this.catalogue.things)
          : { kind: 'count' },
      );
    }
    return this.units.get(version);
  }

  private unitOfMetric(id: MetricId): Unit | undefined {
    const version = this.drafts.get(id)?.at(-1);
    if (version) return this.unitOf(version);
    const unit = this.catalogue.metrics.get(id)?.unit;
    return unit && inCurrency(unit, this.currency);
  }

  private taxOf(id: MetricId): 'excluded' | 'included' | undefined {
    return (this.drafts.get(id)?.at(-1)?.metric ?? this.catalogue.metrics.get(id))?.basis?.tax;
  }

  /** Whether a value can be had: measured here, or by a catalogue formula whose inputs can. */
  private isMeasured(id: MetricId, path: readonly MetricId[]): boolean {
    if (this.drafts.has(id)) return true;
    const formula = path.includes(id) ? undefined : this.catalogue.metrics.get(id)?.formula;
    return formula !== undefined && referencesOf(formula).every(each => this.isMeasured(each, [...path, id]));
  }

  /** Metrics that lead back to themselves, over catalogue formulas too; looking at an earlier period does not help. */
  private circles(): ReadonlySet<MetricId> {
    const circular = new Set<MetricId>();
    const done = new Set<MetricId>();
    const visit = (id: MetricId, path: readonly MetricId[]): void => {
      const start = path.indexOf(id);
      if (start >= 0) {
        const circle = [...path.slice(start), id];
        const version = this.drafts.get(circle.find(each => this.drafts.has(each)) ?? '')?.[0];
        if (version) this.report(version, 'equals', at => problem('metric-cycle', { path: circle }, at));
        for (const each of path) circular.add(each);
        return;
      }
      if (done.has(id)) return;
      for (const next of this.inputsOf(id)) visit(next, [...path, id]);
      done.add(id);
    };
    for (const id of this.drafts.keys()) visit(id, []);
    return circular;
  }

  private inputsOf(id: MetricId): readonly MetricId[] {
    const weights = (this.drafts.get(id) ?? []).flatMap(({ measurement }) => weightMetrics(measurement));
    return [...new Set([...this.formulaInputs(id), ...weights])];
  }

  private formulaInputs(id: MetricId): readonly MetricId[] {
    const versions = this.drafts.get(id);
    const formulas = versions
      ? versions.flatMap(({ measurement }) => (measurement.kind === 'formula' ? [measurement.formula] : []))
      : [this.catalogue.metrics.get(id)?.formula].filter(formula => formula !== undefined);
    return formulas.flatMap(formula => referencesOf(formula));
  }

  private nameOf(formula: Formula): Text {
    const name = (id: MetricId) => (this.drafts.get(id)?.at(-1)?.metric ?? this.catalogue.metrics.get(id))?.name ?? sameText(id);
    return { ja: printFormula(formula, id => name(id).ja), en: printFormula(formula, id => name(id).en) };
  }

  private thingName(thing: string): Text {
    return this.catalogue.things.get(thing)?.name ?? sameText(thing);
  }

  private report({ path }: DraftVersion, key: string, make: (place: { at: Path; line: number }) => Problem): void {
    const at = [...path, key];
    this.problems.push(make({ at, line: this.lineOf(at) }));
  }
}

function fits(rows: Unit, stated: Unit): boolean {
  if (rows.kind === 'money') return stated.kind === 'money' && stated.currency === rows.currency;
  return rows.kind === stated.kind && unitText(rows) === unitText(stated);
}
