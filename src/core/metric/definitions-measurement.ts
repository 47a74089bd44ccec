import type { Formula } from '../formula/ast.ts';
import { referencesOf } from '../formula/ast.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Column, Dataset } from '../measure/dataset.ts';
import { type RowTerm, rowExpression } from '../measure/row-expression.ts';
import type { Path } from '../plan/source.ts';
import type { Place, Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { Aggregation, Unit } from '../unit/unit.ts';
import { allocationFrom } from './definitions-allocation.ts';
import { conditionsFrom } from './definitions-conditions.ts';
import { conversionFrom } from './definitions-conversion.ts';
import type { Read, Surroundings } from './definitions-draft.ts';
import { definitionsMessages } from './definitions-messages.ts';
import { rowMoney } from './definitions-money.ts';
import type { RawMetric } from './definitions-schema.ts';
import type { Condition, Measurement, MetricId } from './measurement.ts';

const problem = problemsOf(definitionsMessages);

const HOW = ['sum', 'count', 'distinct', 'repeaters', 'last', 'mean', 'between', 'equals'] as const;
type How = (typeof HOW)[number];

/** A measurement with what follows from it. */
export interface Measured {
  readonly how: How;
  readonly measurement: Measurement;
  /** Where the rows tell it; undefined for formulas over metrics. */
  readonly unit?: Unit;
  /** `isFixed`: any other way of combining periods would be wrong. */
  readonly aggregation: { readonly of: Aggregation; readonly isFixed: boolean };
}

/** Reads how a metric is obtained. [MET-01, MET-04 … MET-08] */
export function measurementFrom(id: MetricId, raw: RawMetric, path: Path, around: Surroundings): Read<Measured | undefined> {
  const reader = new Reader(id, raw, path, around);
  const value = reader.measured();
  return { value, problems: reader.problems };
}

class Reader {
  readonly problems: Problem[] = [];
  private readonly id: MetricId;
  private readonly raw: RawMetric;
  private readonly path: Path;
  private readonly around: Surroundings;

  constructor(id: MetricId, raw: RawMetric, path: Path, around: Surroundings) {
    this.id = id;
    this.raw = raw;
    this.path = path;
    this.around = around;
  }

  measured(): Measured | undefined {
    const given = HOW.filter(key => this.raw[key] !== undefined);
    const [how] = given;
    if (given.length !== 1 || how === undefined) {
      this.report(problem('metric-how', { metric: this.id, given, choices: HOW }, this.place()));
      return undefined;
    }
    this.companions(how);
    if (how === 'equals') return this.derived();
    const dataset = this.dataset();
    return dataset && this.overRows(how, dataset);
  }

  private derived(): Measured | undefined {
    const formula = this.formula('equals', this.raw.equals ?? '');
    if (!formula) return undefined;
    const isQuotient = formula.kind === 'operation' && formula.operator === '/';
    return {
      how: 'equals',
      measurement: { kind: 'formula', formula },
      aggregation: { of: isQuotient ? 'ratio' : 'sum', isFixed: false },
    };
  }

  private overRows(how: Exclude<How, 'equals'>, dataset: Dataset): Measured | undefined {
    const { raw } = this;
    const base = { dataset: dataset.id, where: this.conditions(raw.where ?? {}, dataset, 'where') };
    switch (how) {
      case 'sum':
      case 'mean': {
        const expression = this.expression(how, dataset);
        const money = expression && this.moneyUnit(expression, dataset);
        if (!expression) return undefined;
        const convert = conversionFrom(
          raw.convert,
          { metric: this.id, isMoney: money !== undefined, around: this.around },
          (...keys) => this.place(...keys),
        );
        const allocate = allocationFrom(
          raw,
          { metric: this.id, isMoney: money !== undefined, expression, dataset, around: this.around },
          (...keys) => this.place(...keys),
        );
        this.report(...convert.problems, ...allocate.problems);
        const unit: Unit | undefined = convert.value ? { kind: 'money', currency: convert.value.to } : money;
        return {
          how,
          measurement: {
            kind: how,
            ...base,
            expression,
            ...(convert.value ? { convert: convert.value } : {}),
            ...(allocate.value ? { allocate: allocate.value } : {}),
          },
          ...(unit ? { unit } : {}),
          aggregation: { of: how === 'sum' ? 'sum' : 'mean', isFixed: how === 'mean' },
        };
      }
      case 'count':
        return { how, measurement: { kind: 'count', ...base }, unit: COUNT, aggregation: { of: 'sum', isFixed: false } };
      case 'distinct': {
        const column = this.column('distinct', raw.distinct, dataset);
        return (
          column && { how, measurement: { kind: 'distinct', ...base, column: column.id }, unit: COUNT, aggregation: DISTINCT }
        );
      }
      case 'repeaters': {
        const column = this.column('repeaters', raw.repeaters, dataset);
        const having = this.column('having', raw.having, dataset);
        const atLeast = this.wholeNumber('at-least', raw['at-least'] ?? '2', 2);
        if (!column || !having || atLeast === undefined) return undefined;
        const measurement: Measurement = { kind: 'repeaters', ...base, column: column.id, having: having.id, atLeast };
        return { how, measurement, unit: COUNT, aggregation: DISTINCT };
      }
      case 'last': {
        if (!this.isKind('aggregate', how, dataset)) return undefined;
        const column = this.column('last', raw.last, dataset);
        if (!column || !this.isNumber(column, 'last')) return undefined;
        const unit: Unit = column.currency === undefined ? COUNT : { kind: 'money', currency: column.currency };
        return {
          how,
          measurement: { kind: 'last', ...base, column: column.id },
          unit,
          aggregation: { of: 'last', isFixed: true },
        };
      }
      case 'between': {
        if (!this.isKind('event', how, dataset) || !raw.between) return undefined;
        const by = this.column('between', raw.between.by, dataset);
        const [from, to] = [
          this.conditions(raw.between.from, dataset, 'between', 'from'),
          this.conditions(raw.between.to, dataset, 'between', 'to'),
        ];
        const [inUnit, take] = [raw.in ?? 'days', raw.take ?? 'mean'];
        if (!by || (inUnit === 'hours' && !this.hasMoments(dataset))) return undefined;
        return {
          how,
          measurement: { kind: 'between', ...base, by: by.id, from, to, in: inUnit, take },
          unit: { kind: 'duration', in: inUnit },
          aggregation: { of: take === 'mean' ? 'mean' : 'distribution', isFixed: true },
        };
      }
      default:
        return unreachable(how);
    }
  }

  /** Keys that belong to another way of measuring would be silently without effect. */
  private companions(how: How): void {
    for (const [key, allowed] of Object.entries(COMPANIONS)) {
      const isGiven = this.raw[key as keyof typeof COMPANIONS] !== undefined;
      if (isGiven && !allowed.includes(how)) {
        this.report(problem('metric-key-without', { key, goesWith: allowed.join(', ') }, this.place(key)));
      }
    }
  }

  private dataset(): Dataset | undefined {
    const { from } = this.raw;
    if (from === undefined) {
      this.report(problem('metric-from', { metric: this.id }, this.place()));
      return undefined;
    }
    const found = this.around.datasets.get(from)?.dataset;
    if (!found)
      this.report(
        problem('metric-dataset', { dataset: from, ...suggestion(from, this.around.datasets.keys()) }, this.place('from')),
      );
    return found;
  }

  private expression(how: 'sum' | 'mean', dataset: Dataset): Formula | undefined {
    const formula = this.formula(how, this.raw[how] ?? '');
    if (!formula) return undefined;
    const row = rowExpression(formula);
    if (!row.ok) this.report(...row.problems.map(each => ({ ...each, ...this.place(how) })));
    const columns = referencesOf(formula).map(id => this.column(how, id, dataset));
    const areNumbers = columns.every(column => column !== undefined && this.isNumber(column, how));
    if (!row.ok || !areNumbers) return undefined;
    if (scaleOf(row.value.terms, dataset) > MOST_DECIMALS)
      this.report(problem('metric-too-precise', { metric: this.id }, this.place(how)));
    return formula;
  }

  private moneyUnit(formula: Formula, dataset: Dataset): Unit | undefined {
    const money = rowMoney(formula, dataset);
    switch (money.kind) {
      case 'none':
        return undefined;
      case 'one':
        return { kind: 'money', currency: money.currency ?? this.around.currency };
      case 'currencies':
        this.report(problem('metric-currencies', { metric: this.id, currencies: money.currencies }, this.place()));
        return undefined;
      case 'squared':
        this.report(problem('metric-money-squared', { metric: this.id }, this.place()));
        return undefined;
      default:
        return unreachable(money);
    }
  }

  private formula(key: string, text: string): Formula | undefined {
    const parsed = parseFormula(text);
    if (parsed.ok) return parsed.value;
    this.report(...parsed.problems.map(each => ({ ...each, ...this.place(key) })));
    return undefined;
  }

  private column(key: string, id: string | undefined, dataset: Dataset): Column | undefined {
    const found = dataset.columns.find(column => column.id === id);
    if (found) return found;
    const known = dataset.columns.map(column => column.id);
    const unknown =
      id === undefined
        ? problem('definition-missing-key', { key }, this.place())
        : problem('dataset-column', { dataset: dataset.id, column: id, ...suggestion(id, known) }, this.place(key));
    this.report(unknown);
    return undefined;
  }

  private isNumber(column: Column, key: string): boolean {
    const fits = column.type === 'integer' || column.type === 'decimal';
    if (!fits) this.report(problem('metric-column-number', { column: column.id, type: column.type }, this.place(key)));
    return fits;
  }

  private isKind(kind: Dataset['kind'], how: How, dataset: Dataset): boolean {
    if (dataset.kind !== kind) this.report(problem('metric-needs', { how, kind }, this.place(how)));
    return dataset.kind === kind;
  }

  private hasMoments(dataset: Dataset): boolean {
    const column = dataset.kind === 'event' ? dataset.columns.find(({ id }) => id === dataset.time) : undefined;
    if (column?.type === 'timestamp') return true;
    this.report(problem('metric-hours', { metric: this.id, column: column?.id ?? '' }, this.place('in')));
    return false;
  }

  private wholeNumber(key: string, text: string, least: number): number | undefined {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least) return value;
    this.report(problem('metric-number', { key, least }, this.place(key)));
    return undefined;
  }

  private conditions(raw: NonNullable<RawMetric['where']>, dataset: Dataset, ...keys: Path): readonly Condition[] {
    const { value, problems } = conditionsFrom(raw, dataset, this.around.lists, (...of) => this.place(...keys, ...of));
    this.report(...problems);
    return value;
  }

  private place(...keys: Path): Place & { readonly at: Path; readonly line: number } {
    const at = [...this.path, ...keys];
    return { at, line: this.around.source.lineOf(at) };
  }

  private report(...found: readonly Problem[]): void {
    this.problems.push(...found);
  }
}

