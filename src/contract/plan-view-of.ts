import { daysOf } from '#core/calendar/duration.ts';
import { referencesOf } from '#core/formula/ast.ts';
import type { Catalogue } from '#core/metric/catalogue.ts';
import type { ParsedPlan } from '#core/plan/build-plan.ts';
import { channelOf } from '#core/plan/channel.ts';
import { stageOf } from '#core/plan/journey-coverage.ts';
import { type KpiChain, kpiChains } from '#core/plan/kpi-chains.ts';
import { openRoles } from '#core/plan/kpi-roles.ts';
import { monthKey, planMonths } from '#core/plan/month-bounds.ts';
import type { BudgetLine, Factor, Plan, PlanNode, Support, TargetSource } from '#core/plan/plan.ts';
import { cycleAdvice } from '#core/plan/purchase-cycle.ts';
import type { Path, Source } from '#core/plan/source.ts';
import type { Level } from '#core/plan/target.ts';
import { parentOf } from '#core/plan/tree.ts';
import { unitText } from '#core/unit/unit-text.ts';
import { counterOf } from './counter.ts';
import type { NodeView, PlanView } from './plan-view.ts';

/** A plan that was read, as the screens show it. */
export function planViewOf({ plan, source }: ParsedPlan, catalogue: Catalogue): PlanView {
  const {
    id,
    name,
    period,
    calendar,
    currency,
    review,
    phase,
    channels,
    areas,
    factors,
    nodes,
    compositions,
    pipeline,
    spending,
    budget,
  } = plan;
  return {
    id,
    name,
    period,
    calendar,
    currency,
    review: review ?? null,
    phase: phase ?? null,
    phases: Object.fromEntries(plan.phases ?? []),
    purchaseCycle: plan.purchaseCycle
      ? { text: textAt(source.data, ['purchase-cycle']), ...cycleAdvice(plan.purchaseCycle, plan) }
      : null,
    chains: kpiChains(plan).map(chainView),
    channels,
    months: planMonths(plan).map(part => ({ key: monthKey(part), from: part.from, to: part.to })),
    areas: [...areas.values()].map(area => ({ ...area, owner: area.owner ?? null })),
    factors: [...factors.values()].map(factorView),
    nodes: [...nodes.values()].map(node => nodeViewOf(node, plan, source, catalogue)),
    compositions: Object.fromEntries(compositions),
    pipeline: pipeline.kind,
    spending: spending ? { metric: spending.metric, by: { ...spending.by } } : null,
    budget: budget.map(budgetView),
  };
}

/** One node of a plan, as the screens show it. */
export function nodeViewOf(node: PlanNode, plan: Plan, source: Source, catalogue: Catalogue): NodeView {
  const { id, metric, unit, target, baseline, equals, equalsText } = node;
  const path: Path = [node.role === 'goal' ? 'goals' : 'kpis', id];
  const written = (key: string) => textAt(source.data, [...path, key]);
  return {
    id,
    role: node.role,
    name: node.name,
    aliases: metric?.aliases ?? [],
    meaning: node.meaning ?? null,
    metric: metric?.id ?? id,
    unit,
    unitText: unitText(unit),
    counter: counterOf(unit, catalogue.things),
    direction: node.direction,
    aggregation: node.aggregation,
    basis: node.basis,
    time: node.time,
    target: target
      ? { ...levelView(target, written('target')), sign: target.sign, upTo: target.upTo ?? null, by: target.by ?? null }
      : null,
    source: targetSourceView(node.source),
    undecided: node.undecided,
    baseline: baseline ? levelView(baseline, written('baseline')) : null,
    months: Object.fromEntries(node.months),
    equals: equals ? { text: equalsText ?? '', parts: referencesOf(equals, 'same-period') } : null,
    lag: node.lag ? { text: written('lag'), after: node.lag.after ?? null } : null,
    limit: node.limit ?? null,
    under: node.under ?? null,
    parent: parentOf(node, plan) ?? null,
    supports: node.supports.map((support, index) =>
      supportView(support, textAt(source.data, [...path, 'supports', index, 'lag'])),
    ),
    because: node.because ?? null,
    owner: node.owner ?? null,
    contributors: node.contributors,
    rhythm: node.rhythm ?? null,
    pair: node.pair ?? null,
    kind: node.kind ?? null,
    horizon: node.horizon,
    stage: stageOf(node) ?? null,
    channel: channelOf(node) ?? null,
    watch: node.watch,
    controllability: node.controllability ?? null,
    shows: node.shows ?? null,
    measuring: node.measuring ? { by: node.measuring.by, hours: node.measuring.hours ?? null } : null,
    condition: node.condition
      ? { within: written('within'), days: daysOf(node.condition.within), times: node.condition.times ?? null }
      : null,
    executive: node.executive,
    rank: node.rank ?? null,
    areas: node.areas,
    population: node.population ?? null,
    audience: node.audience ?? null,
    decision: node.decision ?? null,
    measuredBy: node.measuredBy ?? null,
    openRoles: openRoles(node),
    lights: node.lights ? { met: node.lights.met ?? null, near: node.lights.near ?? null } : null,
    aim: node.aim ?? null,
    aimBecause: node.aimBecause ?? null,
    line: node.line,
  };
}

export function targetSourceView(source: TargetSource | undefined) {
  return source ? { from: source.from, value: source.value ?? null, note: source.note ?? null } : null;
}

function chainView({ nodes, links }: KpiChain) {
  return {
    nodes,
    links: links.map(({ from, to, by, rate, between, lag }) => ({
      from,
      to,
      by,
      rate: rate ?? null,
      between,
      days: lag ? daysOf(lag) : null,
    })),
  };
}

function levelView({ value, per }: Level, text: string) {
  return { text, value, per: per ?? null };
}

function supportView({ to, because, sign, rate, lag, evidence, belief, findings }: Support, lagText: string) {
  return {
    to,
    because: because ?? null,
    sign,
    rate: rate ?? null,
    lag: lag ? { text: lagText, after: lag.after ?? null } : null,
    evidence,
    belief: belief ?? null,
    findings: findings.map(({ says, on, analysis }) => ({ says, on, analysis: analysis ?? null })),
  };
}

function factorView({ id, name, supports, because, owner, impact, feasibility, share }: Factor) {
  return {
    id,
    name,
    supports,
    because: because ?? null,
    owner: owner ?? null,
    impact: impact ?? null,
    feasibility: feasibility ?? null,
    share: share ?? null,
  };
}

function budgetView({ node, department, medium, months }: BudgetLine) {
  return { node: node ?? null, department: department ?? null, medium: medium ?? null, months: Object.fromEntries(months) };
}

/** A scalar of the document as text; empty when there is none at the path. */
function textAt(data: unknown, path: Path): string {
  let value: unknown = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return '';
    value = Object.entries(value).find(([name]) => name === String(key))?.[1];
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
