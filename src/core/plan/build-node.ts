import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Decimal } from '../measure/observation.ts';
import type { Catalogue } from '../metric/catalogue.ts';
import type { Metric } from '../metric/metric.ts';
import { compareDecimals, shiftPoint } from '../number/decimal.ts';
import type { ParamsOf, Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { unreachable } from '../problem/unreachable.ts';
import { sameText } from '../text/text.ts';
import type { Direction, MoneyBasis, Unit } from '../unit/unit.ts';
import { inCurrency, parseUnit, unitText } from '../unit/unit-text.ts';
import { readTraits } from './kpi-traits.ts';
import { readLights } from './node-lights.ts';
import { lagAt, supportsOf } from './node-links.ts';
import { horizonOf, purposeOf } from './node-purpose.ts';
import { aggregationOf, timeOf } from './own-time.ts';
import type { Alternative, NodeId, Plan, PlanNode, TargetSource, TimeBehaviour } from './plan.ts';
import { planMessages } from './plan-messages.ts';
import { listOf, textOf } from './raw-text.ts';
import { resolveRelative } from './relative-target.ts';
import type { RawNode } from './schema.ts';
import { directionSeen, unitSeen } from './seen-in-target.ts';
import type { SheetCell } from './sheet.ts';
import { sheetMessages } from './sheet-messages.ts';
import type { Path, Source } from './source.ts';
import { type AmountKind, inMeasure, type Level, readAmount, readTarget, type Target, type TargetReading } from './target.ts';
import { highest } from './worst-case.ts';

const problem = problemsOf(planMessages);
const sheetProblem = problemsOf(sheetMessages);

export interface NodeInput extends Pick<Plan, 'period' | 'calendar' | 'currency' | 'purchaseCycle'> {
  readonly id: NodeId;
  readonly role: 'goal' | 'kpi';
  readonly raw: Partial<RawNode>;
  readonly path: Path;
  readonly source: Source;
  readonly catalogue: Catalogue;
  /** The node's cells in the sheet, by month key. */
  readonly months: ReadonlyMap<string, SheetCell> | undefined;
  /** Those that fall on weeks, by the first day of the week. */
  readonly weeks?: ReadonlyMap<string, SheetCell> | undefined;
  readonly calendar: CalendarSettings;
}

/** A node with what is wrong with it; a part that is wrong is left out. `open`: how it behaves over time could not be told yet. */
export interface BuiltNode {
  readonly node: PlanNode;
  readonly open: boolean;
  readonly problems: readonly Problem[];
}

/**
 * One goal or KPI from its raw entry: what it is comes from the plan first, then from the catalogue's metric of the same id
 * (or the one named by `metric`), then from the way its target is written. [PLN-12]
 */
export function buildNode(input: NodeInput): BuiltNode {
  return new NodeBuilder(input).build();
}

class NodeBuilder {
  private readonly problems: Problem[] = [];
  private readonly input: NodeInput;

  constructor(input: NodeInput) {
    this.input = input;
  }

  build(): BuiltNode {
    const { id, role, raw, path, source } = this.input;
    const metric = this.metric();
    const reading = raw.target === undefined ? undefined : this.read(raw.target);
    const baselineReading = raw.baseline === undefined ? undefined : this.read(raw.baseline);
    const unit = this.unit(metric, reading, baselineReading);
    const direction = raw.direction ?? metric?.direction ?? directionSeen(reading);
    const aggregation = raw.aggregation ?? metric?.aggregation;
    const time = timeOf(aggregation, unit, reading, baselineReading, role);
    const limit = this.limit(unit, metric);
    const shape = { unit, time: time ?? 'flow', direction, limit, metric };
    const baseline = baselineReading && this.level(baselineReading, 'baseline', shape);
    const target = reading && this.target(reading, shape, baseline);
    const targetSource = this.targetSource(shape);
    const equals = this.formula();
    const { lag, problems: ofLag } = lagAt(raw.lag, [...path, 'lag'], source);
    const { supports, problems: ofLinks } = supportsOf(raw, path, source);
    this.problems.push(...ofLag, ...ofLinks);
    const name = textOf(raw.name) ?? metric?.name ?? sameText(id);
    const because = textOf(raw.because);
    const population = textOf(raw.population);
    const node: PlanNode = {
      id,
      role,
      ...(metric ? { metric } : {}),
      name,
      unit,
      direction,
      aggregation: aggregation ?? aggregationOf(unit),
      basis: this.basis(metric),
      time: shape.time,
      ...(target ? { target } : {}),
      undecided: reading?.kind === 'undecided',
      ...(targetSource ? { source: targetSource } : {}),
      ...(baseline ? { baseline } : {}),
      months: this.cells(this.input.months, shape),
      ...(this.input.weeks ? { weeks: this.cells(this.input.weeks, shape) } : {}),
      ...(equals ? { equals, equalsText: raw.equals ?? '' } : {}),
      ...optional('alternatives', this.alternatives()),
      ...(lag ? { lag } : {}),
      ...(limit === undefined ? {} : { limit }),
      ...(raw.under === undefined ? {} : { under: raw.under }),
      supports,
      ...(because ? { because } : {}),
      ...(raw.owner === undefined ? {} : { owner: raw.owner }),
      contributors: raw.contributors ?? [],
      ...optional('rhythm', raw.rhythm ?? metric?.rhythm),
      ...optional('pair', raw.pair),
      ...optional('kind', raw.kind ?? metric?.kind),
      horizon: horizonOf(role, raw, metric, this.input.purchaseCycle),
      ...this.traits(),
      watch: raw.watch ?? false,
      executive: raw.executive === 'yes',
      ...optional('lights', this.lights()),
      ...purposeOf(raw, metric),
      ...optional('rank', raw.rank),
      areas: listOf(raw.area),
      ...optional('aim', textOf(raw.aim)),
      ...(population ? { population } : {}),
      ...optional('tags', raw.tags),
      line: source.lineOf(path),
    };
    return { node, open: time === undefined, problems: this.problems };
  }

  private targetSource(shape: Shape): TargetSource | undefined {
    const { raw } = this.input;
    if (raw.source === undefined) return undefined;
    if (typeof raw.source === 'string') return { from: raw.source };
    const { from, value, note } = raw.source;
    return { from, ...optional('value', this.sourceValue(value, shape)), ...optional('note', textOf(note)) };
  }

  private sourceValue(written: string | number | undefined, shape: Shape): Decimal | undefined {
    if (written === undefined) return undefined;
    const text = String(written);
    const reading = this.read(written);
    if (reading.kind === 'amount') return this.converted(reading.value, reading.is, shape.unit, text, this.place('source'));
    this.report('target-unreadable', { text }, 'source');
    return undefined;
  }

  private metric(): Metric | undefined {
    const { raw, id, catalogue } = this.input;
    const metric = catalogue.metrics.get(raw.metric ?? id);
    if (raw.metric !== undefined && !metric) this.report('unknown-reference', { id: raw.metric }, 'metric');
    return metric;
  }

  private read(text: string | number): TargetReading {
    return readTarget(text, this.input.calendar, this.input.period.from);
  }

  private unit(metric: Metric | undefined, target: TargetReading | undefined, baseline: TargetReading | undefined): Unit {
    const { raw, currency } = this.input;
    if (raw.unit !== undefined) {
      const unit = parseUnit(raw.unit);
      if (unit) return inCurrency(unit, currency);
      this.report('unit-unreadable', { text: raw.unit }, 'unit');
    }
    if (metric) return inCurrency(metric.unit, currency);
    return unitSeen(target) ?? unitSeen(baseline) ?? { kind: 'count' };
  }

  private limit(unit: Unit, metric: Metric | undefined): Decimal | undefined {
    const { raw } = this.input;
    if (raw.limit === undefined) return unit.kind === 'ratio' && !metric?.mayExceedOne ? '1' : undefined;
    if (raw.limit === 'none') return undefined;
    const reading = this.read(raw.limit);
    const fits =
      reading.kind === 'amount' && this.converted(reading.value, reading.is, unit, String(raw.limit), this.place('limit'));
    if (!fits) this.report('target-unreadable', { text: String(raw.limit) }, 'limit');
    return fits || undefined;
  }

  private level(reading: TargetReading, key: 'baseline' | 'target', shape: Shape): Level | undefined {
    const text = String(this.input.raw[key]);
    switch (reading.kind) {
      case 'undecided':
        return undefined;
      case 'vague':
        this.report('target-vague', { text }, key);
        return undefined;
      case 'unreadable':
        this.report('target-unreadable', { text }, key);
        return undefined;
      case 'amount': {
        const value = this.converted(reading.value, reading.is, shape.unit, text, this.place(key));
        if (value === undefined) return undefined;
        if (reading.per && shape.time !== 'flow') {
          this.report('target-per-rate', { text }, key);
          return undefined;
        }
        return { value, ...(reading.per ? { per: reading.per } : {}) };
      }
      default:
        return unreachable(reading);
    }
  }

  private target(reading: TargetReading, shape: Shape, baseline: Level | undefined): Target | undefined {
    const text = String(this.input.raw.target);
    const isText = typeof this.input.raw.target === 'string';
    const relative = isText ? resolveRelative(text, shape, baseline, this.input.calendar, this.input.period.from) : undefined;
    if (relative) {
      if (relative.ok) return this.possible(relative.target, shape, this.place('target'));
      this.problems.push({ ...relative.problem, ...this.place('target') });
      return undefined;
    }
    const level = this.level(reading, 'target', shape);
    if (!level || reading.kind !== 'amount') return undefined;
    const upTo =
      reading.upTo === undefined ? undefined : this.converted(reading.upTo, reading.is, shape.unit, text, this.place('target'));
    if (upTo !== undefined && compareDecimals(level.value, upTo) > 0) {
      this.report('target-empty-range', { text }, 'target');
      return undefined;
    }
    return this.possible(
      {
        ...level,
        sign: reading.sign ?? (shape.direction === 'down' ? 'at-most' : 'at-least'),
        ...(upTo === undefined ? {} : { upTo }),
        ...(reading.by === undefined ? {} : { by: reading.by }),
      },
      shape,
      this.place('target'),
    );
  }

  /** The sheet's cells as values of the node's unit; a cell that is none is left out with its problem. */
  private cells(cells: ReadonlyMap<string, SheetCell> | undefined, shape: Shape): ReadonlyMap<string, Decimal> {
    const values = new Map<string, Decimal>();
    for (const [month, { text, line }] of cells ?? []) {
      const place = { at: ['sheet'], line };
      const reading = readAmount(text);
      if (!reading) this.problems.push(sheetProblem('sheet-cell', { text: text.slice(0, 40), month }, place));
      const value = reading && this.converted(reading.value, reading.is, shape.unit, text, place);
      if (value !== undefined) values.set(month, this.possible({ value }, shape, place).value);
    }
    return values;
  }

  /** Rates above 100 %, scores off their scale, negative counts: named, the target kept so that the rest can be checked. */
  private possible<T extends Pick<Target, 'value' | 'upTo'>>(target: T, { unit, limit }: Shape, place: Place): T {
    const most = highest({ unit, ...(limit === undefined ? {} : { limit }) });
    const value = target.upTo ?? target.value;
    const text = unitText(unit);
    if (Number(value) > most) {
      this.problems.push(problem('target-impossible', { value, limit: String(most), side: 'above', unit: text }, place));
    }
    const least = unit.kind === 'score' ? unit.min : unit.kind === 'count' || unit.kind === 'duration' ? 0 : undefined;
    if (least !== undefined && Number(target.value) < least) {
      const params = { value: target.value, limit: String(least), side: 'below' as const, unit: text };
      this.problems.push(problem('target-impossible', params, place));
    }
    return target;
  }

  /** A value as written, in the node's unit; undefined with a problem when the two do not go together. */
  private converted(value: Decimal, is: AmountKind, unit: Unit, text: string, place: Place): Decimal | undefined {
    const wrong = (): undefined => {
      this.problems.push(
        problem('target-unit', { text, kind: unit.kind, ...(unit.kind === 'money' ? { currency: unit.currency } : {}) }, place),
      );
      return undefined;
    };
    switch (is.kind) {
      case 'plain':
        if (unit.kind === 'ratio' && Math.abs(Number(value)) > 1) {
          this.problems.push(
            problem('target-ambiguous', { text, first: `${value}%`, second: `${shiftPoint(value, 2)}%` }, place),
          );
          return undefined;
        }
        return value;
      case 'percent':
        return unit.kind === 'ratio' || unit.kind === 'multiple' ? value : wrong();
      case 'money':
        return unit.kind === 'money' && unit.currency === is.currency ? value : wrong();
      case 'multiple':
        return unit.kind === 'multiple' || unit.kind === 'ratio' ? value : wrong();
      case 'score':
        return unit.kind === 'score' && unit.max === is.outOf ? value : wrong();
      case 'duration':
        return (unit.kind === 'duration' ? inMeasure(value, is.in, unit.in) : undefined) ?? wrong();
      default:
        return unreachable(is);
    }
  }

  private formula(): PlanNode['equals'] {
    const { equals } = this.input.raw;
    return equals === undefined ? undefined : this.parsed(equals, this.place('equals'));
  }

  private parsed(text: string, place: Place): PlanNode['equals'] {
    const parsed = parseFormula(text);
    if (parsed.ok) return parsed.value;
    this.problems.push(...parsed.problems.map(p => ({ ...p, ...place })));
    return undefined;
  }

  private alternatives(): PlanNode['alternatives'] {
    const place = this.place('alternatives');
    return this.input.raw.alternatives?.flatMap((entry): readonly Alternative[] => {
      const { equals: text, ...said } = typeof entry === 'string' ? { equals: entry } : entry;
      const equals = this.parsed(text, place);
      const [name, because] = 'name' in said || 'because' in said ? [textOf(said.name), textOf(said.because)] : [];
      return equals ? [{ equals, text, ...optional('name', name), ...optional('because', because) }] : [];
    });
  }

  private lights(): PlanNode['lights'] {
    const { lights, wrong } = readLights(this.input.raw.lights);
    if (wrong !== undefined) this.report('lights-unreadable', { text: wrong }, 'lights');
    return lights;
  }

  private traits() {
    const { traits, wrong } = readTraits(this.input.raw);
    for (const { key, expected } of wrong) this.report('wrong-value', { key, expected }, key);
    return traits;
  }

  private basis(metric: Metric | undefined): MoneyBasis {
    const { raw } = this.input;
    return {
      ...metric?.basis,
      ...(raw.tax ? { tax: raw.tax } : {}),
      ...(raw.recognition ? { recognition: raw.recognition } : {}),
      ...(raw.deductions ? { deductions: raw.deductions } : {}),
    };
  }

  private report<C extends keyof typeof planMessages & string>(
    code: C,
    params: ParamsOf<(typeof planMessages)[C]>,
    key: string,
  ): void {
    this.problems.push(problem(code, params, this.place(key)));
  }

  private place(key: string): Place {
    const at = [...this.input.path, key];
    return { at, line: this.input.source.lineOf(at) };
  }
}

interface Place {
  readonly at: Path;
  readonly line: number;
}

interface Shape {
  readonly unit: Unit;
  readonly time: TimeBehaviour;
  readonly direction: Direction;
  readonly limit: Decimal | undefined;
  readonly metric: Metric | undefined;
}

function optional<K extends string, V>(name: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]: V });
}