const COUNT: Unit = { kind: 'count' };
const DISTINCT = { of: 'distinct', isFixed: true } as const;

const ROW_WAYS: readonly How[] = ['sum', 'count', 'distinct', 'repeaters', 'last', 'mean', 'between'];
const COMPANIONS = {
  from: ROW_WAYS,
  where: ROW_WAYS,
  having: ['repeaters'],
  'at-least': ['repeaters'],
  in: ['between'],
  take: ['between'],
  convert: ['sum', 'mean'],
  allocate: ['sum'],
} as const satisfies Readonly<Record<string, readonly How[]>> as Readonly<
  Record<'from' | 'where' | 'having' | 'at-least' | 'in' | 'take' | 'convert' | 'allocate', readonly How[]>
>;

/** Decimals after the point that a sum may have and still leave room for large amounts in 38 digits. */
const MOST_DECIMALS = 27;

function scaleOf(term: RowTerm, dataset: Dataset): number {
  switch (term.kind) {
    case 'number':
      return term.value.split('.')[1]?.length ?? 0;
    case 'column':
      return dataset.columns.find(({ id }) => id === term.id)?.type === 'decimal' ? 9 : 0;
    case 'negation':
      return scaleOf(term.operand, dataset);
    case 'operation': {
      const [left, right] = [scaleOf(term.left, dataset), scaleOf(term.right, dataset)];
      return term.operator === '*' ? left + right : Math.max(left, right);
    }
    case 'least':
    case 'greatest':
      return Math.max(...term.of.map(part => scaleOf(part, dataset)));
    default:
      return unreachable(term);
  }
}
