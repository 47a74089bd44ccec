import type { CalendarSettings, Weekday } from '../calendar/calendar-settings.ts';
import { defaultCalendar } from '../calendar/calendar-settings.ts';
import { daysBetween, parseDay } from '../calendar/day.ts';
import { parseFormula } from '../formula/parse.ts';
import { isName } from '../formula/token.ts';
import type { Catalogue } from '../metric/catalogue.ts';
import { compareDecimals, decimalOf } from '../number/decimal.ts';
import type { Problem, Result } from '../problem/problem.ts';
import { failed, ok, problemsOf } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import { sameText } from '../text/text.ts';
import { buildNode } from './build-node.ts';
import { checkReferences } from './check-references.ts';
import { inferTime } from './infer-time.ts';
import type { Area, BudgetLine, Factor, Identity, Ignore, NodeId, Pipeline, Plan, PlanNode, Spending } from './plan.ts';
import { planMessages } from './plan-messages.ts';
import { type PurchaseCycle, parsePurchaseCycle } from './purchase-cycle.ts';
import { listOf, textOf } from './raw-text.ts';
import { type RawFactor, type RawPlan, rawPlan } from './schema.ts';
import { readSheet, type Sheet } from './sheet.ts';
import { type Path, readSource, type Source } from './source.ts';
import { parseShare } from './target.ts';

const problem = problemsOf(planMessages);

/** Longest plan, in days: ten years. */
const LONGEST = 3_660;

/** Statements further apart than this say different things, whatever a plan allows. */
const WIDEST_TOLERANCE = '0.1';

/** A plan's two texts. */
export interface PlanText {
  readonly yaml: string;
  /** sheet.csv; empty when the plan has none. */
  readonly sheet?: string;
}

export interface ParsedPlan {
  readonly plan: Plan;
  readonly source: Source;
}

/**
 * Reads plan.yaml and sheet.csv. [PLN-01 … PLN-40]
 *
 * A value is returned when the document can be understood as a whole: with errors beside it where single nodes could not be
 * (they are left without the part that is wrong). Nothing is guessed silently; every problem has a line.
 */
export function parsePlan(text: PlanText, catalogue: Catalogue): Result<ParsedPlan> {
  const read = readSource(text.yaml);
  if (!read.ok) return read;
  const source = read.value;
  const shaped = rawPlan.safeParse(source.data);
  if (!shaped.success) return failed(shapeProblems(shaped.error.issues, source));
  const raw = shaped.data;
  const builder = new Builder(raw, source, catalogue);
  const plan = builder.plan(text.sheet ?? '');
  const problems = [...builder.problems, ...(plan ? checkReferences(plan, source) : [])];
  return plan ? ok({ plan, source }, problems) : failed(problems);
}

class Builder {
  readonly problems: Problem[] = [];
  private readonly raw: RawPlan;
  private readonly source: Source;
  private readonly catalogue: Catalogue;

  constructor(raw: RawPlan, source: Source, catalogue: Catalogue) {
    this.raw = raw;
    this.source = source;
    this.catalogue = catalogue;
  }

  plan(sheetText: string): Plan | undefined {
    const { raw } = this;
    const period = this.period();
    const calendar = this.calendar();
    if (!period || !calendar) return undefined;
    const purchaseCycle = this.purchaseCycle();
    const base = { period, calendar, currency: raw.currency ?? 'JPY', ...(purchaseCycle ? { purchaseCycle } : {}) };
    const sheet = readSheet(sheetText, base);
    this.problems.push(...sheet.problems);
    const nodes = this.nodes(base, sheet);
    return {
      id: raw.plan,
      name: textOf(raw.name) ?? sameText(raw.plan),
      ...base,
      ...(raw.review === undefined ? {} : { review: raw.review }),
      ...(raw.phase === undefined ? {} : { phase: raw.phase }),
      ...(raw.phases ? { phases: new Map(Object.entries(raw.phases)) } : {}),
      channels: [...new Set(raw.channels ?? [])],
      areas: this.areas(),
      factors: this.factors(),
      nodes,
      identities: this.identities(),
      ...this.tolerance(),
      compositions: new Map(Object.entries(raw.compositions ?? {})),
      pipeline: this.pipeline(),
      budget: sheet.budget satisfies readonly BudgetLine[],
      ...(raw.spending ? { spending: spendingOf(raw.spending) } : {}),
      ...(raw.ignore ? { ignores: raw.ignore.map((ignore, index) => this.ignoreOf(ignore, index)) } : {}),
    };
  }

  private period(): Plan['period'] | undefined {
    const text = this.raw.period;
    const [fromText = '', toText = ''] = text.split('/').map(part => part.trim());
    const [from, to] = [parseDay(fromText), parseDay(toText)];
    if (from && to && from <= to && daysBetween(from, to) <= LONGEST) return { from, to };
    this.report(problem('period-unreadable', { text }, this.place(['period'])));
    return undefined;
  }

  private purchaseCycle(): PurchaseCycle | undefined {
    const written = this.raw['purchase-cycle'];
    const cycle = written === undefined ? undefined : parsePurchaseCycle(written);
    if (written !== undefined && !cycle)
      this.report(problem('wrong-value', { key: 'purchase-cycle', expected: '6..12 months' }, this.place(['purchase-cycle'])));
    return cycle;
  }

  private ignoreOf({ rule, at, because, until, by }: NonNullable<RawPlan['ignore']>[number], index: number): Ignore {
    const last = until === undefined ? undefined : parseDay(until);
    if (until !== undefined && last === undefined)
      this.report(problem('wrong-value', { key: 'until', expected: '2027-03-31' }, this.place(['ignore', index, 'until'])));
    return {
      rule,
      ...(at === undefined ? {} : { at }),
      because: textOf(because) ?? sameText(''),
      ...(last === undefined ? {} : { until: last }),
      ...(by === undefined ? {} : { by }),
    };
  }

  private calendar(): CalendarSettings | undefined {
    const raw = this.raw.calendar ?? {};
    const zone = raw.zone ?? defaultCalendar.zone;
    if (!isZone(zone)) {
      this.report(problem('zone-unknown', { zone }, this.place(['calendar', 'zone'])));
      return undefined;
    }
    return {
      ...defaultCalendar,
      zone,
      fiscalYearStarts: raw['fiscal-year-starts'] ?? defaultCalendar.fiscalYearStarts,
      weekStarts: (raw['week-starts'] satisfies Weekday | undefined) ?? defaultCalendar.weekStarts,
      holidays: raw.holidays ?? defaultCalendar.holidays,
      closingDay: raw['closing-day'] ?? 'month-end',
    };
  }

  private nodes(
    base: Pick<Plan, 'period' | 'calendar' | 'currency' | 'purchaseCycle'>,
    sheet: Pick<Sheet, 'targets' | 'weeks' | 'lines'>,
  ) {
    const nodes = new Map<NodeId, PlanNode>();
    const lines = new Map<string, number>();
    const open = new Set<NodeId>();
    for (const [role, group] of [
      ['goal', 'goals'],
      ['kpi', 'kpis'],
    ] as const) {
      for (const [id, raw] of Object.entries(this.raw[group] ?? {})) {
        const path: Path = [group, id];
        const line = this.source.lineOf(path);
        const other = lines.get(id);
        if (other !== undefined) this.report(problem('duplicate-id', { id, otherLine: other }, { at: path, line }));
        else if (!isName(id)) this.report(problem('bad-id', { id }, { at: path, line }));
        else {
          lines.set(id, line);
          const built = buildNode({
            id,
            role,
            raw,
            path,
            source: this.source,
            catalogue: this.catalogue,
            months: sheet.targets.get(id),
            weeks: sheet.weeks.get(id),
            ...base,
          });
          this.problems.push(...built.problems);
          nodes.set(id, built.node);
          if (built.open) open.add(id);
        }
      }
    }
    for (const [id, line] of sheet.lines) {
      if (!nodes.has(id))
        this.report(problem('unknown-reference', { id, ...suggestion(id, nodes.keys()) }, { at: ['sheet'], line }));
    }
    for (const id of Object.keys(this.raw.factors ?? {})) {
      const other = lines.get(id);
      const path: Path = ['factors', id];
      if (other !== undefined)
        this.report(problem('duplicate-id', { id, otherLine: other }, { at: path, line: this.source.lineOf(path) }));
    }
    return sortedByRank(inferTime(nodes, open));
  }

  private areas(): ReadonlyMap<string, Area> {
    return new Map(
      Object.entries(this.raw.areas ?? {}).map(([id, area]) => [
        id,
        { id, name: textOf(area.name) ?? sameText(id), ...(area.owner === undefined ? {} : { owner: area.owner }) },
      ]),
    );
  }

  private factors(): ReadonlyMap<string, Factor> {
    return new Map(Object.entries(this.raw.factors ?? {}).map(([id, raw]) => [id, this.factor(id, raw)]));
  }

  private factor(id: string, raw: RawFactor): Factor {
    const because = textOf(raw.because);
    const share = raw.share === undefined ? undefined : parseShare(raw.share);
    if (raw.share !== undefined && share === undefined) {
      this.report(problem('target-unreadable', { text: String(raw.share) }, this.place(['factors', id, 'share'])));
    }
    return {
      id,
      name: textOf(raw.name) ?? sameText(id),
      supports: listOf(raw.supports),
      ...(because ? { because } : {}),
      ...(raw.owner === undefined ? {} : { owner: raw.owner }),
      ...(raw.impact === undefined ? {} : { impact: raw.impact }),
      ...(raw.feasibility === undefined ? {} : { feasibility: raw.feasibility }),
      ...(share === undefined ? {} : { share }),
    };
  }

  private identities(): readonly Identity[] {
    return (this.raw.identities ?? []).flatMap((text, i) => {
      const path: Path = ['identities', i];
      const sides = text.split('=');
      const [left, right] = sides.map(side => parseFormula(side));
      const place = this.place(path);
      if (sides.length !== 2 || !left || !right) {
        this.report(problem('wrong-value', { key: 'identities', expected: 'a = b * c' }, place));
        return [];
      }
      for (const side of [left, right]) this.problems.push(...side.problems.map(p => ({ ...p, ...place })));
      return left.ok && right.ok
        ? [{ text, left: left.value, right: right.value, at: path, line: this.source.lineOf(path), from: 'plan' as const }]
        : [];
    });
  }

  private tolerance(): Pick<Plan, 'tolerance'> {
    const { tolerance: raw } = this.raw;
    if (raw === undefined) return {};
    const tolerance = parseShare(raw);
    if (tolerance !== undefined && compareDecimals(tolerance, WIDEST_TOLERANCE) <= 0) return { tolerance };
    this.report(problem('wrong-value', { key: 'tolerance', expected: '0%..10%' }, this.place(['tolerance'])));
    return {};
  }

  private pipeline(): Pipeline {
    const raw = this.raw.pipeline;
    if (raw === undefined) return { kind: 'unstated' };
    if (typeof raw === 'string') return { kind: raw };
    const arrivals = new Map(
      Object.entries(raw).map(([node, months]) => [
        node,
        new Map(Object.entries(months).map(([month, amount]) => [month, decimalOf(amount)])),
      ]),
    );
    return { kind: 'given', arrivals };
  }

  private report(found: Problem): void {
    this.problems.push(found);
  }

  private place(path: Path): { at: Path; line: number } {
    return { at: path, line: this.source.lineOf(path) };
  }
}

function spendingOf({ metric, by = {} }: NonNullable<RawPlan['spending']>): Spending {
  const { department, medium } = by;
  return { metric, by: { ...(department === undefined ? {} : { department }), ...(medium === undefined ? {} : { medium }) } };
}

/** Zod's findings as problems of the plan: unknown keys with the nearest known one, wrong kinds of values, missing keys. */
function shapeProblems(issues: readonly ShapeIssue[], source: Source): readonly Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const path = issue.path.map(part => (typeof part === 'symbol' ? String(part) : part));
    const place = (inner: Path) => ({ at: inner, line: source.lineOf(inner) });
    if (issue.code === 'unrecognized_keys') {
      return (issue.keys ?? []).map(key =>
        problem('unknown-key', { key, ...suggestion(key, keysAt(path)) }, place([...path, key])),
      );
    }
    if (path.length > 0 && source.rangeOf(path) === undefined && source.rangeOf(path.slice(0, -1)) !== undefined) {
      return [problem('missing-key', { key: String(path.at(-1)) }, place(path))];
    }
    const alternatives = issue.errors?.flat().filter(inner => inner.code === 'unrecognized_keys') ?? [];
    if (alternatives.length > 0)
      return [
        ...shapeProblems(
          alternatives.map(inner => ({ ...inner, path: [...path, ...inner.path] })),
          source,
        ),
      ];
    return [problem('wrong-value', { key: String(path.at(-1) ?? 'rashin'), expected: expectedOf(issue) }, place(path))];
  });
}

interface ShapeIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly expected?: string;
  readonly values?: readonly unknown[];
  readonly errors?: readonly (readonly ShapeIssue[])[];
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'number',
  record: 'map',
  object: 'map',
  array: 'list',
  boolean: 'true or false',
};

function expectedOf(issue: ShapeIssue): string {
  if (issue.values) return issue.values.map(String).join(' | ');
  if (issue.expected) return KINDS[issue.expected] ?? issue.expected;
  const inner = issue.errors?.flat().map(expectedOf);
  return inner && inner.length > 0 ? [...new Set(inner)].join(' | ') : 'text';
}

/** Keys that are known where an unknown one stands, by the depth and group of its path. */
function keysAt(path: Path): readonly string[] {
  const shapes = rawPlan.shape;
  if (path.length === 0) return Object.keys(shapes);
  const group = String(path[0]);
  if (group === 'calendar') return Object.keys(shapes.calendar.unwrap().shape);
  if (group === 'goals') return Object.keys(shapes.goals.valueType.shape);
  if (group === 'kpis') return Object.keys(shapes.kpis.unwrap().valueType.shape);
  if (group === 'factors') return Object.keys(shapes.factors.unwrap().valueType.shape);
  if (group === 'areas') return Object.keys(shapes.areas.unwrap().valueType.shape);
  return [];
}

function sortedByRank(nodes: ReadonlyMap<NodeId, PlanNode>): ReadonlyMap<NodeId, PlanNode> {
  const all = [...nodes.values()];
  const goals = all.filter(node => node.role === 'goal').sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  return new Map([...goals, ...all.filter(node => node.role === 'kpi')].map(node => [node.id, node]));
}

/** Zones that were found to exist; asking costs more than reading a small plan. */
const ZONES = new Set([defaultCalendar.zone]);

function isZone(zone: string): boolean {
  if (ZONES.has(zone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    ZONES.add(zone);
    return true;
  } catch {
    return false;
  }
}
